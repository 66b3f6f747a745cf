import type { Kysely } from 'kysely'
import type { Blobs } from '../store/blobs.ts'
import { isBlobNamed } from '../store/consultations.ts'
import { listOngoing, listUndelivered } from '../store/jobs.ts'
import type { Queue, Task } from '../store/queue.ts'
import type { Tables } from '../store/tables.ts'

export interface SweepTools {
  db: Kysely<Tables>
  queue: Queue
  blobs: Blobs
}

/** An upload that no job followed within a day will not be followed by one. */
const ORPHAN_AFTER_MS = 24 * 3_600_000

/** Puts right what a dead process left: jobs without a task, blobs without a recording. */
export async function sweep({ db, queue, blobs }: SweepTools, now: Date = new Date()): Promise<void> {
  const enqueue = (task: Task, jobId: string) => db.transaction().execute((trx) => queue.enqueue(trx, task, jobId))
  for (const jobId of await listOngoing(db)) await enqueue('run', jobId)
  if (queue.startsEmpty) for (const jobId of await listUndelivered(db)) await enqueue('deliver', jobId)
  for await (const { key, modifiedAt } of blobs.list()) {
    const isOld = now.getTime() - modifiedAt.getTime() > ORPHAN_AFTER_MS
    if (isOld && !(await isBlobNamed(db, key))) await blobs.delete(key)
  }
}
