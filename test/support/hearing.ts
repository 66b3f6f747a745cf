import { tmpdir } from 'node:os'
import type { LanguageTag } from '../../src/domain/language.ts'
import type { Transcript } from '../../src/domain/transcript.ts'
import { openVoiceFeatures } from '../../src/engines/diarization/voice-features.ts'
import type { InstalledModel } from '../../src/engines/models/model.ts'
import { listModels } from '../../src/engines/models/model-folders.ts'
import { openPythons } from '../../src/engines/runtime/python/open-pythons.ts'
import type { Recognizer } from '../../src/engines/speech/recognizer.ts'
import { openWhisper } from '../../src/engines/speech/whisper.ts'
import type { VoiceActivityDetector } from '../../src/engines/voice-activity/detector.ts'
import { openSilero } from '../../src/engines/voice-activity/silero.ts'
import { openNameCorrection } from '../../src/pipeline/transcribe/correct-names.ts'
import { run } from '../../src/pipeline/transcribe/run.ts'
import { withScratch } from '../../src/platform/scratch.ts'

/** Small enough for tests to hear with, and in English alone. */
export const TEST_MODEL = 'whisper-tiny.en'

/** A model that set-up brought. */
export async function findModel(name = TEST_MODEL): Promise<InstalledModel> {
  const model = (await listModels('')).find((one) => one.name === name)
  if (!model) throw new Error(`The model ${name} is not installed: run sh tools/setup.sh test.`)
  return model
}

/** The real engines that hear, in a process of their own; dispose of the recogniser to end it. */
export async function openHearing(name = TEST_MODEL) {
  const model = await findModel(name)
  const python = openPythons('cpu')(model)
  return { model, python, recognizer: openWhisper(model, python), detectors: [openSilero(python)] }
}

/** What the pipeline hears in a recording. */
export async function hearFile(
  { recognizer, detectors }: { recognizer: Recognizer; detectors: readonly VoiceActivityDetector[] },
  file: string,
  language: LanguageTag = 'en',
): Promise<Transcript> {
  const engines = {
    recognizer,
    detectors,
    diarizers: [openVoiceFeatures()],
    correctNames: openNameCorrection(),
  }
  const keep = { recognized: [], decoded: async () => {}, segment: async () => {}, step: () => {} }
  const work = { file, language, limits: { minMs: 0, maxMs: 4 * 3_600_000 } }
  const { transcript } = await withScratch(tmpdir(), 'osler-test', (scratch) =>
    run({ ...work, scratch }, engines, keep, new AbortController().signal),
  )
  return transcript
}

export const textOf = ({ items }: Transcript): string => items.map(({ text }) => text).join(' ')
export const codesOf = ({ warnings }: Transcript): string[] => warnings.map(({ code }) => code)
