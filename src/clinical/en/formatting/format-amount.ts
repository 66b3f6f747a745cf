import { type Formatted, type FormattingRule, formatAs, type Place, tail } from '../../formatting/formatting-rule.ts'
import { readNumber } from '../numbers.ts'
import { isNumber } from '../words.ts'
import { formatOrdinal, readOrdinal } from './ordinals.ts'

/** Units as notes print them, by how people say them. */
const UNITS: Record<string, string> = {
  ...{ milligram: 'mg', milligrams: 'mg', milligramme: 'mg', milligrammes: 'mg', mg: 'mg' },
  ...{ microgram: 'mcg', micrograms: 'mcg', gram: 'g', grams: 'g', milliliter: 'mL', milliliters: 'mL' },
  ...{ millilitre: 'mL', millilitres: 'mL', centimeter: 'cm', centimeters: 'cm', centimetre: 'cm', centimetres: 'cm' },
  ...{ millimeter: 'mm', millimeters: 'mm', millimetre: 'mm', millimetres: 'mm', kilogram: 'kg', kilograms: 'kg' },
  ...{ kilos: 'kg', milliequivalents: 'mEq', millimoles: 'mmol' },
}
const PER: Record<string, string> = {
  deciliter: 'dL',
  decilitre: 'dL',
  liter: 'L',
  litre: 'L',
  milliliter: 'mL',
  kilogram: 'kg',
}

/** "One of them", "a second": a small number is as often a pronoun. It is a number in front of these. */
const COUNTED =
  /^(times?|days?|weeks?|months?|years?|hours?|minutes?|seconds|tablets?|pills?|capsules?|puffs?|drops?|units?|plus|out|over|to|cigarettes?|beers?|drinks?|glasses|packs?|pounds?|inch(es)?|feet|degrees?|a|per|episodes?|views?|o'clock)$/
const TEMPERATURE = /\b(temperature|temp|fever of|fever was)\b/
const TEMPERATURE_REACH = 5

/** "Ninety eight percent" is "98%". */
export const formatPercent: FormattingRule = ({ words }) => {
  const number = readNumber(words)
  return number && /^(percent|%)$/.test(words[number.taken] ?? '')
    ? formatAs(`${formatValue(words, number)}%`, number.taken + 1)
    : undefined
}

/** A number that is written in digits stays as it is: "1,000". */
const formatValue = ([word = '']: readonly string[], { value, taken }: { value: number; taken: number }) =>
  taken === 1 && /^\d/.test(word) ? word : String(value)

/** "Ten milligrams" is "10 mg", "point five grams" "0.5 g", "one and a half milligrams" "1.5 mg". */
export const formatDose: FormattingRule = ({ words }) => {
  const number = readDecimal(words) ?? readWithHalf(words) ?? readAmount(words)
  const unit = number && UNITS[words[number.taken] ?? '']
  if (!number || !unit || !Object.hasOwn(UNITS, words[number.taken] ?? '')) return undefined
  return [{ text: formatValue(words, number), from: number.taken }, formatUnit(words.slice(number.taken), unit)]
}

function formatUnit(words: readonly string[], unit: string): Formatted {
  const per = words[1] === 'per' ? PER[words[2] ?? ''] : undefined
  if (unit === 'mm' && words[1] === 'of' && words[2] === 'mercury') return { text: 'mmHg', from: 3 }
  return per ? { text: `${unit}/${per}`, from: 3 } : { text: unit, from: 1 }
}

/** A number, also with "a" for its one: "a hundred". */
function readAmount(words: readonly string[]) {
  return isArticle(words) ? readNumber(['one', ...words.slice(1)]) : (readHundred(words) ?? readNumber(words))
}

const isArticle = (words: readonly string[]) =>
  /^an?$/.test(words[0] ?? '') && /^(hundred|thousand)$/.test(words[1] ?? '')

/** "Point five": never without the nought in front. */
function readDecimal(words: readonly string[]) {
  if (words[0] !== 'point') return undefined
  const number = readNumber(['zero', ...words])
  return number && number.taken > 2 ? { value: number.value, taken: number.taken - 1 } : undefined
}

/** "Two and a half" is 2.5, and so is "two and one half". */
function readWithHalf(words: readonly string[]) {
  const number = readNumber(words.slice(0, 1))
  const isHalf = /^and (a|one) half$/.test(words.slice(1, 4).join(' '))
  return number && isHalf ? { value: number.value + 0.5, taken: 4 } : undefined
}

/** "Ninety eight six" of a temperature is 98.6, "one oh one" is 101, and so is "100 and 1", as recognisers write it. */
export const formatTemperature: FormattingRule = (place) => {
  if (!TEMPERATURE.test(tail(place, TEMPERATURE_REACH))) return undefined
  const behind = place.words[0] === '100' && place.words[1] === 'and' ? readNumber(place.words.slice(2, 3)) : undefined
  if (behind && behind.value > 0 && behind.value < 10) return formatAs(String(100 + behind.value), 3)
  const number = readHundred(place.words) ?? readNumber(place.words.slice(0, 2))
  if (!number || number.value < 90 || number.value > 110) return undefined
  const digit = readNumber(place.words.slice(number.taken, number.taken + 1))
  return digit && digit.value > 0 && digit.value < 10 && Number.isInteger(digit.value)
    ? formatAs(`${number.value}.${digit.value}`, number.taken + 1)
    : undefined
}

/** "One oh five" is 105. */
function readHundred(words: readonly string[]) {
  const [hundred, digit] = [readNumber(words.slice(0, 1)), readNumber(words.slice(2, 3))]
  const isNought = words[1] === 'oh' || words[1] === 'o'
  if (!isNought || !hundred || !digit || hundred.value < 1 || hundred.value > 9 || digit.value > 9) return undefined
  const decimals = words[3] === 'point' ? readNumber(['zero', ...words.slice(3)]) : undefined
  const value = hundred.value * 100 + digit.value
  return decimals && decimals.taken > 2
    ? { value: value + decimals.value, taken: 2 + decimals.taken }
    : { value, taken: 3 }
}

/** "One or two days" is "1 or 2 days"; "one or two" of what was not said stays in words. */
export const formatRange: FormattingRule = ({ words }) => {
  const [first, second] = [readNumber(words.slice(0, 1)), readNumber(words.slice(2, 3))]
  if (!first || !second || !/^(to|or)$/.test(words[1] ?? '') || readNumber(words.slice(2))?.taken !== 1)
    return undefined
  if (first.value > 9 || second.value > 9) return undefined
  const isCounted = COUNTED.test(words[3] ?? '') || Object.hasOwn(UNITS, words[3] ?? '')
  const print = (at: number, value: number) => ({ text: isCounted ? String(value) : (words[at] ?? ''), from: 1 })
  return [print(0, first.value), { text: words[1] ?? '', from: 1 }, print(2, second.value)]
}

/** "Forty five year old" is "45-year-old". */
export const formatAge: FormattingRule = ({ words }) => {
  const number = readNumber(words)
  const behind = number ? words.slice(number.taken, number.taken + 2).join(' ') : ''
  return number && /^(year|month|week|day) old$/.test(behind)
    ? formatAs(`${number.value}-${behind.replace(' ', '-')}`, number.taken + 2)
    : undefined
}

/** "The twenty first" is "the 21st"; the first nine stay words. */
export const formatDay: FormattingRule = ({ words }) => {
  const ordinal = readOrdinal(words)
  if (!ordinal || /^\d/.test(words[0] ?? '')) return undefined
  return ordinal.value >= 10 ? formatAs(formatOrdinal(ordinal.value), ordinal.taken) : undefined
}

const LEAST_DIGITS = 4

/** "Five five five one two three four" is a number one dials or types; "nine one one" too. */
export const formatDigits: FormattingRule = ({ words }) => {
  const end = words.findIndex((word) => digitOf(word) === undefined)
  const digits = words.slice(0, end < 0 ? words.length : end).map((word) => digitOf(word))
  const text = digits.join('')
  return digits.length >= LEAST_DIGITS || text === '911' ? formatAs(text, digits.length) : undefined
}

function digitOf(word: string): number | undefined {
  if (word === 'oh' || word === 'o') return 0
  const number = readNumber([word])
  return number && number.value < 10 && Number.isInteger(number.value) ? number.value : undefined
}

/**
 * Any other number. What could be several numbers stays in words, and so does a "one" that may be a pronoun.
 */
export const formatNumber: FormattingRule = (place) => {
  const run = readRun(place)
  if (!run) return undefined
  if (run.isApart) return formatAs(`${run.value},`, run.taken)
  if (run.value === undefined) return place.words.slice(0, run.taken).map((text) => ({ text, from: 1 }))
  return formatAs(formatValue(place.words, { value: run.value, taken: run.taken }), run.taken)
}

/** The words that are a number, or look like one; without a value where they are not one number. */
function readRun({ words }: Place): { taken: number; value?: number; isApart?: boolean } | undefined {
  if (/^\d+(\.\d+)?$/.test(words[0] ?? '')) return { taken: 1, value: Number(words[0]) }
  const hundred = readHundred(words)
  if (hundred) return hundred
  const half = readWithHalf(words)
  if (half && COUNTED.test(words[half.taken] ?? '')) return half
  const article = isArticle(words) ? 1 : 0
  let taken = article
  while (isPart(words, taken)) taken++
  if (taken === 0 || /\d/.test(words[0] ?? '')) return undefined
  const number = readNumber(article ? ['one', ...words.slice(1)] : words)
  // "Four hundred three times a day" is 400, and 3 times.
  if (number && number.value >= 100 && number.taken === taken - 1) return { ...number, isApart: true }
  const isOne = number?.taken === taken && !isUnclear(words, number)
  const isMeant = number && (taken > 1 || number.value > 1 || COUNTED.test(words[taken] ?? ''))
  return isOne && isMeant ? { taken, value: number.value } : { taken }
}

/** "Three thirty" is a time as often as 330; "one forty" is 140. */
const isUnclear = (words: readonly string[], { value, taken }: { value: number; taken: number }) =>
  value >= 300 && value < 1000 && words[1] !== 'hundred' && taken > 1 && !/\d/.test(words[0] ?? '')

function isPart(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (word === 'and' || word === 'point') return isNumber(words[at - 1] ?? '') && isNumber(words[at + 1] ?? '')
  return !/^(half|quarter|once|twice|second|first|third)$/.test(word) && isNumber(word)
}
