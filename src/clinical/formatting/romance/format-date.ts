import { asSaid, type Formatted, type FormattingRule, type Place, tail } from '../formatting-rule.ts'
import { readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

const LAST_DAY = 31
/** Years that clinicians speak of. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2099]

/** "Trois mars deux mille vingt-quatre" is "3 mars 2024", "primero de marzo" "1 de marzo". */
export const formatDate =
  (language: SpokenLanguage): FormattingRule =>
  (place) => {
    const day = readDay(place, language)
    const month = day ? skipOf(place.words, day.from, language) : undefined
    if (!day || month === undefined || !language.months.has(place.words[month] ?? '')) return undefined
    const written = [day, ...asSaid(place.words.slice(day.from, month + 1))]
    const at = skipOf(place.words, month + 1, language)
    const year = at === undefined ? undefined : readSpokenNumber(place.words.slice(at), language)
    if (!year || !(year.value >= FIRST_YEAR && year.value <= LAST_YEAR)) return written
    return [...written, ...asSaid(place.words.slice(month + 1, at)), { text: year.text, from: year.taken }]
  }

function readDay({ words, ...place }: Place, language: SpokenLanguage): Formatted | undefined {
  const [first = ''] = words
  if (language.firstDay.test(first)) return { text: language.writtenFirst, from: 1 }
  const day = readSpokenNumber(words, language)
  if (!day || !(day.value >= 1 && day.value <= LAST_DAY) || !Number.isInteger(day.value)) return undefined
  // "Uno de mayo" alone may be one of several.
  const isDay = day.value > 1 || /^\d/.test(first) || /^(el|le)$/.test(tail({ words, ...place }, 1))
  return isDay ? { text: day.text, from: day.taken } : undefined
}

/** Where the next part of a date stands, behind "de" where the language says that. */
function skipOf(words: readonly string[], at: number, { ofDate }: SpokenLanguage): number | undefined {
  if (ofDate === undefined) return at
  return ofDate.test(words[at] ?? '') ? at + 1 : undefined
}
