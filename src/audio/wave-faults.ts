import { type FileHandle, open } from 'node:fs/promises'
import { OslerError } from '../domain/errors.ts'
import { joined } from './joined.ts'

/** Recorders that cannot go back to the header announce nothing, or about 2 or 4 GB (arecord, sox, ffmpeg). */
const isUnknown = (announcedBytes: number) => announcedBytes === 0 || announcedBytes >= 0x7ff00000

/** Recorders count the header or a tag in, or out; no word is that short. */
const MISCOUNTED_BYTES = 4096
const MOST_CHUNKS = 1000
/** Another file, put behind the first one, or another piece of sound. */
const SECOND_SOUND = /^(RIFF|RIFX|RF64|BW64|data)$/
const CHUNK_ID = /^[\x20-\x7e]{4}$/

interface Chunk {
  id: string
  bytes: number
  /** Where its content begins in the file. */
  start: number
}

/** What ffmpeg does not see for itself in a WAV file. */
export interface WaveFaults {
  /** Its header does not know how much sound there is: it was never written, or tells less than follows. */
  isLengthless: boolean
  /** Its numbers begin with their highest byte (RIFX), its samples too. */
  isBigEndian: boolean
}

/**
 * Looks at a WAV file's header; other formats have no such faults. Throws `audio_truncated` where there is less sound than it
 * announces: ffmpeg takes what is there for the whole. The size of the file in its first bytes is often wrong and not asked.
 * Throws `audio_unreadable` where a second sound stands behind: ffmpeg would read one of them alone.
 */
export async function findWaveFaults(file: string): Promise<WaveFaults> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const { buffer: head } = await handle.read(Buffer.alloc(12), 0, 12, 0)
  const form = head.toString('latin1', 0, 4)
  const isWave = /^(RIFF|RIFX|RF64|BW64)$/.test(form) && head.toString('latin1', 8) === 'WAVE'
  const isBigEndian = isWave && form === 'RIFX'
  const sound = isWave ? await findSound(handle, size, isBigEndian) : undefined
  return { isBigEndian, isLengthless: sound !== undefined && (await isLonger(handle, size, sound, isBigEndian)) }
}

async function isLonger(handle: FileHandle, size: number, { bytes, start }: Chunk, isBigEndian: boolean) {
  if (isUnknown(bytes)) return true
  const present = size - start
  if (bytes - present > MISCOUNTED_BYTES) {
    const message = `The file has ${present} bytes of sound, but its header announces ${bytes}: send the whole file.`
    throw new OslerError('audio_truncated', message, { bytes: present, announcedBytes: bytes })
  }
  const end = start + bytes + (bytes % 2)
  await refuseSecondSound(handle, size, end, isBigEndian)
  const isRestLong = present - bytes > MISCOUNTED_BYTES
  return isRestLong && !isChunk(await readChunk(handle, end, isBigEndian), size)
}

async function refuseSecondSound(handle: FileHandle, size: number, end: number, isBigEndian: boolean): Promise<void> {
  let at = end
  for (let count = 0; count < MOST_CHUNKS && at < size; count++) {
    const chunk = await readChunk(handle, at, isBigEndian)
    if (SECOND_SOUND.test(chunk.id) && chunk.bytes > MISCOUNTED_BYTES) throw joined(at)
    if (!isChunk(chunk, size)) return
    at = chunk.start + chunk.bytes + (chunk.bytes % 2)
  }
}

const isChunk = ({ id, bytes, start }: Chunk, size: number) => CHUNK_ID.test(id) && start + bytes <= size + 1

/** The chunk that holds the sound (RIFF of 1991; RF64 and BW64, EBU Tech 3306 and ITU-R BS.2088). */
async function findSound(handle: FileHandle, size: number, isBigEndian: boolean): Promise<Chunk | undefined> {
  let longBytes = 0
  let at = 12
  for (let count = 0; count < MOST_CHUNKS && at < size; count++) {
    const chunk = await readChunk(handle, at, isBigEndian)
    if (chunk.id === 'data') return { ...chunk, bytes: chunk.bytes === 0xffffffff ? longBytes : chunk.bytes }
    if (chunk.id === 'ds64') longBytes = await readLongBytes(handle, chunk)
    at = chunk.start + chunk.bytes + (chunk.bytes % 2)
  }
  return undefined
}

async function readChunk(handle: FileHandle, at: number, isBigEndian: boolean): Promise<Chunk> {
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, at)
  const bytes = isBigEndian ? buffer.readUInt32BE(4) : buffer.readUInt32LE(4)
  return { id: buffer.toString('latin1', 0, 4), bytes, start: at + 8 }
}

/** The second number of `ds64` is the size of `data`. */
async function readLongBytes(handle: FileHandle, { start }: Chunk): Promise<number> {
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, start + 8)
  return Number(buffer.readBigUInt64LE())
}
