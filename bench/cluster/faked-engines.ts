import { setTimeout as sleep } from 'node:timers/promises'
import { BYTES_PER_MS } from '../../src/domain/audio.ts'
import { blankNote, type NoteKindName } from '../../src/domain/note-kinds.ts'
import type { Engines } from '../../src/engines/choose-engines.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import type { Recognizer } from '../../src/engines/speech/recognizer.ts'
import type { VoiceActivityDetector } from '../../src/engines/voice-activity/detector.ts'
import { openEngines } from '../../src/server/open-engines.ts'

// Engines that cost nothing, faked at their ports: what is measured with them is the queue, the database and the store.

const NOTHING = { name: 'faked', model: 'faked', checkHealth: async () => {}, [Symbol.asyncDispose]: async () => {} }
const LONGEST_MS = 2000

/** Takes as long as the transcript, two seconds at most. */
const WRITER: NoteWriter = {
  ...{ ...NOTHING, languages: ['en'], kinds: ['summary'], followsWishes: false },
  async write({ language, durationMs }, { kind }, signal) {
    await sleep(Math.min(durationMs, LONGEST_MS), undefined, { signal })
    return blankNote(kind as NoteKindName, language, 'faked', [])
  },
}

/** Hears one word in whatever is said. */
const RECOGNIZER: Recognizer = {
  ...{ ...NOTHING, languages: ['en'] },
  capabilities: {
    ...{ wordTimes: true, confidence: true, punctuation: true, languageDetection: false, hotWords: false },
  },
  async *recognize(_, segments) {
    for (const segment of segments)
      yield {
        ...segment,
        words: [{ text: 'Headache.', startMs: segment.startMs, endMs: segment.endMs, confidence: 1 }],
      }
  },
}

const FRAME_MS = 32
const [SPEECH_FRAMES, ALL_FRAMES] = [50, 80]

/** Somebody speaks for 1.6 s and is silent for one, whatever the sound. */
const DETECTOR: VoiceActivityDetector = {
  ...NOTHING,
  detect: async (_, durationMs) => [{ startMs: 0, endMs: durationMs }],
  follow() {
    let at = 0
    const next = async (pcm: Uint8Array) =>
      Array.from({ length: pcm.length / BYTES_PER_MS / FRAME_MS }, () => Number(at++ % ALL_FRAMES < SPEECH_FRAMES))
    return { frameMs: FRAME_MS, next }
  },
}

export async function openFakedEngines(...settings: Parameters<typeof openEngines>): Promise<Engines> {
  const { correctNames, readCodes } = await openEngines(...settings)
  return {
    ...{ correctNames, readCodes, mayFallBack: false, diarizers: [] },
    ...{ recognizers: [RECOGNIZER], detectors: [DETECTOR], writers: [WRITER] },
  }
}
