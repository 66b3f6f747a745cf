import { sql } from 'kysely'
import type { ErrorCode } from '../domain/errors.ts'
import { UPKEEP_TASKS, type UpkeepState, type UpkeepTask } from '../domain/upkeep.ts'
import type { Handle } from './tables.ts'

export async function noteUpkeepSucceeded(db: Handle, task: UpkeepTask): Promise<void> {
  const done = { succeeded_at: sql<Date>`now()`, failing_since: null, failure: null }
  await db
    .insertInto('upkeep')
    .values({ task, ...done })
    .onConflict((conflict) => conflict.column('task').doUpdateSet(done))
    .execute()
}

/** The time of the first failure stays until the task succeeds. */
export async function noteUpkeepFailed(db: Handle, task: UpkeepTask, failure: ErrorCode): Promise<void> {
  const failing_since = sql<Date>`coalesce(upkeep.failing_since, now())`
  await db
    .insertInto('upkeep')
    .values({ task, failure, failing_since: sql`now()` })
    .onConflict((conflict) => conflict.column('task').doUpdateSet({ failure, failing_since }))
    .execute()
}

/** Every task, also one that never ran. */
export async function listUpkeep(db: Handle): Promise<UpkeepState[]> {
  const rows = await db.selectFrom('upkeep').selectAll().execute()
  return UPKEEP_TASKS.map((task) => {
    const row = rows.find((each) => each.task === task)
    return {
      task,
      ...(row?.succeeded_at && { succeededAt: row.succeeded_at }),
      ...(row?.failing_since && { failingSince: row.failing_since }),
      ...(row?.failure && { failure: row.failure }),
    }
  })
}
