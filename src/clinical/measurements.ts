import { readNumber } from './numbers.ts'

export interface Measurement {
  /** The words of the sentence that say it. */
  phrase: string
  name: string
  value: number
  unit: string
  /** LOINC (https://loinc.org). */
  code: string
}

interface Kind {
  cue: RegExp
  name: string
  unit: string
  code: string
  least: number
  most: number
}

const KINDS: readonly Kind[] = [
  { cue: /^(temperature|temp)$/, name: 'Body temperature', unit: '', code: '8310-5', least: 30, most: 110 },
  { cue: /^(pulse|heart rate)$/, name: 'Heart rate', unit: '/min', code: '8867-4', least: 20, most: 250 },
  { cue: /^respiratory rate$/, name: 'Respiratory rate', unit: '/min', code: '9279-1', least: 4, most: 80 },
  {
    cue: /^(oxygen saturation|saturation|oxygen|sats)$/,
    name: 'Oxygen saturation',
    unit: '%',
    code: '59408-5',
    least: 50,
    most: 100,
  },
  { cue: /^weight$/, name: 'Body weight', unit: '', code: '29463-7', least: 1, most: 700 },
  { cue: /^height$/, name: 'Body height', unit: '', code: '8302-2', least: 1, most: 250 },
]
const SYSTOLIC = { name: 'Systolic blood pressure', unit: 'mm[Hg]', code: '8480-6' }
const DIASTOLIC = { name: 'Diastolic blood pressure', unit: 'mm[Hg]', code: '8462-4' }
const PRESSURE = /^(blood pressure|bp)$/

/** How many words may stand between a name and its number: "is", "today was about". */
const MOST_BETWEEN = 4

const plain = (printed: string) =>
  printed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./-]/gu, '')
    .replace(/[.]+$/, '')

/** What was measured in a sentence, with numbers in digits or in words. */
export function readMeasurements(sentence: string): Measurement[] {
  const printed = sentence.trim().split(/\s+/)
  const words = printed.map(plain)
  const found = words.flatMap((_, start) => [2, 1].flatMap((length) => readAt(printed, words, start, length)))
  // "Oxygen saturation" is also "saturation": the first and longest name counts.
  return [...new Map(found.toReversed().map((measurement) => [measurement.code, measurement])).values()].reverse()
}

function readAt(printed: string[], words: string[], start: number, length: number): Measurement[] {
  const cue = words.slice(start, start + length).join(' ')
  const behind = start + length
  const at = words.findIndex((word, index) => index >= behind && index <= behind + MOST_BETWEEN && startsNumber(word))
  if (at < 0) return []
  const phraseTo = (end: number) =>
    printed
      .slice(start, end)
      .join(' ')
      .replace(/[.,;:!?]+$/, '')
  if (PRESSURE.test(cue)) return readPressure(words, at, phraseTo)
  const kind = KINDS.find((candidate) => candidate.cue.test(cue))
  const number = readNumber(words.slice(at))
  if (!kind || !number || number.value < kind.least || number.value > kind.most) return []
  const { name, unit, code } = kind
  return [{ name, unit, code, value: number.value, phrase: phraseTo(at + number.taken) }]
}

const startsNumber = (word: string) => /^\d/.test(word) || readNumber([word]) !== undefined

function readPressure(words: string[], at: number, phraseTo: (end: number) => string): Measurement[] {
  const [, systolic, diastolic] = /^(\d{2,3})\/(\d{2,3})$/.exec(words[at] ?? '') ?? []
  if (systolic && diastolic) return pair(Number(systolic), Number(diastolic), phraseTo(at + 1))
  const upper = readNumber(words.slice(at))
  const over = at + (upper?.taken ?? 0)
  const lower = words[over] === 'over' ? readNumber(words.slice(over + 1)) : undefined
  return upper && lower ? pair(upper.value, lower.value, phraseTo(over + 1 + lower.taken)) : []
}

function pair(systolic: number, diastolic: number, phrase: string): Measurement[] {
  const isPossible = systolic <= 300 && diastolic >= 20 && systolic > diastolic
  return isPossible
    ? [
        { ...SYSTOLIC, value: systolic, phrase },
        { ...DIASTOLIC, value: diastolic, phrase },
      ]
    : []
}
