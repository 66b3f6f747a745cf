import type { Recording, Session } from '../../domain/consultation.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { DoorDependencies } from '../door.ts'
import { waitForJob } from './job-events.ts'

/**
 * All that was said in a consultation, once its recordings were heard; `findJob` names the job that hears one. Throws
 * `processing_slow`, and the error of a recording when nothing could be heard.
 */
export async function waitForSession(
  { db, events, config, readSession }: DoorDependencies,
  tenantId: string,
  consultationId: string,
  signal: AbortSignal,
  findJob: (recording: Recording) => Promise<Job | undefined> = async ({ job }) => job,
): Promise<Session> {
  const waitMs = config.syncWaitSeconds * 1000
  const patience = AbortSignal.any([signal, AbortSignal.timeout(waitMs)])
  for (const recording of (await readSession(tenantId, consultationId)).recordings) {
    const job = await findJob(recording)
    const ended = job && (await waitForJob(db, events, job, waitMs, patience))
    if (ended?.status === 'ongoing') throw tooSlow(config.syncWaitSeconds)
  }
  const heard = await readSession(tenantId, consultationId)
  const failed = heard.recordings.find(({ job }) => job?.error)?.job?.error
  if (failed && heard.transcript === undefined) throw new OslerError(failed.code, failed.message, failed.details)
  return heard
}

const tooSlow = (seconds: number) =>
  new OslerError('processing_slow', `The recording is still being transcribed after ${seconds} s; ask again.`, {
    seconds,
  })
