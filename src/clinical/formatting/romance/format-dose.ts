import type { Formatted, FormattingRule } from '../formatting-rule.ts'
import { readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** "Zéro virgule cinq millilitre" is "0,5 ml", "dos miligramos y medio" "2,5 mg", "un gramme par litre" "1 g/l". */
export const formatDose =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const number = readSpokenNumber(words, language)
    const unit = number && language.units.get(words[number.taken] ?? '')
    if (!number || !unit) return undefined
    const behind = words.slice(number.taken)
    const isHalf = Number.isInteger(number.value) && language.half.test(behind.slice(1, 3).join(' '))
    const text = isHalf ? `${number.text}${language.decimalMark}5` : number.text
    return [{ text, from: number.taken }, isHalf ? { text: unit, from: 3 } : formatUnit(behind, unit, language)]
  }

function formatUnit(words: readonly string[], unit: string, { per, perUnits }: SpokenLanguage): Formatted {
  const below = words[1] === per ? perUnits.get(words[2] ?? '') : undefined
  return below ? { text: `${unit}/${below}`, from: 3 } : { text: unit, from: 1 }
}

/** "Quatre-vingt-dix-huit pour cent" is "98 %". */
export const formatPercent =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const number = readSpokenNumber(words, language)
    if (!number) return undefined
    const behind = words.slice(number.taken)
    const taken = [2, 1].find((count) => language.percent.test(behind.slice(0, count).join(' ')))
    return taken && behind.length >= taken
      ? [
          { text: number.text, from: number.taken },
          { text: '%', from: taken },
        ]
      : undefined
  }
