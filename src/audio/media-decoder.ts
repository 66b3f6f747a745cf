import { setTimeout as sleep } from 'node:timers/promises'
import { OslerError } from '../domain/errors.ts'
import type { LiveSound, MediaCoding } from '../domain/live.ts'
import { decodeStream } from './ffmpeg.ts'

/** A sound that a decoder reads while it comes. */
export interface MediaDecoder {
  /** Resolves when there is room for more. Throws `audio_unreadable`, and what `take` throws. */
  write(bytes: Buffer): Promise<void>
  /** Resolves when the samples of what was written were taken, but for what needs the next bytes to be read. */
  drain(): Promise<void>
  /** Resolves when all samples were taken. Throws as above. */
  end(): Promise<void>
}

/** Enough to tell a container from sound cut out of the middle of one. */
const HEAD_BYTES = 12
const HEADS = /^(RIFF|RF64|OggS|fLaC|ID3|.E\xdf\xa3|\xff[\xe0-\xff]|.{4}ftyp)/s
/** When nothing came out for so long, nothing more does before the next bytes go in. */
const QUIET_MS = 150

/**
 * Decodes a sound that comes bit by bit, in a process of its own that ends with it.
 * @param take is given the samples in order, and is waited for
 */
export function openMediaDecoder(
  coding: MediaCoding,
  sound: LiveSound,
  take: (pcm: Buffer) => Promise<void>,
): MediaDecoder {
  let head: Buffer = Buffer.alloc(0)
  let starting: ReturnType<typeof start> | undefined
  let reading: Promise<void> = Promise.resolve()
  let failure: unknown
  let takenAt = Date.now()

  async function start() {
    if (coding === 'container' && !HEADS.test(head.toString('latin1'))) throw headless()
    const { child } = await decodeStream(readerOf(coding, head), sound)
    child.stdin.on('error', () => {})
    reading = read(child).catch((error) => {
      failure = error
      child.kill()
    })
    return child.stdin
  }

  async function read(child: Awaited<ReturnType<typeof decodeStream>>['child']): Promise<void> {
    for await (const pcm of child.stdout) {
      await take(pcm as Buffer)
      takenAt = Date.now()
    }
    const { exitCode } = await child
    if (exitCode !== 0) throw unreadable()
  }

  return {
    async write(bytes) {
      if (failure !== undefined) throw failure
      const waiting = starting === undefined ? Buffer.concat([head, bytes]) : bytes
      if (starting === undefined) head = waiting
      if (starting === undefined && head.length < HEAD_BYTES) return
      starting ??= start()
      const stdin = await starting
      if (!stdin.write(waiting)) await Promise.race([new Promise((room) => stdin.once('drain', room)), reading])
      takenAt = Date.now()
    },
    async drain() {
      while (starting !== undefined && failure === undefined && Date.now() - takenAt < QUIET_MS)
        await sleep(QUIET_MS / 3)
      if (failure !== undefined) throw failure
    },
    async end() {
      if (starting === undefined && head.length > 0) throw headless()
      const stdin = await starting
      stdin?.end()
      await reading
      if (failure !== undefined) throw failure
    },
  }
}

/** ffmpeg's words for a format. A WAV header that was written before its end says nothing of how long it is. */
function readerOf(coding: MediaCoding, head: Buffer): string[] {
  if (coding !== 'container') return ['-f', coding]
  return head.toString('latin1', 0, 4) === 'RIFF' ? ['-f', 'wav', '-ignore_length', '1'] : []
}

const headless = () =>
  new OslerError(
    'audio_unreadable',
    'The sound is no container, or begins in the middle of one: begin with its header, or say how it is encoded.',
  )

const unreadable = () =>
  new OslerError('audio_unreadable', 'The sound cannot be decoded any further: begin another stream.')
