import type { Kysely } from 'kysely'
import { checkAmount } from '../../domain/held-back.ts'
import type { Blobs } from '../../store/blobs.ts'
import { isBlobNamed } from '../../store/consultations.ts'
import { handOutNext, listQueued, listUnqueued } from '../../store/hand-out.ts'
import { listUndelivered } from '../../store/jobs.ts'
import { listOrphansSince, noteOrphans } from '../../store/orphans.ts'
import type { Queue, Task, WaitingJob } from '../../store/queue.ts'
import type { Tables } from '../../store/tables.ts'
import { checkPaired } from './pair-recordings.ts'

export interface SweepTools {
  db: Kysely<Tables>
  queue: Queue
  blobs: Blobs
}

type OrphanTools = Pick<SweepTools, 'db' | 'blobs'>

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

/** Sees that every ongoing job has a task, or waits behind others of its tenant; one that has keeps it. */
export async function enqueueForgotten(tools: Pick<SweepTools, 'db' | 'queue'>): Promise<void> {
  const { db, queue } = tools
  await enqueueAll(tools, await listQueued(db))
  for (const whose of await listUnqueued(db)) await db.transaction().execute((trx) => handOutNext(trx, queue, whose))
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
export async function* listOrphans({ db, blobs }: OrphanTools, now: Date): AsyncGenerator<string> {
  for await (const { key, modifiedAt } of blobs.list()) {
    const isOld = now.getTime() - modifiedAt.getTime() > ORPHAN_AFTER_MS
    if (isOld && !(await isBlobNamed(db, key))) yield key
  }
}

/** What is found to be named by nothing goes when it is found so again. */
const SECOND_LOOK_MS = 23 * 3_600_000
/** What went by mistake can be put back for so long: out of `blobs/.trash`. */
const TRASH_KEPT_MS = 7 * 24 * 3_600_000

/**
 * Sets aside what no row names, and deletes what was set aside a week ago. SECURITY: never by one look, nor many at once
 * (`isAsked`: a person wants it), nor beside a database that is not theirs. Answers how many it set aside. Throws
 * `store_foreign`, `deletion_held`.
 */
export async function sweepOrphans({ db, blobs }: OrphanTools, now: Date, isAsked = false): Promise<number> {
  await checkPaired(db, blobs)
  const found = await Array.fromAsync(listOrphans({ db, blobs }, now))
  await noteOrphans(db, found, now)
  const seenBefore = new Set(await listOrphansSince(db, new Date(now.getTime() - SECOND_LOOK_MS)))
  const going = isAsked ? found : found.filter((key) => seenBefore.has(key))
  if (!isAsked) checkAmount(going.length, (await Array.fromAsync(blobs.list())).length)
  for (const key of going) if (!(await isBlobNamed(db, key))) await blobs.setAside(key)
  await blobs.deleteSetAside(new Date(now.getTime() - TRASH_KEPT_MS))
  return going.length
}
