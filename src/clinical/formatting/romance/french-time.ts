import type { FormattingRule } from '../formatting-rule.ts'
import { readSpokenNumber } from './read-spoken-number.ts'
import type { SpokenLanguage } from './spoken-language.ts'

const MOST_HOURS = 24
const [LEAST_MINUTES, MOST_MINUTES] = [10, 59]

/** "Huit heures trente" is "8 h 30", "deux heures et quart" "2 h 15"; "toutes les huit heures" keeps its word. */
export const formatFrenchTime =
  (language: SpokenLanguage): FormattingRule =>
  ({ words }) => {
    const hour = readSpokenNumber(words, language)
    if (!hour || !(hour.value >= 0 && hour.value <= MOST_HOURS)) return undefined
    if (!/^(heures?|h)$/.test(words[hour.taken] ?? '')) return undefined
    const behind = words.slice(hour.taken + 1)
    const minutes = readPart(behind) ?? readMinutes(behind, language)
    return minutes && [{ text: hour.text, from: hour.taken }, { text: 'h', from: 1 }, minutes]
  }

function readPart([first = '', second = '']: readonly string[]) {
  if (first !== 'et' || !/^(quart|demie?)$/.test(second)) return undefined
  return { text: second === 'quart' ? '15' : '30', from: 2 }
}

/** Not of "huit heures dix gouttes", nor where "minutes" are said. */
function readMinutes(words: readonly string[], language: SpokenLanguage) {
  const minutes = readSpokenNumber(words, language)
  const isTime = minutes && minutes.value >= LEAST_MINUTES && minutes.value <= MOST_MINUTES
  const behind = minutes ? (words[minutes.taken] ?? '') : ''
  return isTime && !language.counted.test(behind) && !language.units.has(behind)
    ? { text: minutes.text, from: minutes.taken }
    : undefined
}
