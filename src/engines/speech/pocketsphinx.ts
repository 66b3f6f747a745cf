import { access } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import pLimit from 'p-limit'
import { pMapIterable } from 'p-map'
import type { PcmAudio, Stretch } from '../../domain/audio.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Word } from '../../domain/transcript.ts'
import { type Decoder, GENERAL, languagePack, MODEL_FOLDER, PROGRAM, startDecoder } from './pocketsphinx-process.ts'
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
  const idle: Promise<Decoder>[] = []
  const busy = new Set<Promise<Decoder>>()
  const disposal = new AbortController()
  let timer: NodeJS.Timeout | undefined

  /** Decodes in a process that no other stretch uses meanwhile; one that failed is not used again. */
  async function decodeIn(starting: Promise<Decoder>, path: string, stretch: Stretch): Promise<Word[]> {
    clearTimeout(timer)
    busy.add(starting)
    try {
      const decoder = await starting
      const words = await decoder.decode(path, stretch)
      idle.push(starting)
      timer = setTimeout(() => closeAll(idle.splice(0)), IDLE_MS).unref()
      return words
    } catch (error) {
      await closeAll([starting])
      throw error
    } finally {
      busy.delete(starting)
    }
  }

  /** A new process gets what a first one failed at: it may have been killed for memory, and the idle ones with it. */
  async function decodeStretch(audio: PcmAudio, stretch: Stretch, signal: AbortSignal): Promise<Word[]> {
    signal.throwIfAborted()
    const path = audio.channels[stretch.channel] ?? ''
    return decodeIn(idle.pop() ?? startDecoder(), path, stretch).catch(() => {
      signal.throwIfAborted()
      return decodeIn(startDecoder(), path, stretch)
    })
  }

  return {
    name: 'pocketsphinx',
    model: languagePack() === GENERAL ? 'en-us' : 'en-us-clinical',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, punctuation: false },

    async *recognize(audio, stretches, _options, signal) {
      if (!(await isPocketsphinxInstalled())) throw notInstalled()
      const stop = AbortSignal.any([signal, disposal.signal])
      // No more in flight than there are processes, so that a short recording takes turns with a long one.
      yield* pMapIterable(
        stretches,
        (stretch) => limit(async () => ({ ...stretch, words: await decodeStretch(audio, stretch, stop) })),
        { concurrency: cores, backpressure: cores * AHEAD },
      )
    },

    async [Symbol.asyncDispose]() {
      disposal.abort(new OslerError('engine_failed', 'PocketSphinx was closed.'))
      clearTimeout(timer)
      await closeAll([...idle.splice(0), ...busy])
    },
  }
}

/** Ends processes, also those that are about to start. */
async function closeAll(decoders: readonly Promise<Decoder>[]): Promise<void> {
  const closeOne = (starting: Promise<Decoder>) =>
    starting.then(
      (decoder) => decoder.close(),
      () => {},
    )
  await Promise.all(decoders.map(closeOne))
}

function notInstalled(): OslerError {
  return new OslerError(
    'engine_missing',
    'PocketSphinx is not installed: run `apt-get install pocketsphinx pocketsphinx-en-us`.',
  )
}
