import { asSaid, type FormattingRule } from '../formatting-rule.ts'
import { isArticle, readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/** Numbers below it stay words where nothing is counted. */
const LEAST_IN_DIGITS = 10
/** Longer ones have a space or point between their digits, in no two countries alike. */
const MOST_IN_DIGITS = 9999
const POINTS = 10

/** "Deux ou trois jours" is "2 ou 3 jours", "sept sur dix" "7 sur 10". */
export const formatRange =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const first = readSpokenNumber(words, language)
    const between = first && words[first.taken]
    if (!first || between === undefined) return undefined
    const second = readSpokenNumber(words.slice(first.taken + 1), language)
    if (!second) return undefined
    const behind = words[first.taken + 1 + second.taken] ?? ''
    const isRange = language.range.test(between) && (language.counted.test(behind) || language.units.has(behind))
    const isScore = between === language.outOf && second.value === POINTS && first.value <= POINTS
    if (!isRange && !isScore) return undefined
    return [
      { text: first.text, from: first.taken },
      { text: between, from: 1 },
      { text: second.text, from: second.taken },
    ]
  }

/** "Deux comprimés" is "2 comprimés", "quarante-cinq ans" "45 ans"; "un comprimé" stays, for "un" is an article. */
export const formatCounted =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const number = readSpokenNumber(words, language)
    if (!number || isArticle(words, number, language) || isTime(words) || number.value > MOST_IN_DIGITS)
      return undefined
    return language.counted.test(words[number.taken] ?? '') ? [{ text: number.text, from: number.taken }] : undefined
  }

/** "15.30" is a time as often as a number. */
const isTime = ([word = '']: readonly string[]) => /^\d{1,2}\.[0-5]\d$/.test(word)

/** Any other number: small ones, "cent", "mille" and numbers in a row stay as they were said. */
export const formatNumber =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const number = readSpokenNumber(words, language)
    if (!number) return undefined
    let taken = number.taken
    for (let more = readSpokenNumber(words.slice(taken), language); more; ) {
      taken += more.taken
      more = readSpokenNumber(words.slice(taken), language)
    }
    const isLong = number.value >= LEAST_IN_DIGITS || !Number.isInteger(number.value)
    const isOne = taken === number.taken && isLong && number.value <= MOST_IN_DIGITS && !isTime(words)
    const isWord = taken === 1 && (number.value === 100 || number.value === 1000)
    return isOne && !isWord ? [{ text: number.text, from: taken }] : asSaid(words.slice(0, taken))
  }
