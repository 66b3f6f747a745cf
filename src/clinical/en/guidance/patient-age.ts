import { formatSpoken } from '../../formatting/format-words.ts'
import { plainWords } from '../words.ts'
import { type Ages, ANY_AGE } from './source.ts'

const MONTHS_OF_YEAR = 12
const WEEKS_OF_YEAR = 52
const OLDEST = 120

const CHILD = '(?:son|daughter|baby|child|infant|toddler|newborn|little one|little boy|little girl|boy|girl)'
/** How old somebody is: the number and what is counted. What is nobody's age here is a relative's. */
const TOLD: readonly RegExp[] = [
  /\bhow old (?:are you|is (?:he|she|it|your \w+|the \w+|baby)) (?:now )?(?:(?:i'm|i am|he's|he is|she's|she is|just|nearly|almost|about|only) )*(\d{1,3})(?: (years?|months?|weeks?))?\b/,
  /\b(?:i'm|i am) (?:now |just |nearly |almost |only )?(\d{1,3})(?: (years?) old)?(?= (?:and|but|so|now|years?)\b|$)/,
  new RegExp(
    `\\b(?:my|your|the|this) ${CHILD}(?: \\w+)? (?:is|who is|who's|just turned|turned) (?:now |only |nearly )?(\\d{1,2})(?: (years?|months?|weeks?))?\\b`,
  ),
  /\b(\d{1,3})[- ](years?|months?|weeks?)[- ]old(?! (?:mother|father|brother|sister|husband|wife|mum|mom|dad))\b/,
]

/** What only grown people say of themselves. */
const GROWN =
  /\b(my (wife|husband|kids|children|job|boss|employer|fiancee?|grandchildren|grandkids)|i('m| am) (retired|married|divorced|pregnant|breastfeeding)|i (work|drive|smoke|used to smoke|vape)|at work|my (last )?periods?|the menopause)\b/
const OF_CHILD = new RegExp(`\\b(?:my|your|the) ${CHILD}\\b`)
const SMALL = /\b(baby|infant|toddler|newborn|nappy|nappies|diapers?|nursery|weaned|months? old|weeks? old)\b/
const SELF = /\b(i|i'm|i've|i'd|me|my)\b/

const ADULT: Ages = { from: 18, below: OLDEST }
const NO_SMALL_CHILD: Ages = { from: 5, below: OLDEST }
const UNDER_5: Ages = { from: 0, below: 5 }
const ANY_CHILD: Ages = { from: 0, below: 16 }

/**
 * How old the patient may be, by what was said: a number, or what only grown people say, or whose complaints are told.
 * `complaints` are the sentences in which one is.
 */
export function readAges(texts: readonly string[], complaints: readonly string[]): Ages {
  const said = texts.map((text) => plainWords(formatSpoken(text)).join(' '))
  const told = said.map(readTold).find((age) => age !== undefined)
  if (told !== undefined) return { from: Math.floor(told), below: Math.floor(told) + 1 }
  const own = complaints.map((text) => plainWords(text).join(' '))
  const ofChild = own.filter((sentence) => OF_CHILD.test(sentence)).length
  const ofSelf = own.filter((sentence) => SELF.test(sentence) && !OF_CHILD.test(sentence)).length
  if (ofChild > 0 && ofChild >= ofSelf) return said.some((sentence) => SMALL.test(sentence)) ? UNDER_5 : ANY_CHILD
  if (said.some((sentence) => GROWN.test(sentence))) return ADULT
  return ofSelf > 0 ? NO_SMALL_CHILD : ANY_AGE
}

function readTold(said: string): number | undefined {
  const [, count, unit = ''] = TOLD.map((pattern) => pattern.exec(said)).find((found) => found !== null) ?? []
  if (count === undefined) return undefined
  const years =
    Number(count) / (unit.startsWith('month') ? MONTHS_OF_YEAR : unit.startsWith('week') ? WEEKS_OF_YEAR : 1)
  return years < OLDEST ? years : undefined
}
