import { newId } from '../domain/ids.ts'
import type { Delivery } from '../domain/job.ts'
import type { Handle } from './tables.ts'

/** The line that an operator's wish to deliver again leaves in the ledger. */
export const ASKED_AGAIN = 'asked again'

/** How many attempts to deliver a job's callback were made, since it was last asked for. */
export async function countDeliveryAttempts(db: Handle, jobId: string): Promise<number> {
  const lines = await db
    .selectFrom('delivery_attempts')
    .select('outcome')
    .where('job_id', '=', jobId)
    .orderBy('id', 'desc')
    .execute()
  const asked = lines.findIndex(({ outcome }) => outcome === ASKED_AGAIN)
  return asked < 0 ? lines.length : asked
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
