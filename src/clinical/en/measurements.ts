import { readNumber } from './numbers.ts'
import {
  BEFORE_VALUE,
  COMPOUND,
  DEGREES,
  DIASTOLIC,
  MEASURED_BEFORE,
  NOT_MEASURED,
  PRESSURE,
  SYSTOLIC,
  VITAL_SIGNS,
  type VitalSign,
} from './vital-signs.ts'
import { isFiller, readSentences } from './words.ts'

export interface Measurement {
  /** The words of the sentence that say it. */
  phrase: string
  name: string
  value: number
  /** UCUM; empty when none was said and several would fit. */
  unit: string
  /** LOINC. */
  code: string
}

/** A sentence, as it is printed and in plain words. */
interface Sentence {
  printed: string[]
  words: string[]
}

const plain = (printed: string) =>
  printed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./-]/gu, '')
    .replace(/[.]+$/, '')

/** What was measured in a sentence, with numbers in digits or in words. */
export function readMeasurements(text: string): Measurement[] {
  if (text.trim().endsWith('?')) return []
  const printed = text.trim().split(/\s+/)
  const sentence = { printed, words: printed.map(plain) }
  const found: Measurement[] = []
  // What stands in front of the last value, "your last weight", is not said of the next.
  let from = 0
  for (let start = 0; start < printed.length; start++) {
    // "Oxygen saturation" is also "saturation": the longest name counts.
    const length = [3, 2, 1].find((words) => isSign(sentence.words.slice(start, start + words).join(' ')))
    if (length === undefined) continue
    const measured = readAt(sentence, from, start, length)
    found.push(...measured)
    if (measured[0]) from = start + measured[0].phrase.split(' ').length
    start += length - 1
  }
  return [...new Map(found.toReversed().map((measurement) => [measurement.code, measurement])).values()].reverse()
}

const isSign = (cue: string) => PRESSURE.test(cue) || VITAL_SIGNS.some((sign) => sign.cue.test(cue))

/** What was measured in a text of several sentences; a decimal that a mark tore apart, "97. 7", is one number. */
export const measurementsIn = (text: string): Measurement[] =>
  readSentences(text.replace(TORN, '$1.$2')).flatMap(readMeasurements)

const TORN = /(?<=\btemp(?:erature)?\b[^.]{0,30}?\b)(\d{2,3})\. (\d)(?=[\s.,;]|$)/gi

function readAt(sentence: Sentence, from: number, start: number, length: number): Measurement[] {
  const { words } = sentence
  const cue = words.slice(start, start + length).join(' ')
  const sign = VITAL_SIGNS.find((candidate) => candidate.cue.test(cue))
  if (NOT_MEASURED.test(words.slice(from, start).join(' '))) return []
  let at = start + length
  while (isBeforeValue(words[at]) && !isSign(words[at] ?? '')) at++
  return sign ? readSign(sign, sentence, start, at) : readPressure(sentence, start, at)
}

const isBeforeValue = (word: string | undefined) =>
  word !== undefined && (word === '' || BEFORE_VALUE.has(word) || isFiller(word))

const phraseOf = ({ printed }: Sentence, start: number, end: number) =>
  printed
    .slice(start, end)
    .join(' ')
    .replace(/[.,;:!?]+$/, '')

const startsNumber = (word: string) => /^\d/.test(word) || readNumber([word]) !== undefined

function readSign(sign: VitalSign, sentence: Sentence, start: number, at: number): Measurement[] {
  // "70kg" is a number and its unit.
  const [, digits, glued] = /^(\d+(?:[.,]\d+)?)([a-z]+)$/.exec(sentence.words[at] ?? '') ?? []
  const number = readNumber(digits === undefined ? sentence.words.slice(at) : [digits])
  if (!number) return []
  const rest = sentence.words.slice(at + number.taken)
  // "Ninety eight six" may be 98.6; it is not 98.
  if (MEASURED_BEFORE.test(rest.join(' ')) || COMPOUND.test(rest[0] ?? '') || startsNumber(rest[0] ?? '')) return []
  const said = readUnit(sign, glued === undefined ? rest : [glued])
  const unit = said?.unit ?? unitThatFits(sign, number.value)
  const range = sign.units.find((candidate) => candidate.unit === unit) ?? sign.units[0]
  if (unit === undefined || !range || number.value < range.least || number.value > range.most) return []
  const end = at + number.taken + (glued === undefined ? (said?.taken ?? 0) : 0)
  return [{ name: sign.name, unit, code: sign.code, value: number.value, phrase: phraseOf(sentence, start, end) }]
}

/** The unit behind a value, and how many words it takes. */
function readUnit({ units }: VitalSign, rest: readonly string[]): { unit: string; taken: number } | undefined {
  const at = DEGREES.test(rest[0] ?? '') ? 1 : 0
  const unit = units.find(({ says }) => says?.test(rest[at] ?? ''))?.unit
  return unit === undefined ? undefined : { unit, taken: at + 1 }
}

/** The unit in which a person can have such a value; none where that has to be said. */
function unitThatFits({ units, isUnitSaid }: VitalSign, value: number): string | undefined {
  return isUnitSaid ? '' : units.find(({ least, most }) => value >= least && value <= most)?.unit
}

function readPressure(sentence: Sentence, start: number, at: number): Measurement[] {
  const { words } = sentence
  const [, systolic, diastolic] = /^(\d{2,3})\/(\d{2,3})/.exec(words[at] ?? '') ?? []
  if (systolic && diastolic) return pair(Number(systolic), Number(diastolic), sentence, start, at + 1)
  const upper = readNumber(words.slice(at))
  const over = at + (upper?.taken ?? 0)
  const lower = /^(over|on)$/.test(words[over] ?? '') ? readNumber(words.slice(over + 1)) : undefined
  return upper && lower ? pair(upper.value, lower.value, sentence, start, over + 1 + lower.taken) : []
}

function pair(systolic: number, diastolic: number, sentence: Sentence, start: number, end: number): Measurement[] {
  const rest = sentence.words.slice(end).join(' ')
  const isPossible = systolic <= 300 && diastolic >= 20 && systolic > diastolic && !MEASURED_BEFORE.test(rest)
  const phrase = phraseOf(sentence, start, end)
  return isPossible
    ? [
        { ...SYSTOLIC, value: systolic, phrase },
        { ...DIASTOLIC, value: diastolic, phrase },
      ]
    : []
}
