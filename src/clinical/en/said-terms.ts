import type { Term } from '../../domain/vocabulary.ts'
import { readNumber } from './numbers.ts'

/** A term that stands at a place of a row of words. */
export interface SaidTerm {
  text: string
  /** How many words it takes. */
  taken: number
}

interface Way {
  text: string
  /** Behind how many letters and digits its parts end: words may be cut there and nowhere else. */
  ends: ReadonlySet<number>
}

/** A word more than a term has parts: "twenty one" for 21. */
const MORE_WORDS = 2
/** So many letters tell where no term begins. */
const BEGINNING = 4
const LENGTHS = Array.from({ length: BEGINNING }, (_, less) => BEGINNING - less)
/** Where a name may be written in two words: at a space, hyphen or apostrophe, and between letters and digits. */
const PARTS = /[\s\-.'’]+|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

/**
 * Finds terms whatever their capitals, hyphens, accents and numbers in words are: "ward seven" is Ward 7, "co codamol"
 * co-codamol, "siobhan" Siobhán.
 */
export function openSaidTerms(terms: readonly Term[]) {
  const ways = new Map<string, Way>()
  let most = 0
  for (const { text, soundsLike = [] } of terms.toReversed()) {
    for (const spelled of [...soundsLike, text]) {
      const { key, ends } = measure(spelled.split(PARTS).filter(Boolean))
      ways.set(key, { text, ends: new Set(ends) })
      most = Math.max(most, ends.length + MORE_WORDS)
    }
  }
  const beginnings = new Set([...ways.keys()].map((key) => key.slice(0, BEGINNING)))
  const mayBegin = (key: string) => LENGTHS.some((length) => beginnings.has(key.slice(0, length)))

  /** The longest at the beginning of the row. */
  return (words: readonly string[]): SaidTerm | undefined => {
    if (!mayBegin(measure(words.slice(0, BEGINNING)).key)) return undefined
    for (let taken = Math.min(most, words.length); taken > 0; taken--) {
      const { key, ends } = measure(words.slice(0, taken))
      const way = ways.get(key)
      if (way === undefined) continue
      // "One" of "one twelve" is no 1.
      const isCut = !measure(words.slice(0, taken + 1)).ends.includes(key.length)
      if (!isCut && ends.every((end) => way.ends.has(end))) return { text: way.text, taken }
    }
    return undefined
  }
}

/** Letters and digits of words in a row, numbers as digits, and behind how many of them each word ends. */
function measure(words: readonly string[]): { key: string; ends: number[] } {
  const plain = words.map((word) => word.toLowerCase())
  const ends: number[] = []
  let key = ''
  for (let at = 0; at < plain.length; ) {
    const number = readNumber(plain.slice(at))
    const isWhole = number !== undefined && Number.isInteger(number.value)
    key += isWhole ? String(number.value) : plainLetters(plain[at] ?? '')
    at += isWhole ? number.taken : 1
    ends.push(key.length)
  }
  return { key, ends }
}

/** Accents of Latin letters may be left out; in other scripts such marks are letters. */
const plainLetters = (word: string) =>
  word
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
