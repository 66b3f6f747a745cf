import type OpenAI from 'openai'
import { BadRequestError, toFile } from 'openai'
import { pMapIterable } from 'p-map'
import { readWave } from '../../audio/wave.ts'
import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import { OslerError } from '../../domain/errors.ts'
import { type LanguageTag, UNKNOWN_LANGUAGE } from '../../domain/language.ts'
import { forgetFailure } from '../runtime/openai-client.ts'
import { openServers, type Servers, type ServersOptions } from '../runtime/servers.ts'
import type { RecognizeOptions, Recognizer } from './recognizer.ts'
import { readAnswer, readToldLanguage } from './remote/read-answer.ts'

export interface OpenAiSpeech extends Omit<ServersOptions, 'work'> {
  /** The first model that the server lists, where none is named. */
  model?: string | undefined
  /** What the model hears; `mul` stands for everything. */
  languages: readonly LanguageTag[]
}

/** Whisper reads 224 tokens of a prompt, and forgets the first of more. */
const PROMPT_LETTERS = 600
/** Answers that may lie ready before the pipeline has taken them. */
const AHEAD = 4

/** Any server that speaks OpenAI's `/v1/audio/transcriptions`: vLLM, speaches, LocalAI, OpenAI itself. One request a segment. */
export function openOpenAiRecognizer({ model, languages, ...options }: OpenAiSpeech): Recognizer {
  const servers = openServers({ work: 'speech', ...options })
  const atOnce = options.atOnce * options.urls.length
  let name: Promise<string> | undefined
  /** A server that refuses times is asked for the text alone from then on. */
  let isPlain = false
  const nameModel = (signal: AbortSignal) => {
    name ??= model ? Promise.resolve(model) : forgetFailure(firstModel(servers, signal), () => (name = undefined))
    return name
  }

  async function hear(audio: PcmAudio, segment: SpeechSegment, asked: RecognizeOptions, signal: AbortSignal) {
    const wave = await readWave(audio.channels[segment.channel] ?? '', segment)
    const body = { ...describe(asked), model: await nameModel(signal), file: await toFile(wave, 'segment.wav') }
    const answer = await servers.ask(async (client) => {
      if (isPlain) return askPlainly(client, body, signal)
      try {
        return await client.audio.transcriptions.create({ ...body, ...WITH_TIMES }, { signal })
      } catch (error) {
        if (!(error instanceof BadRequestError)) throw error
        const plain = await askPlainly(client, body, signal)
        isPlain = true
        return plain
      }
    }, signal)
    const words = readAnswer(answer, segment, asked.language)
    return { ...segment, words, ...(asked.language === UNKNOWN_LANGUAGE && { language: readToldLanguage(answer) }) }
  }

  return {
    ...{ name: 'openai', model: model ?? 'the first that the server lists', languages },
    capabilities: { wordTimes: true, confidence: false, punctuation: true, languageDetection: true, hotWords: true },
    async checkHealth(signal) {
      await servers.ask((client) => client.models.list({ signal }), signal)
    },
    recognize: (audio, segments, asked, signal) =>
      pMapIterable(
        segments,
        (segment) => {
          signal.throwIfAborted()
          return hear(audio, segment, asked, signal)
        },
        { concurrency: atOnce, backpressure: atOnce * AHEAD },
      ),
    async [Symbol.asyncDispose]() {},
  }
}

const WITH_TIMES = {
  response_format: 'verbose_json' as const,
  timestamp_granularities: ['word' as const, 'segment' as const],
}

type Body = Omit<OpenAI.Audio.TranscriptionCreateParamsNonStreaming, 'response_format'>

const askPlainly = (client: OpenAI, body: Body, signal: AbortSignal): Promise<unknown> =>
  client.audio.transcriptions.create({ ...body, response_format: 'json' }, { signal })

/** The language in two letters, as the API has it, and the vocabulary as a prompt. */
function describe({ language, vocabulary }: RecognizeOptions) {
  const terms = vocabulary.map(({ text }) => text)
  while (terms.join(', ').length > PROMPT_LETTERS) terms.pop()
  return {
    ...(language !== UNKNOWN_LANGUAGE && { language: language.split('-')[0] ?? language }),
    temperature: 0,
    ...(terms.length > 0 && { prompt: terms.join(', ') }),
  }
}

async function firstModel(servers: Servers, signal: AbortSignal): Promise<string> {
  const { data } = await servers.ask((client) => client.models.list({ signal }), signal)
  if (data?.[0]) return data[0].id
  throw new OslerError('engine_refused', 'The speech server lists no model: name one in OSLER_SPEECH_MODEL.')
}
