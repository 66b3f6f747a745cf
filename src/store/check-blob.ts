import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../domain/errors.ts'
import type { Blobs } from './blobs.ts'

/** Sees that a stored recording has the bytes that came. Throws `blob_damaged`, and what reading throws. */
export async function checkBlob(blobs: Blobs, key: string, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(await blobs.read(key), hash)
  if (hash.digest('hex') !== sha256)
    throw new OslerError(
      'blob_damaged',
      'The stored recording is not as it came any more, or was cut off: bring it back from a backup.',
    )
}

/** Players ask for a recording part by part: what was whole is not read again for so long. */
const BELIEVED_MS = 3_600_000
const MOST_REMEMBERED = 10_000

export type CheckBlob = (key: string, sha256: string) => Promise<void>

/** The same for one who asks again and again. */
export function openBlobCheck(blobs: Blobs): CheckBlob {
  const whole = new Map<string, number>()
  return async (key, sha256) => {
    if (Date.now() - (whole.get(key) ?? 0) < BELIEVED_MS) return
    await checkBlob(blobs, key, sha256)
    if (whole.size >= MOST_REMEMBERED) whole.clear()
    whole.set(key, Date.now())
  }
}
