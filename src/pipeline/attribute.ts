import type { Word } from '../domain/transcript.ts'
import type { RecognizedStretch } from '../engines/speech/recognizer.ts'

/** What one speaker said in one stretch. */
export interface Turn {
  speakerLabel?: string
  words: Word[]
}

/**
 * Says whose words are whose, as far as the channels tell: with a speaker on each of two channels, the one that
 * speaks first is SPEAKER_01. On one channel nobody is named; an unknown speaker is not a guess.
 */
export function attribute(stretches: readonly RecognizedStretch[], channels: number): Turn[] {
  const spoken = stretches.filter(({ words }) => words.length > 0)
  if (channels < 2) return spoken.map(({ words }) => ({ words }))
  const order = [...new Set(spoken.map(({ channel }) => channel))]
  return spoken.map(({ channel, words }) => ({ speakerLabel: `SPEAKER_0${order.indexOf(channel) + 1}`, words }))
}
