import { INITIALS } from '../../src/clinical/en/formatting/format-letters.ts'
import { isMedicineName } from '../../src/clinical/en/medicines.ts'
import { IMAGING, LABORATORY } from '../../src/clinical/en/tests.ts'
import { listDisorders } from '../score/concepts.ts'
import { countErrors as countWordErrors, type Errors } from '../score/word-errors.ts'
import { normalizeWords } from '../word-errors.ts'

/** Word errors; letters that are said one by one may be written as a word. */
export const countErrors = (reference: string, heard: string): Errors =>
  countWordErrors(joinLetters(reference), joinLetters(heard))

/** "M r i" and "mri" are one word, whoever wrote it. */
const joinLetters = (text: string) =>
  text.toLowerCase().replace(/\b[a-z](?: [a-z]\b)+/g, (letters) => {
    const word = letters.replaceAll(' ', '')
    return INITIALS.has(word) ? word : letters
  })
const wordsOf = (text: string) => normalizeWords(joinLetters(text))

const LONGEST_TERM = 5
const DISORDERS = new Set(listDisorders())

/** The clinical terms of a text, by sort: names of medicines, disorders of an open lexicon, tests and images. */
export const TERMS: Record<string, (text: string) => string[]> = {
  drugs: (text) => wordsOf(text).filter(isMedicineName),
  conditions: (text) => findPhrases(wordsOf(text), DISORDERS),
  investigations: (text) => {
    const plain = wordsOf(text).join(' ')
    return [IMAGING, LABORATORY].flatMap((pattern) => [...plain.matchAll(pattern)].map(([found]) => found.trim()))
  },
}

function findPhrases(words: readonly string[], phrases: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_TERM, words.length - at)
    while (length > 0 && !phrases.has(words.slice(at, at + length).join(' '))) length--
    if (length > 0) found.push(words.slice(at, at + length).join(' '))
    at += Math.max(1, length)
  }
  return found
}

/** How many of the wanted terms were heard, each as often as it was said. */
export function countFound(wanted: readonly string[], heard: readonly string[]): { found: number; wanted: number } {
  const left = new Map<string, number>()
  for (const term of heard) left.set(term, (left.get(term) ?? 0) + 1)
  let found = 0
  for (const term of wanted) {
    const count = left.get(term) ?? 0
    if (count > 0) found++
    left.set(term, count - 1)
  }
  return { found, wanted: wanted.length }
}
