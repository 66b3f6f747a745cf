import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { Submission } from '../domain/submission.ts'
import { withScratch } from '../platform/scratch.ts'
import type { Blobs } from '../store/blobs.ts'
import { insertConsultation } from '../store/consultations.ts'
import { findJobByClientRequestId, insertJob } from '../store/jobs.ts'
import type { Queue } from '../store/queue.ts'
import type { Tables } from '../store/tables.ts'
import { checkKinds, chooseRecognizer, type Engines } from './choose-engines.ts'
import { inspect } from './inspect.ts'

export interface SubmitTools extends Engines {
  db: Kysely<Tables>
  queue: Queue
  blobs: Blobs
  /** The folder under which scratch folders are made. */
  scratchRoot: string
}

/**
 * Accepts a recording: what its header admits is checked, then consultation, recording, job and task are stored in one
 * transaction. Once this returns, the job survives the death of any process.
 */
export async function submit(tools: SubmitTools, tenantId: string, submission: Submission): Promise<Job> {
  checkKinds(tools.writers, submission.kinds)
  chooseRecognizer(tools.recognizers, submission.language)
  await withScratch(tools.scratchRoot, 'inspect', async (scratch) => {
    await inspect(await tools.blobs.localFile(submission.audio.key, scratch), submission.limits)
  })
  return await store(tools, tenantId, submission)
}

async function store(tools: SubmitTools, tenantId: string, submission: Submission): Promise<Job> {
  const fingerprint = fingerprintOf(submission)
  const findEarlier = () => findSame(tools, tenantId, submission, fingerprint)
  const earlier = await findEarlier()
  if (earlier) return earlier
  const insert = tools.db.transaction().execute(async (trx) => {
    const recording = await insertConsultation(trx, tenantId, submission.audio)
    const job = await insertJob(trx, { tenantId, ...recording, submission, fingerprint })
    await tools.queue.enqueue(trx, 'run', job.id)
    return job
  })
  return insert.catch(async (error) => {
    // The same client request id may have come twice at once: the second meets the first one's row.
    const first = await findEarlier()
    if (first) return first
    throw error
  })
}

/** The job that the same client request id made before; its audio stays, the second copy goes. */
async function findSame(tools: SubmitTools, tenantId: string, submission: Submission, fingerprint: string) {
  if (submission.clientRequestId === undefined) return undefined
  const earlier = await findJobByClientRequestId(tools.db, tenantId, submission.clientRequestId)
  if (earlier === undefined) return undefined
  if (earlier.fingerprint !== fingerprint) {
    throw new OslerError('request_reused', 'This client request id was used before, with other content: send a new id.')
  }
  await tools.blobs.delete(submission.audio.key)
  return earlier.job
}

/** Equal for two submissions that ask the same of the same bytes. */
function fingerprintOf({ audio, language, kinds, callbackUrl, door, echo }: Submission): string {
  const content: unknown[] = [audio.sha256, language, kinds, callbackUrl ?? null, door, echo]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
