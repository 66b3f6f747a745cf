import { readOrdinal } from './formatting/ordinals.ts'
import { readNumber } from './numbers.ts'
import { plainWords } from './words.ts'

/** A number as it was said or written, with the unit that goes with it where one does. */
export interface Quantity {
  value: number
  unit?: string
}

/** Units in speech and in notes, under the spelling of UCUM where it has one. Written here. */
const UNITS: Record<string, RegExp> = {
  mg: /^(mg|mgs|milligrams?|milligrammes?)$/,
  mcg: /^(mcg|ug|micrograms?)$/,
  g: /^(g|grams?|grammes?)$/,
  kg: /^(kg|kgs|kilos?|kilograms?)$/,
  mL: /^(ml|mls|milliliters?|millilitres?|cc|ccs)$/,
  U: /^(iu|units?)$/,
  '%': /^(percent|%)$/,
  tablet: /^(tablets?|tabs?)$/,
  capsule: /^capsules?$/,
  pill: /^pills?$/,
  puff: /^puffs?$/,
  drop: /^drops?$/,
  times: /^(times?|x)$/,
  hour: /^(hours?|hrs?|hourly|h)$/,
  minute: /^(minutes?|mins?)$/,
  day: /^(days?|daily)$/,
  week: /^(weeks?|weekly|wks?)$/,
  month: /^(months?|monthly)$/,
  year: /^(years?|yrs?|yearly)$/,
  pound: /^(pounds?|lbs?)$/,
  degree: /^(degrees?)$/,
  pack: /^packs?$/,
}

/** How often, in one word, and Latin abbreviations of prescriptions: 2 times, 3 times. */
const IN_ONE_WORD: Record<string, Quantity> = {
  once: { value: 1, unit: 'times' },
  twice: { value: 2, unit: 'times' },
  thrice: { value: 3, unit: 'times' },
  bid: { value: 2, unit: 'times' },
  tid: { value: 3, unit: 'times' },
  qid: { value: 4, unit: 'times' },
  half: { value: 0.5 },
  couple: { value: 2 },
  dozen: { value: 12 },
  hundred: { value: 100 },
  thousand: { value: 1000 },
}

/**
 * The numbers of a text, in words or digits alike: "one forty over ninety" and "140/90" give 140 and 90, "five hundred
 * milligrams" and "500mg" give 500 mg.
 */
export function readQuantities(text: string): Quantity[] {
  const words = cutWords(text)
  const found: Quantity[] = []
  for (let at = 0; at < words.length; ) {
    const { taken, quantities } = readAt(words, at)
    found.push(...quantities)
    at += taken
  }
  return found
}

/** Hyphens and strokes part numbers, and so does a unit that is glued on: `45-year-old`, `140/90`, `500mg`, `q8h`. */
function cutWords(text: string): string[] {
  return plainWords(text.replaceAll('%', ' percent '))
    .flatMap((word) => word.split(/[/-]/))
    .map((word) => (/^\d{1,3}(,\d{3})+$/.test(word) ? word.replaceAll(',', '') : word))
    .flatMap(
      (word) => /^(?:q)?(\d+(?:[.,]\d+)?)(?:st|nd|rd|th)?([a-z]*)$/.exec(word)?.slice(1).filter(Boolean) ?? [word],
    )
}

function readAt(words: readonly string[], at: number): { taken: number; quantities: Quantity[] } {
  const word = words[at] ?? ''
  const short = Object.hasOwn(IN_ONE_WORD, word) ? IN_ONE_WORD[word] : undefined
  if (short) return { taken: 1, quantities: [withUnit(short, words[at + 1])] }
  const ordinal = readOrdinal(words.slice(at, at + 2))
  if (ordinal)
    return { taken: ordinal.taken, quantities: [withUnit({ value: ordinal.value }, words[at + ordinal.taken])] }
  const number = readNumber(words.slice(at, at + 12))
  if (!number) return { taken: 1, quantities: readArticle(words, at) }
  const { value, taken } = grow(number.value, words, at + number.taken)
  return { taken: taken - at, quantities: readRow(words, at, { value, taken: taken - at }) }
}

/** "Two thousand", "two and a half". */
function grow(value: number, words: readonly string[], behind: number): { value: number; taken: number } {
  if (words[behind] === 'thousand') return { value: value * 1000, taken: behind + 1 }
  const isHalfMore = words.slice(behind, behind + 3).join(' ') === 'and a half'
  return isHalfMore ? { value: value + 0.5, taken: behind + 3 } : { value, taken: behind }
}

/** A number and, where two digits follow two digits or a digit follows a temperature, what people mean by the row. */
function readRow(words: readonly string[], at: number, { value, taken }: { value: number; taken: number }): Quantity[] {
  const alone = withUnit({ value }, words[at + taken], words[at + taken + 1])
  const next = readNumber(words.slice(at + taken, at + taken + 4))
  if (!next || /^\d/.test(words[at] ?? '')) return [alone]
  const unit = words[at + taken + next.taken]
  // "Ninety eight six" is 98.6 and "nineteen eighty five" is 1985; either reading may be meant.
  if (value >= 35 && value < 110 && next.value < 10) return [alone, withUnit({ value: value + next.value / 10 }, unit)]
  const isYear = value >= 18 && value <= 20 && next.value >= 10 && next.value < 100
  return isYear ? [alone, { value: value * 100 + next.value }] : [alone]
}

/** "A day" and "a tablet" count as one. */
function readArticle(words: readonly string[], at: number): Quantity[] {
  const unit = /^(a|an|every|each|per)$/.test(words[at] ?? '') ? unitOf(words[at + 1]) : undefined
  if (words[at] === 'daily' || (unit === 'day' && words[at - 1] !== 'times'))
    return [
      { value: 1, unit: 'times' },
      { value: 1, unit: 'day' },
    ]
  return unit ? [{ value: 1, unit }] : []
}

function withUnit(quantity: Quantity, next: string | undefined, after?: string): Quantity {
  if (quantity.unit !== undefined) return quantity
  const unit = unitOf(next) ?? (next === 'more' || next === 'a' || next === 'of' ? unitOf(after) : undefined)
  return unit === undefined ? quantity : { ...quantity, unit }
}

/** The unit that a word stands for: `milligrams` is mg. */
export function unitOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined
  return Object.keys(UNITS).find((unit) => UNITS[unit]?.test(word))
}

/** The units that stand in a text, with numbers or without. */
export function readUnits(text: string): Set<string> {
  return new Set(cutWords(text).flatMap((word) => unitOf(word) ?? []))
}
