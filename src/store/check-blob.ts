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

/** The same for many who ask at once, again and again. */
export function openBlobCheck(blobs: Blobs): CheckBlob {
  const known = new Map<string, { sinceMs: number; check: Promise<void> }>()
  return (key, sha256) => {
    const before = known.get(key)
    if (before && Date.now() - before.sinceMs < BELIEVED_MS) return before.check
    if (known.size >= MOST_REMEMBERED) known.clear()
    const check = checkBlob(blobs, key, sha256)
    known.set(key, { sinceMs: Date.now(), check })
    check.catch(() => known.delete(key))
    return check
  }
}
