import { stem } from './en/grammar/stem.ts'
import { genericOf, isMedicineName } from './en/medicines.ts'
import { SPANISH } from './es/spanish.ts'
import { FRENCH } from './fr/french.ts'
import { medicineOf } from './romance/medicine-names.ts'
import { fold } from './romance/words.ts'

/** Numbers with their decimals, and whatever else letters and digits make: "130/80" is two words, "2mg" too. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu
const MOST_LETTERS = 40
/** Of a name that is only begun. */
const LEAST_LETTERS = 3

const wordsOf = (text: string): string[] =>
  (fold(text).match(WORD) ?? []).map((word) => word.replaceAll(',', '.').slice(0, MOST_LETTERS))

/** What a text is found by: each word without accents, capitals and endings, once. */
export const searchWords = (text: string): string[] => [...new Set(wordsOf(text).map(stem))]

/** What a name is found by beside its words: how each begins. */
export const beginningsOf = (name: string): string[] => [
  ...new Set(
    wordsOf(name).flatMap((word) =>
      Array.from({ length: word.length - LEAST_LETTERS + 1 }, (_, more) => word.slice(0, LEAST_LETTERS + more)),
    ),
  ),
]

/** The words of a name as they are typed. */
export const nameWords = wordsOf

/** Medicines that a text names, under a name that all languages and brands share. */
export const searchMedicines = (text: string): string[] => [...new Set(wordsOf(text).flatMap(medicinesOf))]

/** All that a word may stand for as a medicine. */
function medicinesOf(word: string): string[] {
  const generic = isMedicineName(word) ? genericOf(word) : word
  const names = [FRENCH, SPANISH].flatMap(
    (language) => medicineOf(generic, language) ?? medicineOf(word, language) ?? [],
  )
  return generic === word && !isMedicineName(word) ? names : [generic, ...names]
}
