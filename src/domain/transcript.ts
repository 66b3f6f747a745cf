import type { LanguageTag } from './language.ts'

/** Who an item was said by; `unspecified` when nothing told. */
export type Speaker = 'doctor' | 'patient' | 'other' | 'unspecified'

/** Times are integer milliseconds from the start of the recording; confidence is 0…1. */
export interface Word {
  text: string
  startMs: number
  endMs: number
  confidence?: number
}

/** A sentence or part of one by one speaker. Its id stays the same for the life of the consultation. */
export interface Item {
  id: string
  text: string
  speaker: Speaker
  /** One label a voice ("SPEAKER_01"), when voices could be told apart. */
  speakerLabel?: string
  startMs: number
  endMs: number
  words: Word[]
  /** Mean of the words' confidences. */
  confidence?: number
}

/** What could not be honoured or should make a reader careful; the code is for programs, the message for people. */
export interface Warning {
  code: string
  message: string
}

export interface Transcript {
  language: LanguageTag
  durationMs: number
  items: Item[]
  /** The engine and model that heard it. */
  engine: string
  model: string
  warnings: Warning[]
}

/** Items as running text. */
export const printPlain = (items: readonly Item[]) => items.map(({ text }) => text).join(' ')

/** The transcript as plain text, a line an item, with the speaker in front where there are several. */
export function printText(transcript: Transcript): string {
  const voices = new Set(transcript.items.map((item) => item.speakerLabel))
  return transcript.items
    .map((item) => (voices.size > 1 && item.speakerLabel ? `${item.speakerLabel}: ${item.text}` : item.text))
    .join('\n')
}
