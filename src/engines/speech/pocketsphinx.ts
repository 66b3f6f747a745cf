import { access } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import pLimit from 'p-limit'
import { pMapIterable } from 'p-map'
import type { PcmAudio, Stretch } from '../../domain/audio.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Word } from '../../domain/transcript.ts'
import { type Decoder, MODEL_FOLDER, PROGRAM, startDecoder } from './pocketsphinx-process.ts'
import type { Recognizer } from './recognizer.ts'

const IDLE_MS = 60_000
/** Stretches come out in their order; while a long one is decoded, the other processes go on with so many behind it. */
const AHEAD = 16

/** Whether Debian's packages are there. */
export async function isPocketsphinxInstalled(): Promise<boolean> {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, PROGRAM))
  const found = await Promise.all(
    [...paths, MODEL_FOLDER].map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.pop() === true && found.includes(true)
}

/** PocketSphinx with its general American English: one process a core, kept loaded between recordings for a minute. */
export function openPocketsphinx(cores: number = availableParallelism()): Recognizer {
  const limit = pLimit(cores)
  const idle: Decoder[] = []
  const busy = new Set<Decoder>()
  let timer: NodeJS.Timeout | undefined

  /** Runs `work` with a decoder that no other stretch uses; one that failed is not used again. */
  async function withDecoder<Value>(work: (decoder: Decoder) => Promise<Value>): Promise<Value> {
    clearTimeout(timer)
    const decoder = idle.pop() ?? (await startDecoder())
    busy.add(decoder)
    try {
      const value = await work(decoder)
      idle.push(decoder)
      timer = setTimeout(closeIdle, IDLE_MS).unref()
      return value
    } catch (error) {
      await decoder.close()
      throw error
    } finally {
      busy.delete(decoder)
    }
  }

  async function closeIdle(): Promise<void> {
    await Promise.all(idle.splice(0).map((decoder) => decoder.close()))
  }

  const decode = (path: string, stretch: Stretch) => withDecoder((decoder) => decoder.decode(path, stretch))

  /** A second process gets what a first one failed at: it may have been killed for memory. */
  async function decodeStretch(audio: PcmAudio, stretch: Stretch, signal: AbortSignal): Promise<Word[]> {
    const path = audio.channels[stretch.channel] ?? ''
    return decode(path, stretch).catch(() => {
      signal.throwIfAborted()
      return decode(path, stretch)
    })
  }

  return {
    name: 'pocketsphinx',
    model: 'en-us',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, punctuation: false },

    async *recognize(audio, stretches, _language, signal) {
      if (!(await isPocketsphinxInstalled())) throw notInstalled()
      // No more in flight than there are processes, so that a short recording takes turns with a long one.
      yield* pMapIterable(
        stretches,
        (stretch) =>
          limit(async () => {
            signal.throwIfAborted()
            return { ...stretch, words: await decodeStretch(audio, stretch, signal) }
          }),
        { concurrency: cores, backpressure: cores * AHEAD },
      )
    },

    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      limit.clearQueue()
      await Promise.all([closeIdle(), ...[...busy].map((decoder) => decoder.close())])
    },
  }
}

function notInstalled(): OslerError {
  return new OslerError(
    'engine_missing',
    'PocketSphinx is not installed: run `apt-get install pocketsphinx pocketsphinx-en-us`.',
  )
}
