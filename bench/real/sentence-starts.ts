import { alignWords } from '../speech/align-words.ts'
import { normalizeWords } from '../word-errors.ts'
import type { PlainWord } from './faster-whisper.ts'

export interface SpokenSentence {
  text: string
  startMs: number
}

/** How much later than spoken the first word of each sentence is said to begin, in milliseconds, where it was heard. */
export function sentenceStartErrors(sentences: readonly SpokenSentence[], heard: readonly PlainWord[]): number[] {
  const spoken = sentences.flatMap(({ text, startMs }) =>
    normalizeWords(text).map((word, at) => ({ word, startMs: at === 0 ? startMs : undefined })),
  )
  const found = heard.flatMap(([text, startMs]) => normalizeWords(text).map((word) => ({ word, startMs })))
  const pairs = alignWords(
    spoken.map(({ word }) => word),
    found.map(({ word }) => word),
  )
  return pairs.flatMap(([said, at]) => {
    const startMs = spoken[said]?.startMs
    return startMs === undefined ? [] : (found[at]?.startMs ?? Number.NaN) - startMs
  })
}
