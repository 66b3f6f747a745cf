import { sql } from 'kysely'
import { PRIORITY } from '../domain/job.ts'
import type { Handle } from './tables.ts'

/** How far behind a queue is, over all processes. */
export interface QueueDepth {
  queue: string
  waiting: number
  underWay: number
  /** How long the one that waits longest has waited; 0 where none does. */
  oldestSeconds: number
}

/** What waits whose time has come, also in the rows of jobs that the queue has no task of yet, and what is under way. */
export async function readQueueDepths(db: Handle): Promise<QueueDepth[]> {
  const { rows } = await sql<QueueDepth>`
    with open as (
      select name, state = 'active' as is_active, state < 'active' and start_after <= now() as is_due,
        greatest(created_on, start_after) as since
      from pgboss.job where state <= 'active'
      union all
      select task, false, true, created_at from jobs
      where status = 'ongoing' and queued_at is null and priority = ${PRIORITY.sent})
    select name as queue,
      count(*) filter (where is_due)::int as waiting,
      count(*) filter (where is_active)::int as "underWay",
      coalesce(extract(epoch from now() - min(since) filter (where is_due)), 0)::float8 as "oldestSeconds"
    from open group by name`.execute(db)
  return rows
}
