import { access } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { pMapIterable } from 'p-map'
import { OslerError } from '../../domain/errors.ts'
import type { Warning } from '../../domain/transcript.ts'
import type { Term } from '../../domain/vocabulary.ts'
import { GENERAL_ENGLISH } from '../../platform/english-words.ts'
import { openProcessPool } from '../process-pool.ts'
import { judgeWords } from './judge-words.ts'
import { NO_TERMS, openTermReader, type SpokenTerms } from './language-pack/spoken-terms.ts'
import { type Decoder, GENERAL, languagePack, PROGRAM, startDecoder } from './pocketsphinx-process.ts'
import type { Recognizer } from './recognizer.ts'

/** Stretches come out in their order; while a long one is decoded, the other processes go on with so many behind it. */
const AHEAD = 16

/** Whether Debian's packages are there. */
export async function isPocketsphinxInstalled(): Promise<boolean> {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, PROGRAM))
  const found = await Promise.all(
    [...paths, GENERAL_ENGLISH].map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.pop() === true && found.includes(true)
}

/** PocketSphinx, with the clinical language pack where set-up has built it: one process a core. */
export function openPocketsphinx(cores: number = availableParallelism()): Recognizer {
  const pack = languagePack()
  const model = pack ?? GENERAL
  const pool = openProcessPool<Decoder>('PocketSphinx', cores)
  const readTerms = pack ? openTermReader(pack) : undefined

  return {
    name: 'pocketsphinx',
    model: pack ? 'en-us-clinical' : 'en-us',
    languages: ['en'],
    gives: { wordTimes: true, confidence: true, punctuation: false, knownWords: true, language: false },

    async check({ vocabulary }) {
      return vocabulary.length === 0 ? [] : warnOf(vocabulary, await readTerms?.(vocabulary))
    },

    async *recognize(audio, stretches, { vocabulary }, signal) {
      if (!(await isPocketsphinxInstalled())) throw notInstalled()
      const terms = (await readTerms?.(vocabulary)) ?? NO_TERMS
      const process = { key: terms.key, start: () => startDecoder(model, terms.lines) }
      // No more in flight than there are processes, so that a short recording takes turns with a long one.
      yield* pMapIterable(
        stretches,
        async (stretch) => {
          const path = audio.channels[stretch.channel] ?? ''
          const rows = await pool.run({ ...process, do: (decoder) => decoder.decode(path, stretch) }, signal)
          return { ...stretch, words: terms.print(judgeWords(rows)) }
        },
        { concurrency: cores, backpressure: cores * AHEAD },
      )
    },

    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}

/** PATIENT DATA: a vocabulary may name people, so terms are counted here and not named. */
function warnOf(vocabulary: readonly Term[], terms: SpokenTerms | undefined): Warning[] {
  const count = terms ? terms.unsaid.length : vocabulary.length
  if (count === 0) return []
  const why = terms
    ? 'they have letters that English does not have: tell how they sound'
    : 'the clinical language pack is not built: run tools/setup.sh'
  return [
    { code: 'vocabulary_unheard', message: `${count} of ${vocabulary.length} vocabulary terms were not used: ${why}.` },
  ]
}

function notInstalled(): OslerError {
  return new OslerError(
    'engine_missing',
    'PocketSphinx is not installed: run `apt-get install pocketsphinx pocketsphinx-en-us`.',
  )
}
