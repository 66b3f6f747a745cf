import { availableParallelism } from 'node:os'
import { pMapIterable } from 'p-map'
import { SAMPLE_RATE } from '../../domain/audio.ts'
import { type LanguageTag, readLanguage, UNKNOWN_LANGUAGE } from '../../domain/language.ts'
import type { Warning } from '../../domain/transcript.ts'
import type { Term } from '../../domain/vocabulary.ts'
import { familyOf } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { readTokens } from '../models/piece-vocabulary.ts'
import { openProcessPool, type ProcessPool } from '../runtime/process-pool.ts'
import { configOf } from '../runtime/sherpa/model-config.ts'
import { type SherpaProcess, startSherpa } from '../runtime/sherpa/sherpa-process.ts'
import { readHeard } from './read-heard.ts'
import type { RecognizeOptions, Recognizer } from './recognizer.ts'

/** Below this many cores all work on one segment: a model is large, and a second copy of it would need as much again. */
const CORES_FOR_TWO = 8
const AHEAD = 4
const FEATURES: Partial<Record<InstalledModel['family'], number>> = { 'medasr-ctc': 128 }
/** How much a hot word is helped; the value that sherpa-onnx advises. */
const HOT_WORD_SCORE = 1.5

/** A recogniser for each model; they share their processes, so that memory stays bounded. */
export function openSherpa(models: readonly InstalledModel[], cores: number = availableParallelism()): Recognizer[] {
  const atOnce = cores >= CORES_FOR_TWO ? 2 : 1
  const pool = openProcessPool<SherpaProcess>('sherpa-onnx', atOnce)
  return models.map((model) => openModel(model, pool, { atOnce, threads: Math.max(1, Math.floor(cores / atOnce)) }))
}

function openModel(
  model: InstalledModel,
  pool: ProcessPool<SherpaProcess>,
  { atOnce, threads }: { atOnce: number; threads: number },
): Recognizer {
  const family = familyOf(model.family)
  const takesHotWords = family.takesHotWords === true && model.files.bpeVocabulary !== undefined
  const letters = lazy(async () => new Set(await readTokens(model.files.tokens ?? '')))

  /** Processes with hot words decode in another, slower way: without a vocabulary they are not used. */
  async function processFor({ language, vocabulary }: RecognizeOptions) {
    const isHot = takesHotWords && vocabulary.length > 0
    const hotWords = isHot ? formatHotWords(vocabulary, await letters()) : ''
    const spoken = family.takesLanguage ? codeFor(language) : ''
    const config = recognizerConfig(model, { language: spoken, threads, isHot: hotWords !== '' })
    const start = () => startSherpa(family.isStreaming ? 'stream' : 'hear', model, config)
    return { key: `${model.name} ${spoken} ${hotWords !== ''}`, start, hotWords }
  }

  return {
    name: 'sherpa',
    model: model.name,
    languages: model.languages,
    capabilities: {
      wordTimes: family.givesTimes === true,
      confidence: false,
      punctuation: family.givesPunctuation === true,
      language: family.tellsLanguage === true,
    },

    async check({ vocabulary }) {
      const hotWords = takesHotWords ? formatHotWords(vocabulary, await letters()) : ''
      const used = hotWords.split('/').filter(Boolean).length
      return used < vocabulary.length ? [unheard(vocabulary.length - used, vocabulary.length)] : []
    },

    async checkHealth(signal) {
      const { key, start } = await processFor({ language: model.languages[0] ?? 'en', vocabulary: [] })
      await pool.run({ key, start, do: async () => {} }, signal)
    },

    async *recognize(audio, segments, options, signal) {
      const { hotWords, ...process } = await processFor(options)
      yield* pMapIterable(
        segments,
        async (segment) => {
          const { channel, startMs, endMs } = segment
          const job = { path: audio.channels[channel] ?? '', startMs, endMs, ...(hotWords && { hotWords }) }
          const heard = await pool.run({ ...process, do: (sherpa) => sherpa.hear(job) }, signal)
          const language = options.language === UNKNOWN_LANGUAGE ? readLanguage(heard.lang) : undefined
          return { ...segment, words: readHeard(heard, segment), ...(language && { language }) }
        },
        { concurrency: atOnce, backpressure: atOnce * AHEAD },
      )
    },

    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}

/** Families that tell languages take none for any. */
const codeFor = (language: LanguageTag) => (language === UNKNOWN_LANGUAGE ? '' : (language.split('-')[0] ?? ''))

/** The recogniser's configuration (`OfflineRecognizerConfig` of sherpa-onnx). */
function recognizerConfig(
  model: InstalledModel,
  wanted: { language: string; threads: number; isHot: boolean },
): object {
  return {
    featConfig: { sampleRate: SAMPLE_RATE, featureDim: FEATURES[model.family] ?? 80 },
    modelConfig: {
      ...configOf(model, wanted.threads, wanted.language),
      ...(wanted.isHot && { modelingUnit: 'bpe', bpeVocab: model.files.bpeVocabulary }),
    },
    ...(wanted.isHot && { decodingMethod: 'modified_beam_search', hotwordsScore: HOT_WORD_SCORE }),
  }
}

/**
 * Phrases with slashes between them. A phrase with a letter that is no token would make sherpa-onnx drop them all, so it
 * is left out here.
 */
function formatHotWords(vocabulary: readonly Term[], letters: ReadonlySet<string>): string {
  const phrases = vocabulary.map(({ text }) => text.replaceAll(/[/:#\s]+/g, ' ').trim())
  return phrases
    .filter((phrase) => phrase && [...phrase.replaceAll(' ', '')].every((letter) => letters.has(letter)))
    .join('/')
}

/** PATIENT DATA: a vocabulary may name people, so terms are counted here and not named. */
function unheard(count: number, all: number): Warning {
  const message = `${count} of ${all} vocabulary terms were not used while hearing, as the model takes none, or not their letters; all of them correct what was heard.`
  return { code: 'vocabulary_unheard', message }
}

function lazy<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
