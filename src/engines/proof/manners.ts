import { lastClauseOf } from '../../clinical/en/assertions.ts'
import { isNegator } from '../../clinical/en/words.ts'
import { once } from './once.ts'

/**
 * How a sentence says a thing: `unable` that it does not go well ("can't sleep", "trouble sleeping"), `ceased` that it
 * was ("quit smoking"), `open` that it may be or come ("if you get a fever"). After ConText (Harkema 2009).
 */
export type Manner = 'affirmed' | 'denied' | 'unable' | 'ceased' | 'open'

const BEHIND = /^(\w+ ){0,2}?(negative|absent|denied|ruled out|unremarkable)\b|^(no|none|not)$/
/** "It does not help the pain" denies the help. */
const NO_RELIEF = /\b(not|never|\w+n't)( really| always| much)? (help|reliev|improv|eas|touch|control)\w*\b/g
/** "No fever, just a headache", "it is not just pain". */
const UP_TO_JUST = /^.*\b(just|only)\b/
/** "Denies that he has had": what is denied follows. */
const DENIES_THAT = /\b(denie[sd]|deny)( that)?( (he|she|they|it|the patient|i|you)\b)?( (has|have|had|is|are|was)\b)?/g
/** "So tell me have you had any fever" asks, wherever its sentence begins. */
const ASKED = /\bany\b/
const CANNOT = /\b(can't|cannot|can not|couldn't|could not)\b/
const TROUBLE = /\b(trouble|difficulty|unable|problems?|hard)\b/
const CEASED = /\b(quit|stopped|gave up|given up|no longer|former|formerly|used to)\b/
const OPEN =
  /\b(if (you|it|it's|there|they)|in case|unless|might be|might have|may be|may have|could be|could have|maybe(?! a (?:little|bit))|perhaps|rule out|ruling out)\b/

/** A sentence of more words than that is speech without marks, in which what is further away belongs to something else. */
const MOST_WORDS_AWAY = 200

const readingsOf = once((): Manner[][] => [])

/** How the word at `at` is said by the words around it, which may allow several readings. */
export function mannersOf(words: readonly string[], at: number): Manner[] {
  const known = readingsOf(words)
  known[at] ??= readManners(words, at)
  return known[at]
}

function readManners(words: readonly string[], at: number): Manner[] {
  const before = words.slice(Math.max(0, at - MOST_WORDS_AWAY), at).join(' ')
  const clause = lastClauseOf(before.replace(DENIES_THAT, '$1')).replace(NO_RELIEF, '').replace(UP_TO_JUST, '')
  if (CEASED.test(clause)) return ['ceased']
  const stated = readClause(clause, words.slice(at + 1, at + 1 + MOST_WORDS_AWAY).join(' '))
  return OPEN.test(before) || (stated.includes('affirmed') && ASKED.test(clause)) ? ['open'] : stated
}

function readClause(clause: string, behind: string): Manner[] {
  if (CANNOT.test(clause)) return ['denied', 'unable']
  if (clause.split(' ').some(isNegator) || BEHIND.test(behind)) return ['denied']
  return TROUBLE.test(clause) ? ['affirmed', 'unable'] : ['affirmed']
}
