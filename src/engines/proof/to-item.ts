import type { Item, Speaker } from '../../domain/transcript.ts'

/** Something that was said, and by whom where that is known. */
export type Said = string | { text: string; speaker?: Speaker }

/** What is cited as an item of a conversation. */
export function toItem(said: Said, at: number): Item {
  const { text, speaker = 'unspecified' } = typeof said === 'string' ? { text: said } : said
  return { id: String(at), text, speaker, startMs: at * 1000, endMs: at * 1000 + 1000, words: [] }
}
