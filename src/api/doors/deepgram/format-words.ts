import { type Item, printedWords, type Word } from '../../../domain/transcript.ts'

const seconds = (ms: number) => Math.round(ms) / 1000

/** A word as Deepgram has it: bare, and as it is written where marks are wanted. */
export interface FormattedWord {
  word: string
  start: number
  end: number
  confidence: number
  punctuated_word?: string
  speaker?: number
  speaker_confidence?: number
}

const MARKS = /^[^\p{L}\p{N}$€£%°]+|[^\p{L}\p{N}$€£%°]+$/gu

/** Without marks around it, in small letters. */
const bare = (text: string) => text.replace(MARKS, '').toLowerCase()

interface Manner {
  punctuate: boolean
  speaker?: number | undefined
  speakerConfidence?: number | undefined
}

export function formatWord({ text, startMs, endMs, confidence = 0 }: Word, manner: Manner): FormattedWord[] {
  const word = bare(text)
  if (word === '') return []
  const { punctuate, speaker, speakerConfidence } = manner
  return [
    {
      ...{ word, start: seconds(startMs), end: seconds(endMs), confidence },
      ...(punctuate && { punctuated_word: text }),
      ...(speaker !== undefined && { speaker }),
      ...(speaker !== undefined && speakerConfidence !== undefined && { speaker_confidence: speakerConfidence }),
    },
  ]
}

export const formatItemWords = (item: Item, manner: Manner): FormattedWord[] =>
  printedWords(item).flatMap((word) =>
    formatWord(word, { ...manner, speakerConfidence: manner.speakerConfidence ?? item.speakerConfidence }),
  )

/** Words as one text: as they are written, or bare. */
export const textOf = (words: readonly FormattedWord[]) =>
  words.map(({ word, punctuated_word = word }) => punctuated_word).join(' ')

/** How sure the words are on the average. */
export const confidenceOf = (words: readonly FormattedWord[]) =>
  words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length
