import type { Kysely } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import { ASKED_AGAIN, recordDeliveryAttempt, setDelivery } from '../../store/deliveries.ts'
import { handOut } from '../../store/hand-out.ts'
import { findAnyJob, reopenJob } from '../../store/jobs.ts'
import type { Queue } from '../../store/queue.ts'
import type { Tables } from '../../store/tables.ts'

export interface AgainTools {
  db: Kysely<Tables>
  queue: Queue
}

/** Runs a failed job again with the recording that was kept. Throws `not_found` and `not_failed`. */
export async function retry({ db, queue }: AgainTools, jobId: string): Promise<Job> {
  const job = await findJobOrThrow(db, jobId)
  if (job.status !== 'failed')
    throw new OslerError('not_failed', `The request is ${job.status}; only a failed one runs again.`)
  await db.transaction().execute(async (trx) => {
    await reopenJob(trx, jobId)
    await handOut(trx, queue, job)
  })
  return findJobOrThrow(db, jobId)
}

/** Sends the callback of an ended job again, with the same id. Throws `not_found`, `not_ready` and `request_invalid`. */
export async function redeliver({ db, queue }: AgainTools, jobId: string): Promise<Job> {
  const job = await findJobOrThrow(db, jobId)
  if (!job.callbackUrl) throw new OslerError('request_invalid', 'The request has no callback address.')
  if (job.status === 'ongoing')
    throw new OslerError('not_ready', 'The request is not done yet; its callback follows by itself.')
  await db.transaction().execute(async (trx) => {
    await recordDeliveryAttempt(trx, jobId, { outcome: ASKED_AGAIN })
    await setDelivery(trx, jobId, 'pending')
    await queue.enqueue(trx, 'deliver', jobId)
  })
  return findJobOrThrow(db, jobId)
}

async function findJobOrThrow(db: Kysely<Tables>, jobId: string): Promise<Job> {
  const job = await findAnyJob(db, jobId)
  if (job) return job
  throw new OslerError('not_found', 'There is no request with this id.')
}
