import type { SpokenLanguage } from './spoken-language.ts'

/** A number as it is written, and how many words it takes. `value` is not a number where digits could mean two: "1.000". */
export interface SpokenNumber {
  text: string
  value: number
  taken: number
}

type Whole = Pick<SpokenNumber, 'value' | 'taken'>

/** The number that begins a row of plain words, in words or digits: "trente-huit virgule cinq" is 38,5 in three. */
export function readSpokenNumber(words: readonly string[], language: SpokenLanguage): SpokenNumber | undefined {
  const whole = readWhole(words, language)
  if (!whole) return readWritten(words[0] ?? '', language)
  const decimals = language.decimalWord.test(words[whole.taken] ?? '')
    ? readDecimals(words.slice(whole.taken + 1), language)
    : undefined
  if (!decimals) return { text: whole.taken === 1 ? writtenOf(words[0], whole.value) : String(whole.value), ...whole }
  return {
    text: `${whole.value}${language.decimalMark}${decimals.text}`,
    value: Number(`${whole.value}.${decimals.text}`),
    taken: whole.taken + 1 + decimals.taken,
  }
}

/** Digits stay as they are: "08". */
const writtenOf = (word = '', value: number) => (/^\d/.test(word) ? word : String(value))

/** "4.1" is "4,1" where a comma is written; of "1.000" nobody knows whether it is a thousand. */
function readWritten(word: string, { decimalMark }: SpokenLanguage): SpokenNumber | undefined {
  if (!/^\d+([.,]\d+)+$/.test(word)) return undefined
  const [, whole, decimals] = /^(0|\d+(?=[.,]\d{1,2}$))[.,](\d+)$/.exec(word) ?? []
  if (decimals === undefined) return { text: word, value: Number.NaN, taken: 1 }
  return { text: `${whole}${decimalMark}${decimals}`, value: Number(`${whole}.${decimals}`), taken: 1 }
}

function readWhole(words: readonly string[], language: SpokenLanguage): Whole | undefined {
  const [first = ''] = words
  const isWritten = /^\d+$/.test(first)
  const start = isWritten ? Number(first) : addWord(undefined, first, false, language)
  if (start === undefined) return undefined
  let value = start
  for (let taken = 1; ; ) {
    const isJoined = words[taken] === language.and
    const next: string = words[taken + (isJoined ? 1 : 0)] ?? ''
    // Recognisers write "30 y siete"; "30 y una" are as often two things, and "120 quatre-vingts" always.
    const isApart = isWritten && (!isJoined || language.articles.test(next))
    const more: number | undefined = isApart ? undefined : addWord(value, next, isJoined, language)
    if (more === undefined) return { value, taken }
    value = more
    taken += isJoined ? 2 : 1
  }
}

/** The number with all of a word's parts, "quatre-vingt-dix-huit"; undefined where one of them does not fit. */
function addWord(
  before: number | undefined,
  word: string,
  isJoined: boolean,
  { values, grow, and }: SpokenLanguage,
): number | undefined {
  let [value, isNextJoined] = [before, isJoined]
  for (const part of word.split('-')) {
    if (part === and && value !== undefined) {
      isNextJoined = true
      continue
    }
    const next = values.get(part)
    if (next === undefined) return undefined
    value = value === undefined ? next : grow(value, next, isNextJoined)
    if (value === undefined) return undefined
    isNextJoined = false
  }
  return value
}

/** "Zéro cinq" is 05, "vingt-cinq" 25, "deux cinq" 25. */
function readDecimals(words: readonly string[], language: SpokenLanguage): { text: string; taken: number } | undefined {
  let [text, taken] = ['', 0]
  for (;;) {
    const number = readWhole(words.slice(taken), language)
    if (!number || (number.value > 9 && !/^0*$/.test(text))) break
    text += writtenOf(number.taken === 1 ? words[taken] : '', number.value)
    taken += number.taken
    if (number.value > 9) break
  }
  return taken > 0 ? { text, taken } : undefined
}

/** True for a number word that is an article as often, and nothing else behind it. */
export const isArticle = (words: readonly string[], { taken }: Whole, { articles }: SpokenLanguage) =>
  taken === 1 && articles.test(words[0] ?? '')
