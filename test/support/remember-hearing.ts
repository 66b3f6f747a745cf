import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Engines } from '../../src/engines/choose-engines.ts'
import type { Diarizer } from '../../src/engines/diarization/diarizer.ts'
import type { Engine } from '../../src/engines/engine.ts'
import type { RecognizedSegment, Recognizer } from '../../src/engines/speech/recognizer.ts'
import type { VoiceActivityDetector } from '../../src/engines/voice-activity/detector.ts'
import { openEngines } from '../../src/server/open-engines.ts'

/** Another machine hears, and its tests look at what it was asked. */
const REMOTE = 'openai'

/**
 * The engines that are set, each of which meets a sound once in a test run: whichever test sends the same again is given
 * the same again. Tests of doors send a few recordings a hundred times, and are about what becomes of the words.
 */
export async function openRemembering(...settings: Parameters<typeof openEngines>): Promise<Engines> {
  const engines = await openEngines(...settings)
  const folder = process.env.OSLER_TEST_HEARD
  if (!folder) return engines
  return {
    ...engines,
    recognizers: engines.recognizers.map((one) => (one.name === REMOTE ? one : rememberWords(one, folder))),
    detectors: engines.detectors.map((one) => rememberSpeech(one, folder)),
    diarizers: engines.diarizers.map((one) => rememberVoices(one, folder)),
  }
}

function rememberWords(recognizer: Recognizer, folder: string): Recognizer {
  return {
    ...recognizer,
    // It is loaded for the first sound that nobody has heard.
    async checkHealth() {},
    async *recognize(audio, segments, options, signal) {
      const path = await pathFor(folder, recognizer, audio.channels, [segments, options])
      const remembered = await recall<RecognizedSegment[]>(path)
      const heard: RecognizedSegment[] = []
      for await (const segment of remembered ?? recognizer.recognize(audio, segments, options, signal)) {
        signal.throwIfAborted()
        heard.push(segment)
        yield segment
      }
      if (!remembered) await keep(path, heard)
    },
  }
}

function rememberSpeech(detector: VoiceActivityDetector, folder: string): VoiceActivityDetector {
  return {
    ...detector,
    async detect(file, durationMs, signal) {
      const path = await pathFor(folder, detector, [file], [durationMs])
      return (await recall(path)) ?? keep(path, await detector.detect(file, durationMs, signal))
    },
  }
}

function rememberVoices(diarizer: Diarizer, folder: string): Diarizer {
  return {
    ...diarizer,
    async diarize(audio, segments, options, signal) {
      const path = await pathFor(folder, diarizer, audio.channels, [segments, options])
      return (await recall(path)) ?? keep(path, await diarizer.diarize(audio, segments, options, signal))
    },
  }
}

/** Where what an engine makes of sound, asked in this way, is kept. */
async function pathFor(folder: string, { name, model }: Engine, files: readonly string[], asked: unknown[]) {
  const hash = createHash('sha256').update(JSON.stringify([name, model, asked]))
  for (const file of files) for await (const chunk of createReadStream(file)) hash.update(chunk)
  return join(folder, hash.digest('hex'))
}

async function recall<Value>(path: string): Promise<Value | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && deserialize(bytes)
}

/** Whole or not at all: other test files look for it. */
async function keep<Value>(path: string, value: Value): Promise<Value> {
  await writeFile(`${path}.${process.pid}`, serialize(value))
  await rename(`${path}.${process.pid}`, path)
  return value
}
