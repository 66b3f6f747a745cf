import { open } from 'node:fs/promises'
import { OslerError } from '../domain/errors.ts'

/** Recorders that cannot go back to the header announce nothing, or about 2 or 4 GB (arecord, sox, ffmpeg). */
const isUnknown = (announcedBytes: number) => announcedBytes === 0 || announcedBytes >= 0x7ff00000

/**
 * Refuses a WAV file that is shorter than its header announces: ffmpeg takes what is there for the whole. Throws
 * `audio_truncated`; files in other formats pass.
 */
export async function checkWhole(file: string): Promise<void> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0)
  const announced = buffer.readUInt32LE(4)
  if (buffer.toString('latin1', 0, 4) !== 'RIFF' || isUnknown(announced) || announced + 8 <= size + 1) return
  const message = `The file has ${size} bytes, but its header announces ${announced + 8}: send the whole file.`
  throw new OslerError('audio_truncated', message, { bytes: size, announcedBytes: announced + 8 })
}
