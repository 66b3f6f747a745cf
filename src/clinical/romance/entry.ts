import type { Place, Topic } from '../topic.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'

/** A statement of a note with its place and what it is about. */
export interface Entry {
  place: Place
  topic: Topic
  text: string
  evidence: string[]
  support: 'verbatim' | 'derived'
  attributes?: Record<string, string>
}

/** As it was said, with who said it. */
export function quote(sentence: Sentence, place: Place, topic: Topic, language: RomanceLanguage): Entry {
  return { place, topic, text: quotationOf(sentence, language), evidence: [sentence.itemId], support: 'verbatim' }
}

export const quotationOf = ({ speaker, spoken }: Sentence, { say }: RomanceLanguage): string =>
  `${say.quoteBy[speaker]}${inMarks(spoken, say)}`

export const inMarks = (spoken: string, { open, close }: RomanceLanguage['say']) =>
  `${open}${spoken.replace(/[«»"“”]/g, '').trim()}${close}`

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
