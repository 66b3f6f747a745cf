import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { isClinical } from '../../../../clinical/en/terms.ts'

const MOST_WORDS = 25
/** "Forty five year old man with chest pain." */
const OF_AGE = /^(?:an? )?[\w -]{1,24}[- ](?:year|month|week)[- ]old\b/i

/** Words without a verb: what they deny is denied, what they name is reported or found. */
export function tellFragment(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses, said } = sentence
  if (clauses.some(({ verb }) => verb !== undefined) || tokens.length > MOST_WORDS || !said.split(' ').some(isClinical))
    return undefined
  const told = tellThirdPerson(tokens, clauses, voice)?.replace(/[.?!]+$/, '')
  if (told === undefined) return undefined
  if (OF_AGE.test(told))
    return [`the patient is ${/^an? /i.test(told) ? '' : 'a '}${told.charAt(0).toLowerCase()}${told.slice(1)}`]
  const isFound = voice.speaker === 'clinician'
  const denied = deniedIn(told)
  if (denied) return [isFound ? `there ${isMany(denied) ? 'are' : 'is'} no ${denied}` : `the patient denies ${denied}`]
  if (!/^(?:NOUN|ADJ|DET|NUM|PROPN)$/.test(tokens[0]?.pos ?? '') || /^(?:no|any|all|every|what|which)\b/i.test(told))
    return undefined
  if (isFound) return undefined
  const isState =
    tokens.every(({ pos }) => pos !== 'NOUN' && pos !== 'PROPN') && /^(?:ADJ|ADV)$/.test(tokens[0]?.pos ?? '')
  return [`the patient ${isState ? 'feels' : 'reports'} ${told.charAt(0).toLowerCase()}${told.slice(1)}`]
}

/** "Peritoneal signs", by the last word of its first name. */
const isMany = (denied: string) => {
  const [name = ''] = denied.split(/,| (?:or|and|of|in|to|on|at|over|with|around|from) /)
  return /[^s\s]s$/.test(name) && !/(?:itis|osis|us|is)$/.test(name)
}

/** "No rub, no gallop": what stands behind each no. */
function deniedIn(told: string): string | undefined {
  if (!/^no\b/i.test(told)) return undefined
  const names = told
    .split(/(?:,? (?:and |or )?| )\bno\b /i)
    .map((name) => name.replace(/^no /i, '').replace(/[,. ]+$/, ''))
  if (names.some((name) => name === '' || /\b(?:but|except|apart|only|just|longer|more)\b/.test(name))) return undefined
  const [last = '', ...others] = names.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`
}
