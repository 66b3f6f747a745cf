import { createHash } from 'node:crypto'
import pMap from 'p-map'
import { OslerError } from '../../domain/errors.ts'
import type { Blobs, ListedBlob } from '../../store/blobs.ts'

export interface Moved {
  copied: number
  /** What an earlier call had copied. */
  wereThere: number
}

const AT_ONCE = 4
/** Stands in place of the owner where recordings were moved from: no server opens them there any more. */
const MOVED = 'moved to '
const UNFINISHED = /\.part$/

/**
 * Copies every blob as it is stored, sealed or not, reads each back and compares it, and marks the place where they were:
 * what is there stays, and no server takes it for its own. Called again, it goes on. Nobody may write meanwhile. Throws
 * `store_foreign`, `blob_damaged`, and what the stores throw.
 * @param target what the mark says, without secrets
 */
export async function moveRecordings(from: Blobs, to: Blobs, target: string): Promise<Moved> {
  const owner = await from.readOwner()
  if (owner === undefined)
    throw new OslerError(
      'store_foreign',
      'Where the recordings are to be moved from there are none: check the settings.',
    )
  if (owner.startsWith(MOVED)) throw new OslerError('store_foreign', `The recordings were ${owner}: name that place.`)
  await take(to, owner)
  const there = new Map((await Array.fromAsync(to.list())).map(({ key, bytes }) => [key, bytes]))
  const moved = { copied: 0, wereThere: 0 }
  const move = async ({ key, bytes }: ListedBlob) => {
    if (UNFINISHED.test(key)) return
    const isThere = there.get(key) === bytes && (await digestOf(from, key)) === (await digestOf(to, key))
    if (!isThere) await copy(from, to, key)
    moved[isThere ? 'wereThere' : 'copied']++
  }
  await pMap(from.list(), move, { concurrency: AT_ONCE })
  await from.writeOwner(`${MOVED}${target}`, owner)
  return moved
}

/** Recordings that were moved away from there once may come back. */
async function take(to: Blobs, owner: string): Promise<void> {
  const before = await to.readOwner()
  await to.writeOwner(owner, before?.startsWith(MOVED) ? before : undefined)
  const now = await to.readOwner()
  if (now === owner) return
  throw new OslerError(
    'store_foreign',
    `Where the recordings are to be moved to there are those of another database (${now}): name another place. Nothing was changed.`,
  )
}

async function copy(from: Blobs, to: Blobs, key: string): Promise<void> {
  const { sha256 } = await to.put(key, await from.read(key))
  if ((await digestOf(to, key)) === sha256) return
  throw new OslerError(
    'blob_damaged',
    `${key} does not come back as it was stored: see to the store. Nothing was deleted.`,
  )
}

async function digestOf(blobs: Blobs, key: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await blobs.read(key)) hash.update(chunk)
  return hash.digest('hex')
}
