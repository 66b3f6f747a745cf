import type { Item, Transcript, Word } from '../../src/domain/transcript.ts'

const WORD_MS = 250

/** Words as an engine hears them, 250 ms each without gaps; `[700]` stands for a pause of 700 ms. */
export function spoken(text: string, startMs = 0): Word[] {
  const words: Word[] = []
  let atMs = startMs
  for (const token of text.split(' ')) {
    const pause = token.match(/^\[(\d+)\]$/)
    if (!pause) words.push({ text: token, startMs: atMs, endMs: atMs + WORD_MS, confidence: 0.9 })
    atMs += pause ? Number(pause[1]) : WORD_MS
  }
  return words
}

/** A transcript of one item a sentence, as `compose` would have written it. */
export function transcriptOf(sentences: readonly string[], language = 'en'): Transcript {
  const items = sentences.map((text, index): Item => {
    const words = spoken(text, index * 10_000)
    return {
      id: `i${index + 1}`,
      text,
      speaker: 'unspecified',
      startMs: index * 10_000,
      endMs: index * 10_000 + 5000,
      words,
    }
  })
  return { language, durationMs: sentences.length * 10_000, items, engine: 'test', model: 'test', warnings: [] }
}
