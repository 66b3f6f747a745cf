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

/** The same with one confidence for all words of a sentence, and none for those without; `{word: …}` is of that word alone. */
export function heardAt(
  said: readonly (readonly [text: string, confidence?: number, of?: Record<string, number>])[],
): Transcript {
  const transcript = transcriptOf(said.map(([text]) => text))
  const items = transcript.items.map((item, at) => {
    const [, whole, of = {}] = said[at] ?? ['']
    const words = item.words.map(({ confidence: _, ...word }) => {
      const confidence = of[word.text.replace(/[.,?]$/, '')] ?? whole
      return { ...word, ...(confidence !== undefined && { confidence }) }
    })
    return { ...item, words }
  })
  return { ...transcript, items }
}
