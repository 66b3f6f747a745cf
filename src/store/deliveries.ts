import { newId } from '../domain/ids.ts'
import type { Delivery } from '../domain/job.ts'
import type { Handle } from './tables.ts'

/** How many attempts to deliver a job's callback were made so far. */
export async function countDeliveryAttempts(db: Handle, jobId: string): Promise<number> {
  const { count } = await db
    .selectFrom('delivery_attempts')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('job_id', '=', jobId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A line in the ledger of attempts; `status` is the receiver's HTTP status, when it answered. */
export async function recordDeliveryAttempt(
  trx: Handle,
  jobId: string,
  attempt: { status?: number | undefined; outcome: string },
): Promise<void> {
  const { status = null, outcome } = attempt
  await trx.insertInto('delivery_attempts').values({ id: newId(), job_id: jobId, status, outcome }).execute()
}

export async function setDelivery(trx: Handle, jobId: string, delivery: Delivery): Promise<void> {
  await trx.updateTable('jobs').set({ delivery }).where('id', '=', jobId).execute()
}
