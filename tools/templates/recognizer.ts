import type { SpeechSegment } from '../../src/domain/audio.ts'
import type { Word } from '../../src/domain/transcript.ts'
import type { Recognizer } from '../../src/engines/speech/recognizer.ts'

/** The words of one segment of a scratch file of PCM, in the recording's time. Throws `engine_failed`. */
export type HearSegment = (path: string, segment: SpeechSegment, signal: AbortSignal) => Promise<Word[]>

/** Sample hears one segment after the other. */
export function openSample(hear: HearSegment): Recognizer {
  return {
    name: 'sample',
    model: 'sample',
    languages: ['en'],
    capabilities: { wordTimes: true, confidence: false, punctuation: false, languageDetection: false, hotWords: false },
    async checkHealth() {},

    async *recognize(audio, segments, _, signal) {
      for (const segment of segments) {
        signal.throwIfAborted()
        yield { ...segment, words: await hear(audio.channels[segment.channel] ?? '', segment, signal) }
      }
    },

    async [Symbol.asyncDispose]() {},
  }
}
