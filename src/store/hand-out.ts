import { sql } from 'kysely'
import { type Job, PRIORITY, type WorkTask } from '../domain/job.ts'
import type { Queue, WaitingJob } from './queue.ts'
import type { Handle } from './tables.ts'

/**
 * So many tasks of one tenant and sort wait in the queue; the others wait in the rows of their jobs, for a queue of more
 * than 10,000 rows is slow. A machine with 64 workers does not run out of them before the next is handed out.
 */
export const MOST_QUEUED = 100
/** Of what somebody waits for, who holds a connection for each. */
const MOST_WAITED = 10_000

type Waiting = Pick<Job, 'id' | 'tenantId' | 'task' | 'priority'>

/**
 * Gives the queue the task of a job in the caller's transaction, or leaves it in its row behind others of its tenant. What
 * somebody waits for is never left.
 */
export async function handOut(trx: Handle, queue: Queue, job: Waiting): Promise<void> {
  // What was spoken live goes first in any case: streams have a limit of their own.
  if (job.priority === PRIORITY.live) await queue.enqueue(trx, job.task, job.id, { priority: job.priority })
  else await handOutNext(trx, queue, job)
}

/**
 * Gives the queue a tenant's next tasks, the oldest first, until it has as many as it may. Each ranks behind the tenant's
 * last one that waits, or, where none does, with what was begun last: start-time fair queueing (Goyal, Vin and Cheng 1996).
 * So tenants take turns, whatever each has sent, and who sends the first gets no turns for the time before.
 */
export async function handOutNext(trx: Handle, queue: Queue, waiting: Omit<Waiting, 'id'>): Promise<void> {
  const { task, priority } = waiting
  const most = priority === PRIORITY.sent ? MOST_QUEUED : MOST_WAITED
  const { rows } = await sql<WaitingJob>`
    with own as (
      select count(*)::int as under_way, (count(*) filter (where begun_at is null))::int as waiting,
        max(rank) filter (where begun_at is null) as last
      from jobs where ${isLike(waiting)} and queued_at is not null
    ), begun as (
      select max(rank) as last from jobs
      where status = 'ongoing' and task = ${task} and priority = ${priority} and begun_at is not null
    ), next as (
      select id from jobs where ${isLike(waiting)} and queued_at is null
      order by id limit (select greatest(0, ${most}::int - waiting) from own) for update skip locked
    ), placed as (
      select id, row_number() over (order by id) - 1 as place from next
    ), taken as (
      update jobs set queued_at = now(), rank = coalesce(own.last + 1, begun.last, 0) + place
      from placed, own, begun where jobs.id = placed.id returning jobs.id, jobs.rank, under_way + place = 0 as is_first
    )
    select id, rank, is_first as "isFirst", ${priority}::int as priority from taken`.execute(trx)
  await queue.enqueueAll(trx, task, rows)
}

/** A worker begins with the job, so that the queue may have another of its tenant. */
export async function begin(trx: Handle, queue: Queue, job: Waiting): Promise<void> {
  await trx.updateTable('jobs').set({ begun_at: sql`coalesce(begun_at, now())` }).where('id', '=', job.id).execute()
  if (job.priority === PRIORITY.sent) await handOutNext(trx, queue, job)
}

/** Jobs whose task the queue should have, oldest first; of what goes on live, whose task comes when it has ended, too. */
export async function listQueued(db: Handle): Promise<(WaitingJob & { task: WorkTask })[]> {
  const { rows } = await sql<WaitingJob & { task: WorkTask }>`
    select id, task, priority, rank, row_number() over (partition by tenant_id, task, priority order by id) = 1 as "isFirst"
    from jobs where status = 'ongoing' and (queued_at is not null or priority = ${PRIORITY.live}) order by id`.execute(
    db,
  )
  return rows
}

/** Whose jobs wait in their rows. */
export async function listUnqueued(db: Handle): Promise<Omit<Waiting, 'id'>[]> {
  const { rows } = await sql<Omit<Waiting, 'id'>>`
    select distinct tenant_id as "tenantId", task, priority from jobs
    where status = 'ongoing' and queued_at is null and priority < ${PRIORITY.live}`.execute(db)
  return rows
}

const isLike = ({ tenantId, task, priority }: Omit<Waiting, 'id'>) =>
  sql`status = 'ongoing' and tenant_id = ${tenantId} and task = ${task} and priority = ${priority}`
