import { BRAND_NAMES, MEDICINE_NAMES } from '../en/medicines.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { fold } from './words.ts'

/**
 * The WHO's rules for international names in other languages (Guidance on the use of INNs, annex on spelling): "f" for "ph", "t"
 * for "th", "i" for "y", "e" for "ae" and "oe"; endings and doubled letters are each language's own. So "amoxicilline",
 * "amoxicilina" and "amoxicillin" are one name.
 */
const spellingOf = (name: string): string =>
  fold(name)
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('rh', 'r')
    .replaceAll('ch', 'c')
    .replaceAll('qu', 'c')
    .replaceAll('k', 'c')
    .replaceAll('y', 'i')
    .replace(/[ao]e/g, 'e')
    .replace(/(.)\1/g, '$1')
    .replace(/^h/, '')
    .replace(/(?:um|io|[aeo]s?)$/, '')

const LEAST_LETTERS = 6

/** Generic names by their spelling; brands are each country's own. */
const GENERICS = new Set(
  MEDICINE_NAMES.filter((name) => !BRAND_NAMES.has(name) && name.length >= LEAST_LETTERS).map(spellingOf),
)

const known = new WeakMap<RomanceLanguage, Map<string, string>>()

/** What stands for a medicine whatever it is called, or undefined for other words; `word` without accents. */
export function medicineOf(word: string, language: RomanceLanguage): string | undefined {
  const brands =
    known.get(language) ??
    new Map(Object.entries(language.medicines).map(([name, generic]) => [fold(name), spellingOf(generic)]))
  known.set(language, brands)
  const brand = brands.get(word) ?? brands.get(word.replace(/s$/, ''))
  if (brand !== undefined) return brand
  if (word.length < LEAST_LETTERS || !/^\p{L}/u.test(word)) return undefined
  const spelling = spellingOf(word)
  return GENERICS.has(spelling) ? spelling : undefined
}
