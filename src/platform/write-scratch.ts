import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../domain/errors.ts'
import { roomFor } from './scratch-in-memory.ts'

/**
 * Writes what comes into a scratch file: a new one, behind what is there (`a`), or from a place on (`r+`). Throws
 * `disk_full` where the file lies in memory and becomes larger than it may.
 */
export async function writeScratch(
  path: string,
  source: Readable | AsyncIterable<Buffer>,
  { flags = 'w', start = 0 }: { flags?: 'w' | 'a' | 'r+'; start?: number } = {},
): Promise<void> {
  const most = await roomFor(path)
  const begin = flags === 'a' ? await sizeOf(path) : start
  async function* limited(chunks: AsyncIterable<Buffer>) {
    let end = begin
    for await (const chunk of chunks) {
      end += chunk.length
      if (end > most) throw new OslerError('disk_full')
      yield chunk
    }
  }
  const target = createWriteStream(path, { flags, mode: 0o600, ...(flags === 'r+' && { start }) })
  await pipeline(source, limited, target)
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )
