import type { Orphans } from '../../domain/orphans.ts'
import { forgetAudio, listNamedBlobs } from '../../store/named-blobs.ts'
import { checkPaired } from './pair-recordings.ts'
import { enqueueForgotten, listOrphans, type SweepTools, sweepOrphans } from './sweep.ts'

/** Looks, and changes nothing. */
export async function findOrphans(tools: SweepTools, now: Date = new Date()): Promise<Orphans> {
  const missing = await listMissing(tools)
  const recordings = missing.filter(({ table }) => table === 'recordings').length
  const blobs = (await Array.fromAsync(listOrphans(tools, now))).length
  return { blobs, recordings, documents: missing.length - recordings }
}

/**
 * Sets aside blobs that nothing names, takes recordings that are not there out of their rows, and gives every unfinished
 * request a task. Answers what it found; letters and pictures that are missing are told of and left. Throws `store_foreign`.
 */
export async function repair(tools: SweepTools, now: Date = new Date()): Promise<Orphans> {
  await checkPaired(tools.db, tools.blobs)
  const found = await findOrphans(tools, now)
  for (const { table, id } of await listMissing(tools)) if (table === 'recordings') await forgetAudio(tools.db, id)
  await sweepOrphans(tools, now, true)
  await enqueueForgotten(tools)
  return found
}

async function listMissing({ db, blobs }: SweepTools) {
  // Rows first: what is stored meanwhile is then in the store as well.
  const named = await listNamedBlobs(db)
  const stored = new Set<string>()
  for await (const { key } of blobs.list()) stored.add(key)
  return named.filter(({ key }) => !stored.has(key))
}
