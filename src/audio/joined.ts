import { open } from 'node:fs/promises'
import { OslerError } from '../domain/errors.ts'

/** A box begins with its length and its type; a length of 1 stands behind it in 8 bytes, 0 goes to the end (ISO/IEC 14496-12). */
const HEAD_BYTES = 16
const MOST_BOXES = 100_000

/**
 * Sees that an MP4 file is one recording: such a file has its type (`ftyp`) once. ffmpeg would read the first of several
 * that were put one behind the other, and say nothing of the others. Throws `audio_unreadable`.
 */
export async function refuseJoinedBoxes(file: string): Promise<void> {
  await using handle = await open(file)
  const head = Buffer.alloc(HEAD_BYTES)
  let at = 0
  for (let count = 0; count < MOST_BOXES; count++) {
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, at)
    if (bytesRead < 8) return
    const isType = head.toString('latin1', 4, 8) === 'ftyp'
    if (count === 0 && !isType) return
    if (count > 0 && isType) throw joined(at)
    const length = head.readUInt32BE(0)
    const bytes = length === 1 && bytesRead === HEAD_BYTES ? Number(head.readBigUInt64BE(8)) : length
    if (bytes < 8) return
    at += bytes
  }
}

/** What is told where another recording begins at this byte of the file. */
export const joined = (at: number) =>
  new OslerError(
    'audio_unreadable',
    `The file holds several recordings, the next from byte ${at} on: send each by itself, or join them with ffmpeg.`,
    { at },
  )
