import type { FastifyRequest } from 'fastify'
import type { Session } from '../../domain/consultation.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { DoorDependencies } from '../door.ts'
import { waitForJob } from '../job-events.ts'
import { type HeidiSession, languageOf, limitsOf } from './find-session.ts'

/**
 * All that was said in a session: uploaded recordings are heard now, for the first time, and segments under way are
 * waited for. Throws `processing_slow`, and the error of a recording when nothing of the session could be heard.
 */
export async function hearSession(
  dependencies: DoorDependencies,
  request: FastifyRequest,
  session: HeidiSession,
): Promise<Session> {
  const { db, events, config, readSession } = dependencies
  const { recordings } = await readSession(request.tenantId, session.id)
  const patience = AbortSignal.any([request.signal, AbortSignal.timeout(config.syncWaitSeconds * 1000)])
  for (const { id, job } of recordings) {
    const asked = job ?? (await askFor(dependencies, request.tenantId, session, id))
    const ended = await waitForJob(db, events, asked, config.syncWaitSeconds * 1000, patience)
    if (ended.status === 'ongoing') throw tooSlow(config.syncWaitSeconds)
  }
  const heard = await readSession(request.tenantId, session.id)
  const failed = heard.recordings.find(({ job }) => job?.error)?.job?.error
  if (failed && heard.transcript === undefined) throw new OslerError(failed.code, failed.message, failed.details)
  return heard
}

/** The job that hears an uploaded recording: one, however often the transcript is read meanwhile. */
function askFor(
  dependencies: DoorDependencies,
  tenantId: string,
  session: HeidiSession,
  recordingId: string,
): Promise<Job> {
  return dependencies.submit(tenantId, {
    door: 'heidi',
    source: { recordingId },
    consultationId: session.id,
    language: languageOf(session),
    kinds: [],
    limits: limitsOf(dependencies),
    idempotencyKey: `hear ${recordingId}`,
    echo: {},
  })
}

const tooSlow = (seconds: number) =>
  new OslerError('processing_slow', `The recording is still being transcribed after ${seconds} s; ask again.`, {
    seconds,
  })
