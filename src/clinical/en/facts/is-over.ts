import type { Condition } from '../conditions.ts'
import type { Told } from './conversation.ts'
import type { Mention } from './mentions.ts'
import { clauseAt, type Sentence } from './sentence.ts'
import { isLongAgo } from './time.ts'

/** What ends a lasting condition; that it began years ago does not. */
const ENDED =
  /\b(?:grew out of|grown out of|outgrew|outgrown|as a (?:\w+ )?(?:child|kid|baby|infant|toddler|teenager|boy|girl)|in (?:my |his |her |your )?childhood|when (?:i|he|she|you) (?:was|were) (?:a (?:child|kid|baby|boy|girl)|little|small|young|younger|pregnant)|used to (?:have|get|suffer|be)|in remission|cured|resolved|cleared up|went away|gone away|no longer|not any ?more|but (?:that|it) is (?:\w+ )?(?:better|gone|fine)(?: now)?|cancer free|survivor|removed|taken out)\b/
const HISTORY = /\b(?:history of|had|diagnosed with .* in (?:19|20)\d\d)\b/
/** In the next sentence. */
const ENDED_BEHIND =
  /\b(?:grew out|grown out|outgrew|nothing since|not (?:had|have) (?:it|any|that|one) since|gone now|went away|resolved|none since)\b/
const RECENT =
  /\b(?:since|for (?:the|a|about|one|two|three|four|five|six|seven|\d)|today|yesterday|this (?:morning|week|weekend)|last (?:night|week|weekend)|ago|now|again|still|days?|hours?|started|been)\b/
const LONG_AGO = /\b(?:in (?:19|20)\d\d|years ago|as a (?:child|kid)|back then|last year|in the past)\b/

/** True for a condition that the patient once had and has no longer. */
export function isOver(
  { named, time, sentence, start, isAsked, told }: Mention<Pick<Condition, 'sort'> & { code?: string }>,
  before: Sentence | undefined,
  behind: Sentence | undefined,
): boolean {
  if (ACUTE.test(named.code ?? '')) return isOverAcute(sentence, start)
  const isEndedBehind = behind?.speaker === sentence.speaker && ENDED_BEHIND.test(behind.said)
  if (isEndedBehind || ENDED.test(sentence.said)) return true
  if (isCancer(named)) return HISTORY.test(sentence.said)
  if (named.sort === 'lasting') return false
  if (time === 'past' || (isAsked && isAskedOfPast(sentence, told))) return true
  const verb = sentence.clauses[clauseAt(sentence, start)]?.verb
  if (isAsked || verb === undefined || !verb.isPast) return false
  const isTold = named.sort === 'passing' && verb.lemma === 'have' && !RECENT.test(sentence.said)
  return isTold || (before?.speaker === sentence.speaker && LONG_AGO.test(before.said))
}

/** "Did you ever have malaria?", "Only when I was in Lagos." */
const isAskedOfPast = ({ said }: Sentence, { answer }: Told) =>
  /\b(?:ever (?:had|have|been|get|got|suffer\w*)|in the past|previously|before)\b/.test(said) ||
  answer.some((one) => isLongAgo(one.said))

/** What strikes at one time: who tells of it had it, but for the clinician who sees it. */
const ACUTE = /^(?:I21|I63|G45|I26)/

function isOverAcute(sentence: Sentence, start: number): boolean {
  const { verb } = sentence.clauses[clauseAt(sentence, start)] ?? {}
  return sentence.speaker === 'patient' || verb === undefined || verb.isPast
}

const isCancer = ({ code = '' }: { code?: string }) => /^C/.test(code)
