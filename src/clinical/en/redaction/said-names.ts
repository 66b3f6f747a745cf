import { isPrintedWithCapital } from '../formatting/format-names.ts'
import { isClinical, isMedicine } from '../terms.ts'
import { isFiller } from '../words.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { FAMILY_NAMES, NO_NAMES, PARTICLES, TITLES } from './name-words.ts'

/** Whether something is an English word: what is none may be a name where one is announced, also in small letters. */
export type IsWord = (word: string) => boolean

/** A word between its marks; a possessive is one of them. */
interface Said {
  open: string
  close: string
  /** In small letters, with plain apostrophes. */
  plain: string
  /** "Okonkwo", "O'Neill", not "ECG". */
  isCapital: boolean
  isInitial: boolean
}

/** The words of a text as one looks for names in them. */
export interface SaidWords {
  all: readonly Said[]
  isWord: IsWord
}

export const readSaid = (printed: readonly string[], isWord: IsWord): SaidWords => ({ all: printed.map(read), isWord })

/** What is no possessive: "it's", "name's". */
const CONTRACTION = /^(it|he|she|that|there|what|who|where|how|here|name|let)['’]s$/i
const LONGEST_CONTRACTION = 10

/** From both ends, step by step: one pattern for all of it looks at a row of marks once for each of them. */
function read(printed: string): Said {
  const isMark = (sign = 'a') => !/[\p{L}\p{N}]/u.test(sign)
  let start = 0
  while (isMark(printed[start])) start++
  let end = printed.length
  while (end > start && isMark(printed[end - 1])) end--
  const isContraction = end - start < LONGEST_CONTRACTION && CONTRACTION.test(printed.slice(start, end))
  const possessive = isContraction ? 0 : (/['’]s$/i.exec(printed.slice(Math.max(start, end - 2), end))?.[0].length ?? 0)
  const word = printed.slice(start, end - possessive)
  return {
    open: printed.slice(0, start),
    close: printed.slice(end - possessive),
    plain: word.toLowerCase().replaceAll('’', "'"),
    isCapital: /^(?:(?:al|el|abd|bin|ben)-)?\p{Lu}['’]?\p{L}*\p{Ll}/u.test(word),
    isInitial: /^\p{Lu}$/u.test(word) && (printed[end] === '.' || !/[AI]/.test(word)),
  }
}

export const plainAt = ({ all }: SaidWords, at: number) => all[at]?.plain ?? ''
export const isCapitalAt = ({ all }: SaidWords, at: number) => all[at]?.isCapital === true
/** True where a mark parts a word from the next. */
export const endsAt = ({ all }: SaidWords, at: number) => all[at]?.close !== ''
export const isGiven = (said: SaidWords, at: number) => GIVEN_NAMES.has(plainAt(said, at).split('-')[0] ?? '')

/** "jones": no English word, and none of medicine. */
export function isUnknown(said: SaidWords, at: number): boolean {
  const [word = '', ...rest] = plainAt(said, at).split("'")
  if (word === 'o' && rest.length > 0) return true
  const parts = word.split('-').filter(({ length }) => length > 1)
  return parts.some((part) => /^\p{L}+$/u.test(part) && !isKnown(part, said.isWord))
}

const isKnown = (word: string, isWord: IsWord) =>
  isWord(word) ||
  NO_NAMES.has(word) ||
  TITLES.has(word) ||
  isFiller(word) ||
  isPrintedWithCapital(word) ||
  isMedicine(word) ||
  isClinical(word)

/** A capital that neither a weekday nor a brand nor a title has. */
export function isCapitalName(said: SaidWords, at: number): boolean {
  const word = plainAt(said, at)
  return isCapitalAt(said, at) && ![NO_NAMES, TITLES].some((words) => words.has(word)) && !hasOwnCapital(word)
}

const hasOwnCapital = (word: string) => isPrintedWithCapital(word) || isMedicine(word)

/**
 * How many words from here on are one name, with initials, particles and family names, when its first word fits. Where it is
 * announced, a family name that is a word too goes with a first name: "nurse elena marsh".
 */
export function lengthOfName(
  said: SaidWords,
  from: number,
  fits: (at: number) => boolean,
  isAnnounced = false,
): number {
  const first = skipParts(said, from)
  const isLed = first > from && (isCapitalName(said, first) || isUnknown(said, first))
  if (first >= said.all.length || !(isLed || fits(first))) return 0
  let end = first + 1
  while (end < said.all.length && (!endsAt(said, end - 1) || isInitialAt(said, end - 1))) {
    const next = skipParts(said, end)
    const isSecond = next === first + 1 && isGiven(said, first) && FAMILY_NAMES.has(plainAt(said, next))
    const goesOn = (isSecond && (isAnnounced || isToldOf(said, next))) || isNameBehind(said, first, next)
    if (!goesOn && !isInitialAt(said, end)) break
    end = goesOn ? next + 1 : end + 1
  }
  return end - from
}

/** "Anna cooper, 40", "anna cooper is": nothing but a name stands between a first name and this. */
const isToldOf = (said: SaidWords, at: number) =>
  endsAt(said, at) || /^(|is|was|has|had|who|who's|here|calling|called|said|and)$/.test(plainAt(said, at + 1))

/** Behind a capital only capitals, behind small letters what is no word. */
const isNameBehind = (said: SaidWords, first: number, at: number) =>
  at < said.all.length &&
  (isCapitalName(said, at) ||
    (isCapitalAt(said, at) && FAMILY_NAMES.has(plainAt(said, at))) ||
    (!isCapitalAt(said, first) && isUnknown(said, at)))

const isInitialAt = ({ all }: SaidWords, at: number) => all[at]?.isInitial === true

/** Behind initials and particles, where a name may go on. */
function skipParts(said: SaidWords, from: number): number {
  let at = from
  while (isInitialAt(said, at) || (PARTICLES.has(plainAt(said, at)) && !endsAt(said, at))) at++
  return at
}
