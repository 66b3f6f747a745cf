import type { Told } from './conversation.ts'
import { type Entry, inMarks } from './entry.ts'
import { meaningsOf } from './meanings.ts'
import { matters, placeOf, roleOf, topicOf } from './place.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { tellExchange } from './tell-exchange.ts'
import { tellSentence } from './tell-sentence.ts'

/** What a note says of what was told: in its own words where the rules know them, quoted where not; nothing of small talk. */
export function tell(told: Told, language: RomanceLanguage): Entry[] {
  if (told.questions.length > 0) return tellExchange(told, language)
  if (told.corrections.length > 0) return quoteAll(told, language)
  return tellSentence(told.sentence, told, language)
}

/** What was said and what takes it back stand together. */
function quoteAll({ sentence, corrections }: Told, language: RomanceLanguage): Entry[] {
  const all = [sentence, ...corrections]
  if (!all.some((one) => matters(one, language))) return []
  const meanings = meaningsOf(sentence, language)
  const [place, topic] =
    roleOf(sentence, language) === 'doctor'
      ? placeOf(sentence, meanings, language)
      : (['subjective', topicOf(sentence, meanings, language)] as const)
  const text = language.say.quoteBy[sentence.speaker] + all.map(({ spoken }) => inMarks(spoken, language.say)).join(' ')
  return [{ place, topic, text, evidence: [...new Set(all.map(({ itemId }) => itemId))], support: 'verbatim' }]
}
