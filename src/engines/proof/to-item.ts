import type { Item } from '../../domain/transcript.ts'

/** A cited text as an item of a conversation, whoever speaks it. */
export const toItem = (text: string, at: number): Item => ({
  ...{ id: String(at), text, speaker: 'unspecified', startMs: at * 1000, endMs: at * 1000 + 1000, words: [] },
})
