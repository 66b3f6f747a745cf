import { formatWords } from '../formatting/format-words.ts'
import { formattingRules } from '../formatting/formatting-rules.ts'
import type { RomanceLanguage } from './romance-language.ts'

/** A word or mark of a sentence. */
export interface Token {
  /** As it is printed, numbers in digits. */
  text: string
  /** In lower case, with its accents: "où" is not "ou". */
  raw: string
  /** In lower case without accents, as tables are looked up. */
  word: string
  /** True where a space stands in front of it. */
  isSpaced: boolean
  /** Which stretch between marks and conjunctions it stands in, counted from 0. */
  segment: number
}

/** In lower case, without accents: recognisers and typists leave them out. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('’', "'")

/** The same of a word, which keeps its accent where without it it is another: "empecé" is not "empece". */
export const plainWord = (word: string, accented: RegExp): string => {
  const lower = word.toLowerCase().replaceAll('’', "'")
  return accented.test(lower) ? lower : fold(lower)
}

/** Words, numbers with their marks, and marks. */
const PIECE = /\d+(?:[.,/:]\d+)*|\p{L}[\p{L}\p{M}\d]*(?:['’-][\p{L}\p{M}\d]+)*['’]?|[^\s\p{L}\d]/gu
const MARK = /^[,;:.!?…()«»"“”¿¡–—]$/

/** The words and marks of a text: elided and joined words in their parts ("j'" "ai", "avez" "vous"), spoken numbers in digits. */
export function readTokens(text: string, language: RomanceLanguage): Token[] {
  const printed = formatWords(text.split(/\s+/).filter(Boolean), formattingRules(language.tag))
    .map((one) => one.text)
    .join(' ')
  const tokens: Token[] = []
  let segment = 0
  for (const { 0: piece, index } of printed.matchAll(PIECE)) {
    let isSpaced = index > 0 && /\s/.test(printed[index - 1] ?? '')
    for (const part of language.splitWord(piece)) {
      const raw = part.toLowerCase().replaceAll('’', "'")
      const isJoining = language.joining.test(raw)
      if (MARK.test(part) || (isJoining && tokens.at(-1)?.segment === segment)) segment++
      tokens.push({ text: part, raw, word: plainWord(part, language.accented), isSpaced, segment })
      isSpaced = false
    }
  }
  return tokens
}

export const isWord = ({ word }: Token) => /[\p{L}\d]/u.test(word)
export const isNumber = ({ word }: Pick<Token, 'word'>) => /^\d/.test(word)

/** The words of a text without marks and accents, for looking something up. */
export const plainText = (tokens: readonly Token[]): string =>
  tokens
    .filter(isWord)
    .map(({ word }) => word)
    .join(' ')
    .replaceAll("' ", "'")

/** Words and marks as a sentence: a capital, the spaces of the language, a mark at its end. */
export function joinTokens(parts: readonly { text: string; isSpaced: boolean }[]): string {
  const joined = parts
    .map(({ text, isSpaced }, at) => (at === 0 || !isSpaced || parts[at - 1]?.text.match(/['’]$/) ? text : ` ${text}`))
    .join('')
    .replace(/[\s,;:.!?…-]+$/, '')
    .replace(/^[\s,;:.!?…-]+/, '')
  return joined === '' ? '' : `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`
}
