import { readNumber } from './numbers.ts'
import { isNumber } from './words.ts'

/** Units as notes print them, by how people say them. */
const UNITS: Record<string, string> = {
  ...{ milligram: 'mg', milligrams: 'mg', milligramme: 'mg', milligrammes: 'mg', mg: 'mg' },
  ...{ microgram: 'mcg', micrograms: 'mcg', gram: 'g', grams: 'g', milliliter: 'mL', milliliters: 'mL' },
  ...{ millilitre: 'mL', millilitres: 'mL', percent: '%', centimeter: 'cm', centimeters: 'cm', centimetre: 'cm' },
  ...{ centimetres: 'cm', millimeter: 'mm', millimeters: 'mm', kilogram: 'kg', kilograms: 'kg', kilos: 'kg' },
}

/** "One of them", "a second": a small number is as often a pronoun. It is a number in front of these. */
const COUNTED =
  /^(mg|milligrams?|mcg|micrograms?|g|grams?|ml|millilit\w+|percent|%|times?|days?|weeks?|months?|years?|hours?|minutes?|tablets?|pills?|puffs?|drops?|units?|plus|out|over|to|cigarettes?|beers?|drinks?|glasses|packs?|pounds?|kilos?|kg|cm|centimet\w+|inch(es)?|degrees?|a|per|episodes?|views?)$/

/** A number as it was said: words of the text, how many, and whether all of them make one number. */
interface Run {
  taken: number
  value?: number
}

/**
 * A text with its spoken numbers in digits and its units short: "fifty milligrams" is "50 mg". What could be several
 * numbers, a year or a call sign stays in words ("nine one one"), and "one forty over ninety" is "140 over 90": whether
 * a stroke is meant is for the transcript to say.
 */
export function printNumbers(text: string): string {
  const words = text.split(/\s+/)
  const printed: string[] = []
  for (let at = 0; at < words.length; ) {
    const run = readRun(words, at)
    printed.push(...(run ? printRun(words, at, run) : words.slice(at, at + 1)))
    at = run ? at + run.taken : at + 1
    if (run?.value !== undefined && isShortened(words, at)) at++
  }
  return printed.join(' ').replace(/\b(\d) plus\b/g, '$1+')
}

const plain = (word: string | undefined) => (word ?? '').toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const markOf = (word: string | undefined) => /[.,;:!?]+$/.exec(word ?? '')?.[0] ?? ''

/** The words from here on that are a number, or look like one. */
function readRun(words: readonly string[], at: number): Run | undefined {
  const article = /^an?$/.test(plain(words[at])) && /^(hundred|thousand)$/.test(plain(words[at + 1])) ? 1 : 0
  let end = at + article
  while (isPart(words, end)) end++
  const taken = end - at
  if (taken === 0 || /\d/.test(words[at] ?? '')) return taken > 0 ? readDigits(words, at) : undefined
  const said = words.slice(at, end).map(plain)
  const read = readNumber(article ? ['one', ...said.slice(1)] : said)
  const hasMark = words.slice(at, end - 1).some((word) => markOf(word) !== '')
  const isOne = read?.taken === taken && !hasMark && isMeant(read.value, taken, plain(words[end]))
  return isOne ? { taken, value: read.value } : { taken }
}

const readDigits = (words: readonly string[], at: number): Run =>
  /^\d+(\.\d+)?$/.test(words[at] ?? '') ? { taken: 1, value: Number(words[at]) } : { taken: 1 }

function isPart(words: readonly string[], at: number): boolean {
  const word = plain(words[at])
  const next = plain(words[at + 1])
  if (word === 'and' || word === 'point')
    return isNumber(plain(words[at - 1])) && isNumber(next) && markOf(words[at - 1]) === ''
  return (
    word !== 'half' && word !== 'quarter' && word !== 'once' && word !== 'twice' && word !== 'second' && isNumber(word)
  )
}

function isMeant(value: number, taken: number, next: string): boolean {
  return taken > 1 || value > 1 || COUNTED.test(next)
}

const isShortened = (words: readonly string[], at: number) =>
  markOf(words[at - 1]) === '' && Object.hasOwn(UNITS, plain(words[at]))

function printRun(words: readonly string[], at: number, { taken, value }: Run): string[] {
  if (value === undefined) return words.slice(at, at + taken)
  const end = at + taken
  if (!isShortened(words, end))
    return [/^\d/.test(words[at] ?? '') ? (words[at] ?? '') : `${value}${markOf(words[end - 1])}`]
  const unit = UNITS[plain(words[end])] ?? ''
  return [`${value}${unit === '%' ? '' : ' '}${unit}${markOf(words[end])}`]
}
