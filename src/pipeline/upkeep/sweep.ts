import type { Kysely } from 'kysely'
import type { Blobs } from '../../store/blobs.ts'
import { isBlobNamed } from '../../store/consultations.ts'
import { listOngoing, listUndelivered } from '../../store/jobs.ts'
import type { Queue, Task } from '../../store/queue.ts'
import type { Tables } from '../../store/tables.ts'

export interface SweepTools {
  db: Kysely<Tables>
  queue: Queue
  blobs: Blobs
}

/** An upload that no job followed within a day will not be followed by one. */
const ORPHAN_AFTER_MS = 24 * 3_600_000

/** Puts right what a dead process left: jobs without a task, blobs without a recording. */
export async function sweep(tools: SweepTools, now: Date = new Date()): Promise<void> {
  await enqueueForgotten(tools)
  const undelivered = tools.queue.startsEmpty ? await listUndelivered(tools.db) : []
  await enqueueAll(
    tools,
    undelivered.map((id) => ({ id, task: 'deliver' })),
  )
  await deleteOrphans(tools, now)
}

/** Sees that every ongoing job has a task; one that has keeps it. */
export async function enqueueForgotten(tools: Pick<SweepTools, 'db' | 'queue'>): Promise<void> {
  await enqueueAll(tools, await listOngoing(tools.db))
}

async function enqueueAll(
  { db, queue }: Pick<SweepTools, 'db' | 'queue'>,
  jobs: { id: string; task: Task; behind?: number }[],
) {
  for (const { id, task, behind = 0 } of jobs) {
    await db.transaction().execute((trx) => queue.enqueue(trx, task, id, { behind }))
  }
}

/** Keys of blobs that no row has named for a day. */
export async function* listOrphans({ db, blobs }: Pick<SweepTools, 'db' | 'blobs'>, now: Date): AsyncGenerator<string> {
  for await (const { key, modifiedAt } of blobs.list()) {
    const isOld = now.getTime() - modifiedAt.getTime() > ORPHAN_AFTER_MS
    if (isOld && !(await isBlobNamed(db, key))) yield key
  }
}

export async function deleteOrphans(tools: Pick<SweepTools, 'db' | 'blobs'>, now: Date): Promise<void> {
  for await (const key of listOrphans(tools, now)) await tools.blobs.delete(key)
}
