import type { Logger } from 'pino'
import type { EngineOffer } from '../api/capabilities.ts'
import { findCondition } from '../clinical/en/conditions.ts'
import { asOslerError } from '../domain/errors.ts'
import type { Engines } from '../engines/choose-engines.ts'
import { openDiarizers } from '../engines/diarization/registry.ts'
import type { ModelStore } from '../engines/models/bring-files.ts'
import { LLAMA_FOLDER } from '../engines/models/llama-engine.ts'
import { listModels, modelsFolder } from '../engines/models/model-folders.ts'
import { openExtractive } from '../engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { openWriters } from '../engines/notes/registry.ts'
import { openPythons } from '../engines/runtime/python/open-pythons.ts'
import { pythonWithPip } from '../engines/runtime/python/python-environment.ts'
import { listUsableModels } from '../engines/runtime/sherpa/usable-models.ts'
import { openQuickRecognizer, openRecognizers } from '../engines/speech/registry.ts'
import { openDetectors } from '../engines/voice-activity/registry.ts'
import { openNameCorrection } from '../pipeline/transcribe/correct-names.ts'
import { openReleases } from '../store/code-release.ts'
import type { Config } from './settings.ts'

/** The engines that the settings ask for, of those that are installed, best first. */
export async function openEngines(config: Config, builtIn: NoteWriter = openExtractive()): Promise<Engines> {
  const models = await listUsableModels(config.data)
  const pythonFor = openPythons(config.speechDevice)
  const place = { models, server: speechServerOf(config), pythonFor }
  const recognizers = await openRecognizers(config.speech, place, config.speechFallback)
  // Speech is found in the process that hears it, where there is one.
  const hears = recognizers.find(({ name }) => name === 'whisper')
  const chosen = models.find(({ name }) => name === hears?.model)
  return {
    recognizers,
    ...(config.liveQuickModel && { quickRecognizer: await openQuickRecognizer(config.liveQuickModel, place) }),
    mayFallBack: config.speechFallback === 'local',
    diarizers: await openDiarizers(models),
    detectors: await openDetectors({ models, python: pythonFor(chosen) }),
    writers: await openWriters(config.notes, writerPlaceOf(config), builtIn),
    correctNames: openNameCorrection(),
    readCodes: openReleases(config.data, (code) => findCondition(code) !== undefined),
  }
}

function speechServerOf({ speechUrl, speechModel, speechKey, speechLanguages, speechAtOnce }: Config) {
  const server = { urls: speechUrl, key: speechKey, model: speechModel }
  return { ...server, languages: speechLanguages, atOnce: speechAtOnce }
}

/** What the settings say of the model that writes. */
export function writerPlaceOf({ notesUrl, notesModel, notesKey, notesContext, notesSeconds }: Config) {
  const place = { urls: notesUrl, model: notesModel, key: notesKey, windowTokens: notesContext || undefined }
  return { ...place, mostSeconds: notesSeconds, llamaFolder: LLAMA_FOLDER }
}

/** Has the engines' processes end when the stack is disposed. */
export function closeWith(stack: AsyncDisposableStack, engines: Engines): void {
  const { recognizers, quickRecognizer, diarizers, detectors, writers } = engines
  for (const engine of [...recognizers, quickRecognizer, ...diarizers, ...detectors, ...writers]) stack.use(engine)
}

/** What the engines can do, as people and clients are told. */
export function listOffers({ recognizers, writers }: Engines): EngineOffer[] {
  return [
    ...recognizers.map(({ name, model, languages, capabilities }) => ({
      ...{ task: 'speech' as const, engine: name, model, languages, tellsLanguage: capabilities.languageDetection },
    })),
    ...writers.map(({ name, model, languages, kinds, followsWishes }) => ({
      task: 'notes' as const,
      engine: name,
      model,
      languages,
      kinds,
      followsWishes,
    })),
  ]
}

/** Where models are installed, and from where. */
export const modelStoreOf = ({ data, modelsUrl }: Config): ModelStore => ({
  folder: modelsFolder(data),
  mirror: modelsUrl,
  python: pythonWithPip(),
})

const EXAMINE_MS = 30_000

/** A refused key, a server that is away or a model that is damaged is told when the work starts, not with the first recording. */
export async function warnOfEngines({ data }: Config, { recognizers }: Engines, log: Logger): Promise<void> {
  const warn = (sentence: string) => log.warn({ sentence }, 'engine')
  await listModels(data, warn)
  // Of several models the best alone: to load them all would take the machine's memory for a while.
  const best = new Map([...recognizers].reverse().map((recognizer) => [recognizer.name, recognizer]))
  for (const { checkHealth } of best.values()) {
    await checkHealth(AbortSignal.timeout(EXAMINE_MS)).catch((error) => warn(asOslerError(error).message))
  }
}
