import { asSaid, type FormattingRule, formatAs, tail } from '../formatting-rule.ts'
import { readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

const MOST_HOURS = 24
const [LEAST_MINUTES, MOST_MINUTES] = [10, 59]
const BEFORE_TIME = /(^| )(a|de|desde|hasta|sobre|para|son|entre|hacia) las?$/

/**
 * "A las ocho y media" is "a las 8:30", "a las quince treinta" and "a las 15.30" are "a las 15:30". "A las ocho y veinte" is
 * left as it was said, for a medicine may be taken at 8 and at 20 hours.
 */
export const formatSpanishTime =
  (language: SpokenLanguage): FormattingRule =>
  (place) => {
    if (!BEFORE_TIME.test(tail(place, 2))) return undefined
    const written = /^(\d{1,2})\.([0-5]\d)$/.exec(place.words[0] ?? '')
    if (written) return formatAs(`${written[1]}:${written[2]}`, 1)
    const hour = readSpokenNumber(place.words, language)
    if (!hour || !(hour.value >= 0 && hour.value <= MOST_HOURS)) return undefined
    const behind = place.words.slice(hour.taken)
    const minutes = readPart(behind) ?? readMinutes(behind, language)
    const other = behind[0] === 'y' ? readSpokenNumber(behind.slice(1), language) : undefined
    if (!minutes && other) return asSaid(place.words.slice(0, hour.taken + 1 + other.taken))
    return minutes && formatAs(`${hour.text}:${minutes.text}`, hour.taken + minutes.taken)
  }

function readPart([first = '', second = '']: readonly string[]) {
  if (first !== 'y' || !/^(cuarto|media)$/.test(second)) return undefined
  return { text: second === 'cuarto' ? '15' : '30', taken: 2 }
}

function readMinutes(words: readonly string[], language: SpokenLanguage) {
  const minutes = readSpokenNumber(words, language)
  const behind = minutes ? (words[minutes.taken] ?? '') : ''
  const isTime = minutes && minutes.value >= LEAST_MINUTES && minutes.value <= MOST_MINUTES
  return isTime && !language.counted.test(behind) && !language.units.has(behind) ? minutes : undefined
}
