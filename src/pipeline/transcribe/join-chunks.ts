import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { decode } from '../../audio/decode.ts'
import { PCM, transcodeScratch } from '../../audio/ffmpeg.ts'
import type { PcmAudio } from '../../domain/audio.ts'
import { writeScratch } from '../../platform/write-scratch.ts'

/** What a chunk may last has been checked when it came. */
const ANY_LENGTH = { minMs: 0, maxMs: 24 * 3_600_000 }
const TIMEOUT_MS = 600_000

/** The chunks of a series, one behind the other, as one recording: a file of this run. Throws what `decode` throws. */
export async function joinChunks(files: readonly string[], scratch: string, signal: AbortSignal): Promise<string> {
  const sides = [join(scratch, 'joined-left.pcm'), join(scratch, 'joined-right.pcm')] as const
  let hasSides = false
  for (const [at, file] of files.entries()) {
    const folder = join(scratch, `chunk-${at}`)
    await mkdir(folder)
    const chunk = await decode(file, folder, ANY_LENGTH, signal)
    const [left, right] = sidesOf(chunk)
    hasSides ||= left !== right
    const { size } = await stat(chunk.channels[0] ?? '')
    await append(sides[0], left, size)
    await append(sides[1], right, size)
    await rm(folder, { recursive: true })
  }
  const whole = join(scratch, 'joined.wav')
  const inputs = (hasSides ? sides : sides.slice(0, 1)).flatMap((path) => [...PCM, '-i', `file:${path}`])
  const both = hasSides ? ['-filter_complex', '[0:a][1:a]amerge=inputs=2'] : []
  await transcodeScratch([...inputs, ...both, '-c:a', 'pcm_s16le', `file:${whole}`], TIMEOUT_MS, signal)
  for (const side of sides) await rm(side)
  return whole
}

/** What is on either side: the same where the channels do not differ, nothing where one of them is dead. */
function sidesOf({ channels: [first, second], deadChannel }: PcmAudio): [string | undefined, string | undefined] {
  if (second !== undefined) return [first, second]
  if (/right|second/.test(deadChannel ?? '')) return [first, undefined]
  return /left|first/.test(deadChannel ?? '') ? [undefined, first] : [first, first]
}

/** Adds a file to another; silence of as many bytes where there is none. */
async function append(target: string, path: string | undefined, bytes: number): Promise<void> {
  const source = path === undefined ? Readable.from(silence(bytes)) : createReadStream(path)
  await writeScratch(target, source, { flags: 'a' })
}

const SILENCE = Buffer.alloc(64 * 1024)

function* silence(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= SILENCE.length) yield SILENCE.subarray(0, Math.min(left, SILENCE.length))
}
