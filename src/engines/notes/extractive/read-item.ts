import { FILLERS } from '../../../clinical/fillers.ts'
import { HISTORY_QUESTION, SECTION_CUES, SMALL_TALK, type SoapSection } from '../../../clinical/section-cues.ts'
import type { Item } from '../../../domain/transcript.ts'

/** What the writer makes of one transcript item. */
export interface Reading {
  item: Item
  /** The item's text without hesitations and the small words that only begin it. */
  text: string
  words: number
  isQuestion: boolean
  /** A question about the patient's health. */
  asksHistory: boolean
  section?: SoapSection
}

/** Words that open a sentence and say nothing. */
const OPENERS = /^(?:(?:okay|ok|so|well|and|right|all right|alright|now|yeah|then)\b,?\s+)+/i
const SHORTEST_STATEMENT = 3

export function readItem(item: Item): Reading {
  const text = tidy(item.text)
  const words = text.split(' ').length
  const isQuestion = text.endsWith('?')
  const section = isQuestion || words < SHORTEST_STATEMENT ? undefined : findSection(text)
  const asksHistory = isQuestion && HISTORY_QUESTION.test(text)
  return { item, text, words, isQuestion, asksHistory, ...(section && { section }) }
}

function tidy(text: string): string {
  const words = text.split(' ').filter((word) => !FILLERS.has(word.toLowerCase().replace(/[.,?]/g, '')))
  const told = words.join(' ').replace(OPENERS, '')
  return told.charAt(0).toUpperCase() + told.slice(1)
}

function findSection(text: string): SoapSection | undefined {
  const found = SECTION_CUES.find(({ pattern }) => pattern.test(text))
  return found && !SMALL_TALK.test(text) ? found.section : undefined
}
