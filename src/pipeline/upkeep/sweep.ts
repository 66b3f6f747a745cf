import type { Kysely } from 'kysely'
import type { Blobs } from '../../store/blobs.ts'
import { isBlobNamed } from '../../store/consultations.ts'
import { listOngoing, listUndelivered } from '../../store/jobs.ts'
import type { Queue, Task, WaitingJob } from '../../store/queue.ts'
import type { Tables } from '../../store/tables.ts'

export interface SweepTools {
  db: Kysely<Tables>
  queue: Queue
  blobs: Blobs
}

/** An upload that no job followed within a day will not be followed by one. */
const ORPHAN_AFTER_MS = 24 * 3_600_000

/** Gives all that is unfinished a task again, where the queue has lost what it held. */
export async function refillQueue(tools: Pick<SweepTools, 'db' | 'queue'>): Promise<void> {
  await enqueueForgotten(tools)
  const undelivered = await listUndelivered(tools.db)
  await enqueueAll(
    tools,
    undelivered.map((id) => ({ id, task: 'deliver' })),
  )
}

/** Sees that every ongoing job has a task; one that has keeps it. */
export async function enqueueForgotten(tools: Pick<SweepTools, 'db' | 'queue'>): Promise<void> {
  await enqueueAll(tools, await listOngoing(tools.db))
}

/** So many in one statement: others wait for the embedded database meanwhile. */
const AT_ONCE = 1000

async function enqueueAll({ db, queue }: Pick<SweepTools, 'db' | 'queue'>, jobs: (WaitingJob & { task: Task })[]) {
  for (const [task, waiting] of Map.groupBy(jobs, (job) => job.task)) {
    for (let first = 0; first < waiting.length; first += AT_ONCE) {
      const some = waiting.slice(first, first + AT_ONCE)
      await db.transaction().execute((trx) => queue.enqueueAll(trx, task, some))
    }
  }
}

/** Keys of blobs that no row has named for a day. */
export async function* listOrphans({ db, blobs }: Pick<SweepTools, 'db' | 'blobs'>, now: Date): AsyncGenerator<string> {
  for await (const { key, modifiedAt } of blobs.list()) {
    const isOld = now.getTime() - modifiedAt.getTime() > ORPHAN_AFTER_MS
    if (isOld && !(await isBlobNamed(db, key))) yield key
  }
}

/** Deletes these. */
export async function deleteOrphans(tools: Pick<SweepTools, 'db' | 'blobs'>, now: Date): Promise<void> {
  for await (const key of listOrphans(tools, now)) await tools.blobs.delete(key)
}
