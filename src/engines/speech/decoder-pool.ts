import pLimit from 'p-limit'
import type { Stretch } from '../../domain/audio.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Word } from '../../domain/transcript.ts'
import { judgeWords } from './judge-words.ts'
import type { SpokenModel } from './language-pack/build.ts'
import { NO_TERMS, type SpokenTerms } from './language-pack/spoken-terms.ts'
import { type Decoder, startDecoder } from './pocketsphinx-process.ts'

const IDLE_MS = 60_000

/** A process with its models loaded, and the vocabulary that it knows. */
interface Member {
  key: string
  starting: Promise<Decoder>
}

/** Processes that decode, one a core at a time, kept loaded between recordings for a minute. */
export interface DecoderPool extends AsyncDisposable {
  /** The words of a stretch of a scratch file. Throws `engine_failed`, or the reason of `signal`. */
  decode(path: string, stretch: Stretch, terms: SpokenTerms, signal: AbortSignal): Promise<Word[]>
}

export function openDecoderPool(model: SpokenModel, cores: number): DecoderPool {
  const limit = pLimit(cores)
  const idle: Member[] = []
  const busy = new Set<Member>()
  const disposal = new AbortController()
  let timer: NodeJS.Timeout | undefined

  /** One that knows the vocabulary; for a new one the longest idle of the others goes, so that memory stays bounded. */
  function take(terms: SpokenTerms): Member {
    const at = idle.findIndex(({ key }) => key === terms.key)
    if (at >= 0) return idle.splice(at, 1)[0] as Member
    if (idle.length + busy.size >= 2 * cores) closeAll(idle.splice(0, 1))
    return { key: terms.key, starting: startDecoder(model, terms.lines) }
  }

  /** Decodes in a process that no other stretch uses meanwhile; one that failed is not used again. */
  async function decodeIn(member: Member, path: string, stretch: Stretch): Promise<Word[]> {
    clearTimeout(timer)
    busy.add(member)
    try {
      const words = judgeWords(await (await member.starting).decode(path, stretch))
      idle.push(member)
      timer = setTimeout(() => closeAll(idle.splice(0)), IDLE_MS).unref()
      return words
    } catch (error) {
      await closeAll([member])
      throw error
    } finally {
      busy.delete(member)
    }
  }

  /** A new process gets what a first one failed at: it may have been killed for memory, and the idle ones with it. */
  async function decodeTwice(path: string, stretch: Stretch, terms: SpokenTerms, signal: AbortSignal) {
    signal.throwIfAborted()
    return decodeIn(take(terms), path, stretch).catch(() => {
      signal.throwIfAborted()
      return decodeIn({ key: terms.key, starting: startDecoder(model, terms.lines) }, path, stretch)
    })
  }

  return {
    decode(path, stretch, terms = NO_TERMS, signal) {
      const stop = AbortSignal.any([signal, disposal.signal])
      return limit(async () => terms.print(await decodeTwice(path, stretch, terms, stop)))
    },
    async [Symbol.asyncDispose]() {
      disposal.abort(new OslerError('engine_failed', 'PocketSphinx was closed.'))
      clearTimeout(timer)
      await closeAll([...idle.splice(0), ...busy])
    },
  }
}

/** Ends processes, also those that are about to start. */
async function closeAll(members: readonly Member[]): Promise<void> {
  const closeOne = ({ starting }: Member) =>
    starting.then(
      (decoder) => decoder.close(),
      () => {},
    )
  await Promise.all(members.map(closeOne))
}
