import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Clause } from '../../../../clinical/en/grammar/clauses.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { startOfMatter } from './lead-in.ts'

const MOST_WORDS = 34
const LEAST_WORDS = 5

/** A sentence told in the third person, cut where it runs on; undefined where it is no clause or nobody knows of what it speaks. */
export function tellClauses(sentence: Sentence, voice: Voice, from = startOfMatter(sentence)): string[] | undefined {
  const { tokens, clauses } = sentence
  const first = clauses.find(({ end, verb }) => end > from && verb)
  if (first === undefined) return undefined
  const isOwn = first.subject === undefined && first.shares === undefined
  if (isOwn && !(from === 0 && isOfSpeaker(sentence, first))) return undefined
  if (!clauses.some((clause) => clause.end > from && isSaying(sentence, clause))) return undefined
  if (isDoublyNegated(sentence) || STRANDED.test(sentence.said)) return undefined
  const borders = [from, ...cutsOf(sentence, from), tokens.length]
  const told: string[] = []
  for (const [at, start] of borders.slice(0, -1).entries()) {
    const text = tellThirdPerson(tokens, clauses, voice, openedAt(sentence, start), borders[at + 1])
    if (text === undefined) return told.length > 0 ? told : undefined
    told.push(isOwn && at === 0 ? `the patient ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text)
  }
  return told
}

/** "Heard a pop": whoever tells it did. */
const isOfSpeaker = ({ tokens, speaker }: Sentence, { verb, start }: Clause) =>
  speaker === 'patient' &&
  verb !== undefined &&
  verb.start === 0 &&
  start === 0 &&
  verb.isPast &&
  tokens[verb.head]?.pos === 'VERB' &&
  /^(?:hear|feel|notice|see|have|take|try|go|fall|slip|twist|vomit|lose|gain|eat|wake)$/.test(verb.lemma)

const HANGING = /^(?:if|when|unless|because|although|while|since|whether|that|after|before)$/
/** A clause that stands by itself and does not end with its auxiliary: "my mother does" needs what was asked. */
function isSaying({ tokens }: Sentence, { verb, parent, opener, end }: Clause): boolean {
  if (verb === undefined || (parent !== undefined && HANGING.test(opener ?? '')) || HANGING.test(opener ?? ''))
    return false
  const behind = tokens
    .slice(verb.end, end)
    .filter(({ pos, word }) => pos !== 'PUNCT' && !/^(?:yes|no|too|not|either|so|though|still|also)$/.test(word))
  return tokens[verb.head]?.pos !== 'AUX' || behind.length > 0
}

/** "I used to, but I've stopped": what, stands in the question. */
const STRANDED = /\bused to(?: (?:but|and|so|until|when|before|though|not|in|for|a lot)\b|$)/

/** "I would not say I do not get headaches": a reader has to see the words. */
const isDoublyNegated = ({ clauses }: Sentence) =>
  clauses.some(({ verb }) => verb?.isNegated && verb.lemma === 'say') ||
  clauses.some(({ verb, parent }) => verb?.isNegated && parent !== undefined && clauses[parent]?.verb?.isNegated)

/** Where a long sentence goes on with a clause that stands by itself: behind "and" and "so" first, else wherever one begins. */
function cutsOf({ tokens, clauses }: Sentence, from: number): number[] {
  if (tokens.length - from <= MOST_WORDS) return []
  const cuts: number[] = []
  let start = from
  for (const { start: at, subject, opener, parent, end } of clauses) {
    const isFree = subject !== undefined && parent === undefined && /^(?:and|but|so|then)?$/.test(opener ?? '')
    // "If his lips look blue, then it's nine nine nine" is one.
    const isThen =
      opener === 'then' &&
      clauses.some(
        (before) => before.start >= start && before.start < at && /^(?:if|when|unless)$/.test(before.opener ?? ''),
      )
    if (isThen || !isFree || at - start < LEAST_WORDS || end - start <= MOST_WORDS) continue
    cuts.push(at)
    start = at
  }
  return cuts
}

/** Behind the conjunction that joined it. */
function openedAt({ tokens }: Sentence, start: number): number {
  let at = start
  while (/^(?:and|but|so|then|also|,)$/.test(tokens[at]?.word ?? '')) at++
  return at
}
