import { OslerError } from '../../../../domain/errors.ts'
import type { StreamConfig } from './dialect.ts'

/** Nabla waits so long for a stream's next chunk (https://docs.nabla.com/2025-01-07/server/transcribe-ws). */
export const STREAM_TIMEOUT_SECONDS = 10

/** The streams of a client as channels of one recording; what one of them is ahead waits for the other. */
export class JoinedStreams {
  readonly #mostAhead: number
  readonly #ids: readonly string[]
  readonly #waiting: Buffer[]
  #taken = 0

  constructor({ streams, sampleRate }: Pick<StreamConfig, 'streams' | 'sampleRate'>) {
    this.#mostAhead = STREAM_TIMEOUT_SECONDS * sampleRate * 2
    this.#ids = streams.map(({ id }) => id)
    this.#waiting = streams.map(() => Buffer.alloc(0))
  }

  /** Which stream a chunk is of. Throws `request_invalid`. */
  find(id: string | undefined): number {
    if (id === undefined && this.#ids.length === 1) return 0
    const index = this.#ids.indexOf(id ?? '')
    if (index >= 0) return index
    const known = this.#ids.join(', ')
    throw new OslerError('request_invalid', `The chunk's stream_id is "${id?.slice(0, 40) ?? ''}", of ${known}.`)
  }

  /**
   * The sound that all streams have now, and where in the recording this chunk ends. Throws `stream_idle` where another one is
   * too far behind.
   */
  add(stream: number, pcm: Buffer): { pcm: Buffer; endsAt: number } {
    const ahead = Buffer.concat([this.#waiting[stream] ?? Buffer.alloc(0), pcm])
    this.#waiting[stream] = ahead
    const endsAt = (this.#taken + ahead.length) * this.#waiting.length
    const lengths = this.#waiting.map(({ length }) => length)
    const common = Math.min(...lengths)
    if (ahead.length - common > this.#mostAhead) throw timedOut(this.#ids[lengths.indexOf(common)])
    return { pcm: this.#takeBytes(common), endsAt }
  }

  /** What is left, with silence where a stream has ended before the other. */
  end(): Buffer {
    const bytes = Math.max(...this.#waiting.map(({ length }) => length))
    for (const [stream, waiting] of this.#waiting.entries())
      this.#waiting[stream] = Buffer.concat([waiting, Buffer.alloc(bytes - waiting.length)])
    return this.#takeBytes(bytes)
  }

  #takeBytes(bytes: number): Buffer {
    const channels = this.#waiting.map((waiting) => waiting.subarray(0, bytes))
    for (const [stream, waiting] of this.#waiting.entries()) this.#waiting[stream] = waiting.subarray(bytes)
    this.#taken += bytes
    return interleave(channels, bytes)
  }
}

function interleave(channels: readonly Buffer[], bytes: number): Buffer {
  const [only, ...others] = channels
  if (only && others.length === 0) return only
  const joined = Buffer.alloc(bytes * channels.length)
  for (const [channel, pcm] of channels.entries())
    for (let at = 0; at < bytes; at += 2) pcm.copy(joined, at * channels.length + 2 * channel, at, at + 2)
  return joined
}

const timedOut = (id: string | undefined) =>
  new OslerError(
    'stream_idle',
    `No chunk of the stream "${id?.slice(0, 40)}" came for ${STREAM_TIMEOUT_SECONDS} s: send silence as sound.`,
    { seconds: STREAM_TIMEOUT_SECONDS },
  )
