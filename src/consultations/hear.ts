import type { VersionedSession } from '../domain/consultation-record.ts'
import { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import { type Beginning, ownKey } from '../domain/submission.ts'
import { waitForJob } from './follow-job.ts'
import type { JobTools } from './job-tools.ts'
import { readHeard } from './read-heard.ts'

/**
 * All that was said in a consultation, once its recordings were heard and as people left it. Recordings that nobody
 * asked to be heard are begun where `beginning` says how, and left alone otherwise. Throws `processing_slow` after
 * `timeoutMs`, and the error of a recording when nothing could be heard.
 */
export async function hear(
  work: JobTools,
  tenantId: string,
  id: string,
  beginning: Beginning | undefined,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<VersionedSession> {
  const { db, events } = work
  const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  for (const recording of (await readHeard(db, tenantId, id)).recordings) {
    const job = recording.job ?? (beginning && (await begin(work, tenantId, id, recording.id, beginning)))
    const ended = job && (await waitForJob(events, job, timeoutMs, patience))
    if (ended?.status === 'ongoing') throw tooSlow(timeoutMs / 1000)
  }
  const heard = await readHeard(db, tenantId, id)
  const failed = heard.recordings.find(({ job }) => job?.error)?.job?.error
  if (failed && heard.transcript === undefined) throw new OslerError(failed.code, failed.message, failed.details)
  return heard
}

/** The job that hears a recording: one, however often it is asked for meanwhile. */
function begin(
  { submit }: JobTools,
  tenantId: string,
  consultationId: string,
  recordingId: string,
  beginning: Beginning,
): Promise<Job> {
  return submit(tenantId, {
    ...beginning,
    source: { type: 'recording', recordingId },
    consultationId,
    kinds: [],
    doorState: {},
    idempotencyKey: ownKey('hear', recordingId),
  })
}

const tooSlow = (seconds: number) =>
  new OslerError('processing_slow', `The recording is still being transcribed after ${seconds} s; ask again.`, {
    seconds,
  })
