import type { FormattingRule } from '../formatting-rule.ts'
import { readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** What a person can measure, in whole metres. */
const MOST_METRES = 2
const [LEAST_CENTIMETRES, MOST_CENTIMETRES] = [10, 99]

/** "Un mètre soixante-douze" is "1,72 m". */
export const formatHeight =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const metres = readSpokenNumber(words, language)
    if (!metres || !(metres.value >= 1 && metres.value <= MOST_METRES)) return undefined
    if (!language.metre.test(words[metres.taken] ?? '')) return undefined
    const from = metres.taken + 1
    const centimetres = readSpokenNumber(words.slice(from), language)
    if (!centimetres || !(centimetres.value >= LEAST_CENTIMETRES && centimetres.value <= MOST_CENTIMETRES))
      return undefined
    const behind = words[from + centimetres.taken] ?? ''
    if (language.counted.test(behind) || language.units.has(behind)) return undefined
    return [
      { text: `${metres.text}${language.decimalMark}${centimetres.text}`, from: from + centimetres.taken - 1 },
      { text: 'm', from: 1 },
    ]
  }
