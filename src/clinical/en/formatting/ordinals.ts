import { readNumber } from '../numbers.ts'

const ORDINALS = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth'
).split(' ')
const TENTHS = [
  '',
  '',
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
]

/** The ordinal that begins a row of plain words: "twenty first" is 21 in two, "twenty-first" in one. */
export function readOrdinal(words: readonly string[]): { value: number; taken: number } | undefined {
  const single = ordinalOf(words[0] ?? '')
  if (single !== undefined) return { value: single, taken: 1 }
  const hyphened = /^([a-z]+)-([a-z]+)$/.exec(words[0] ?? '')
  const joined = hyphened && readOrdinal(hyphened.slice(1))
  if (joined?.taken === 2) return { value: joined.value, taken: 1 }
  const tens = readNumber(words.slice(0, 1))
  const unit = ordinalOf(words[1] ?? '')
  const isJoined =
    tens && unit !== undefined && tens.value >= 20 && tens.value < 100 && tens.value % 10 === 0 && unit < 10
  return isJoined ? { value: tens.value + unit, taken: 2 } : undefined
}

function ordinalOf(word: string): number | undefined {
  const [, digits] = /^(\d+)(?:st|nd|rd|th)$/.exec(word) ?? []
  if (digits) return Number(digits)
  const value = ORDINALS.indexOf(word)
  if (value > 0) return value
  const tens = TENTHS.indexOf(word)
  return word !== '' && tens > 0 ? tens * 10 : undefined
}

const SUFFIXES = ['th', 'st', 'nd', 'rd']

/** 1st, 2nd, 11th, 21st. */
export function formatOrdinal(value: number): string {
  const isTeen = Math.floor((value % 100) / 10) === 1
  return `${value}${(isTeen ? undefined : SUFFIXES[value % 10]) ?? 'th'}`
}
