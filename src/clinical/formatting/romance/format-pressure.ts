import { asSaid, type FormattingRule, type Place, tail } from '../formatting-rule.ts'
import { readSpokenNumber, type SpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** What a person's pressure can be in mmHg, and in the centimetres that people say: "douze huit". */
const RANGES = [
  { systolic: [60, 280], diastolic: [30, 160] },
  { systolic: [7, 28], diastolic: [3, 16] },
] as const
const CUE_REACH = 6

interface Pair {
  upper: SpokenNumber
  lower: SpokenNumber
  taken: number
  isOver: boolean
}

/** "Cent vingt sur quatre-vingts" is "120/80", and of a pressure "douze huit" is "12/8", "120-80" "120/80". */
export const formatPressure =
  (language: SpokenLanguage): FormattingRule =>
  (place) => {
    const pair = readPair(place.words, language)
    const isNamed = language.pressure.cue.test(tail(place, CUE_REACH))
    if (isNamed && isUnclear(place, language)) return asSaid(place.words.slice(0, 2))
    if (!pair || !(isNamed ? RANGES.some(fits(pair)) : pair.isOver && fits(pair)(RANGES[0]))) return undefined
    const behind = place.words.slice(pair.taken)
    const printed = { text: `${pair.upper.text}/${pair.lower.text}`, from: pair.taken }
    if (language.pressure.mercury.test(behind.slice(0, 3).join(' '))) return [printed, { text: 'mmHg', from: 3 }]
    return isMore(behind, language) ? undefined : [printed]
  }

function readPair(words: readonly string[], language: SpokenLanguage): Pair | undefined {
  const hyphen = /^(\d+)-(\d+)$/.exec(words[0] ?? '')
  if (hyphen) {
    const [upper, lower] = hyphen.slice(1).map((text) => ({ text, value: Number(text), taken: 0 }))
    return upper && lower && { upper, lower, taken: 1, isOver: false }
  }
  const upper = readSpokenNumber(words, language)
  const isOver = upper !== undefined && words[upper.taken] === language.pressure.over
  const from = (upper?.taken ?? 0) + (isOver ? 1 : 0)
  const lower = upper && readSpokenNumber(words.slice(from), language)
  return lower && { upper, lower, taken: from + lower.taken, isOver }
}

const fits =
  ({ upper, lower }: Pair) =>
  ({ systolic, diastolic }: (typeof RANGES)[number]) =>
    upper.value >= systolic[0] &&
    upper.value <= systolic[1] &&
    lower.value >= diastolic[0] &&
    lower.value <= diastolic[1] &&
    upper.value > lower.value

/** A third number, or something that the second one counts or measures. */
const isMore = (behind: readonly string[], language: SpokenLanguage) =>
  readSpokenNumber(behind.slice(0, 1), language) !== undefined ||
  language.units.has(behind[0] ?? '') ||
  language.counted.test(behind[0] ?? '')

const isUnclear = ({ words }: Place, { pressure }: SpokenLanguage) => pressure.unclear.test(words.slice(0, 3).join(' '))
