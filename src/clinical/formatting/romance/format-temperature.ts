import { type Formatted, type FormattingRule, type Place, tail } from '../formatting-rule.ts'
import { readSpokenNumber, type SpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** What a living person's temperature can be, in °C. */
const LEAST = 30
const MOST = 43
const CUE_REACH = 6

/** Of a temperature "trente-huit cinq", "38 y medio" and "385" are "38,5", and "degrés" is "°C". */
export const formatTemperature =
  (language: SpokenLanguage): FormattingRule =>
  (place) => {
    const { cue, degrees, celsius, behind } = language.temperature
    const isNamed = cue.test(tail(place, CUE_REACH))
    const number = isNamed ? readTemperature(place, language) : readSpokenNumber(place.words, language)
    if (!number) return undefined
    const [unit = '', ...rest] = place.words.slice(number.taken)
    const isCelsius = celsius.test(rest[0] ?? '')
    const isDegrees = degrees.test(unit) && (isNamed || isCelsius || behind.test(rest.slice(0, 2).join(' ')))
    if (!isDegrees)
      return isNamed && isBody(number.value) && !isOther([unit], language) && number.text !== place.words[0]
        ? [formatNumber(number)]
        : undefined
    return [formatNumber(number), { text: '°C', from: isCelsius ? 2 : 1 }]
  }

const isBody = (degrees: number) => degrees >= LEAST && degrees < MOST

/** A number that measures or counts something else: "400 mg" behind a fever. */
const isOther = ([unit = '']: readonly string[], { units, counted, temperature }: SpokenLanguage) =>
  units.has(unit) || (counted.test(unit) && !temperature.degrees.test(unit))

const formatNumber = ({ text, taken }: SpokenNumber): Formatted => ({ text, from: taken })

/** The number with a decimal that was said without its mark. */
function readTemperature(place: Place, language: SpokenLanguage): SpokenNumber | undefined {
  const { words } = place
  const number = readSpokenNumber(words, language)
  if (!number || !Number.isInteger(number.value)) return number
  const { decimalMark } = language
  const behind = words.slice(number.taken)
  const tenths = number.value / 10
  if (isBody(tenths) && language.temperature.named.test(tail(place, CUE_REACH)) && !isOther(behind, language))
    return { text: tenths.toFixed(1).replace('.', decimalMark), value: tenths, taken: number.taken }
  const decimal = isBody(number.value) ? readTenths(behind, language) : undefined
  if (!decimal) return number
  return {
    text: `${number.text}${decimalMark}${decimal.tenths}`,
    value: number.value + decimal.tenths / 10,
    taken: number.taken + decimal.taken,
  }
}

/** "Cinq" behind "trente-huit", "et demi", "con ocho"; not "cinq jours". */
function readTenths(words: readonly string[], language: SpokenLanguage) {
  if (language.half.test(words.slice(0, 2).join(' '))) return { tenths: 5, taken: 2 }
  const skipped = words[0] === language.temperature.with ? 1 : 0
  const digit = readSpokenNumber(words.slice(skipped), language)
  const isTenths = digit && digit.taken === 1 && digit.value >= 1 && digit.value <= 9 && Number.isInteger(digit.value)
  return isTenths && !isOther(words.slice(skipped + 1), language)
    ? { tenths: digit.value, taken: skipped + 1 }
    : undefined
}
