import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { isNumber, isWord, type Token } from './words.ts'

/** A value of a vital sign, with its first token and the one behind its last. */
export interface Measured {
  /** As a note prints it: "Tension artérielle : 130/80 mmHg". */
  name: string
  printed: string
  /** For programs: LOINC's name and code, the value and its UCUM unit; two of a blood pressure. */
  values: { display: string; code: string; value: string; unit: string }[]
  start: number
  end: number
}

const SYSTOLIC = { display: 'Systolic blood pressure', code: '8480-6', unit: 'mm[Hg]' }
const DIASTOLIC = { display: 'Diastolic blood pressure', code: '8462-4', unit: 'mm[Hg]' }
/** In centimetres of mercury, as people say it in France and Spain: "12/8" is 120/80. */
const MOST_IN_CENTIMETRES = 30
/** Words that may stand between a name and its value. */
const MOST_BETWEEN = 5
/** What was measured at another time, or should be. */
const NOT_NOW =
  /\b(?:si|quand|cuando|normalement|normalmente|habituellement|d' habitude|suele|hier|ayer|dernier|derniere|pasad[oa]|avant|antes|objectif|objetivo|chez moi|a la maison|en casa|entre|moins de|plus de|mas de|menos de)\b/

/** What was measured, by the sentence that tells it; nothing of a question, of another time, or of what should be. */
export function measuredIn({ tokens, said, isQuestion, isForeign }: Sentence, language: RomanceLanguage): Measured[] {
  if (isQuestion || isForeign || NOT_NOW.test(said)) return []
  const measured = tokens.flatMap((_, at) => pressureAt(tokens, at, language) ?? signAt(tokens, at, language) ?? [])
  return measured.filter((one, at) => at === 0 || one.start >= (measured[at - 1]?.end ?? 0))
}

function pressureAt(tokens: readonly Token[], at: number, language: RomanceLanguage): Measured | undefined {
  const taken = nameLength(tokens, at, new RegExp(`^(?:${language.pressure.source})$`))
  const place = taken > 0 ? valueBehind(tokens, at + taken, language) : undefined
  const [, upper, lower] = /^(\d{1,3})\/(\d{1,3})$/.exec(tokens[place ?? -1]?.word ?? '') ?? []
  if (place === undefined || !upper || !lower) return undefined
  const inCentimetres = Number(upper) <= MOST_IN_CENTIMETRES
  const [systolic, diastolic] = [upper, lower].map((value) => Number(value) * (inCentimetres ? 10 : 1)) as [
    number,
    number,
  ]
  if (systolic > 300 || diastolic < 20 || systolic <= diastolic) return undefined
  const unit = /^mmhg$/.test(tokens[place + 1]?.word ?? '') ? 2 : 1
  return {
    ...{ name: language.say.bloodPressure, printed: `${systolic}/${diastolic} mmHg`, start: at, end: place + unit },
    values: [
      { ...SYSTOLIC, value: String(systolic) },
      { ...DIASTOLIC, value: String(diastolic) },
    ],
  }
}

function signAt(tokens: readonly Token[], at: number, language: RomanceLanguage): Measured | undefined {
  for (const { cue, name, code, display, unit, printed, least, most } of language.vitalSigns) {
    const taken = nameLength(tokens, at, cue)
    const place = taken > 0 ? valueBehind(tokens, at + taken, language) : undefined
    const said = tokens[place ?? -1]?.word ?? ''
    const value = Number(said.replace(',', '.'))
    if (place === undefined || !/^\d+(?:[.,]\d+)?$/.test(said) || value < least || value > most) continue
    const hasUnit = language.unitsOfSigns.test(tokens[place + 1]?.word ?? '')
    return {
      ...{ name, printed: `${said}${printed}`, start: at, end: place + (hasUnit ? 2 : 1) },
      values: [{ display, code, value: String(value), unit }],
    }
  }
  return undefined
}

/** How many words from here the name takes; 0 where it is another. */
function nameLength(tokens: readonly Token[], at: number, cue: RegExp): number {
  for (let count = 3; count > 0; count--) {
    const words = tokens.slice(at, at + count).filter(isWord)
    if (words.length === count && cue.test(words.map(({ word }) => word).join(' '))) return count
  }
  return 0
}

/** The number that follows with nothing but small words between. */
function valueBehind(
  tokens: readonly Token[],
  from: number,
  { smallWords, ofValues }: RomanceLanguage,
): number | undefined {
  for (let at = from; at < from + MOST_BETWEEN && at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (isNumber(token)) return at
    if (isWord(token) ? !smallWords.has(token.word) && !ofValues.test(token.word) : token.text !== ':') return undefined
  }
  return undefined
}
