import { sql } from 'kysely'
import type { JobError } from '../domain/job.ts'
import { failJob } from './jobs.ts'
import { type Handle, inTransaction } from './tables.ts'

/** One more waits for the job. */
export async function joinJob(db: Handle, jobId: string): Promise<void> {
  await db.updateTable('jobs').set({ waiters: sql`waiters + 1` }).where('id', '=', jobId).execute()
}

/** One hung up. */
export async function leaveJob(db: Handle, jobId: string): Promise<void> {
  await db.updateTable('jobs').set({ waiters: sql`greatest(waiters - 1, 0)` }).where('id', '=', jobId).execute()
}

/** Ends a job that is under way and that nobody waits for. */
export async function failUnwaited(db: Handle, jobId: string, error: JobError): Promise<void> {
  await inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('jobs').select('waiters').where('id', '=', jobId).forUpdate().executeTakeFirst()
    if (row?.waiters === 0) await failJob(trx, jobId, error)
  })
}
