import type { Kysely } from 'kysely'
import type { SignCallback } from '../../domain/callback.ts'
import type { JobResult } from '../../domain/consultation.ts'
import type { Outbound } from '../../platform/outbound.ts'
import { countDeliveryAttempts, recordDeliveryAttempt, setDelivery } from '../../store/deliveries.ts'
import { findAnyJob } from '../../store/jobs.ts'
import type { Queue } from '../../store/queue.ts'
import type { Tables } from '../../store/tables.ts'
import { listCallbackSecrets } from '../../store/tenants.ts'
import { type Attempt, deliver, gapAfter } from './deliver.ts'

export interface DeliverTools {
  db: Kysely<Tables>
  queue: Queue
  outbound: Outbound
  /** What came of a job, as people left it. */
  readResult(tenantId: string, jobId: string): Promise<JobResult | undefined>
  /** A finished job's body in the shape of the door it came through. */
  formatCallback(result: JobResult): unknown
  /** How that door's vendor signs, where it has a way of its own. */
  signCallback(door: string): SignCallback | undefined
  observe: { delivered(outcome: Attempt['outcome']): void }
}

/**
 * Posts what came of a job to its callback. An attempt that failed is followed by another after a growing gap; when
 * there are no more, or the receiver refuses, the job is a dead letter, which `osler requests redeliver` sends again.
 */
export async function deliverJob(tools: DeliverTools, jobId: string): Promise<void> {
  const { db } = tools
  const job = await findAnyJob(db, jobId)
  if (!job?.callbackUrl || job.delivery !== 'pending') return
  const result = await tools.readResult(job.tenantId, jobId)
  if (!result) return
  const secrets = await listCallbackSecrets(db, job.tenantId)
  const body = tools.formatCallback(result)
  const sign = tools.signCallback(job.door)
  // The same over all attempts, and another when the job was run again and ended anew.
  const id = `${jobId}-${job.finishedAt?.getTime()}`
  const attempt = await deliver(tools.outbound, { id, address: job.callbackUrl, secrets, body, ...(sign && { sign }) })
  await record(tools, jobId, attempt)
  tools.observe.delivered(attempt.outcome)
}

async function record({ db, queue }: DeliverTools, jobId: string, attempt: Attempt): Promise<void> {
  const gap = attempt.outcome === 'try again' ? gapAfter((await countDeliveryAttempts(db, jobId)) + 1) : undefined
  await db.transaction().execute(async (trx) => {
    await recordDeliveryAttempt(trx, jobId, attempt)
    if (attempt.outcome === 'delivered') await setDelivery(trx, jobId, 'delivered')
    else if (gap === undefined) await setDelivery(trx, jobId, 'dead')
    else await queue.enqueue(trx, 'deliver', jobId, { afterSeconds: gap })
  })
}
