import type { FastifyRequest } from 'fastify'
import type { Session } from '../../../domain/consultation.ts'
import type { Job } from '../../../domain/job.ts'
import type { DoorDependencies } from '../../door.ts'
import { limitsOf } from '../../http/receive-audio.ts'
import { waitForSession } from '../../http/wait-for-session.ts'
import { type HeidiSession, languageOf } from './find-session.ts'

/**
 * All that was said in a session: uploaded recordings are heard now, for the first time, and segments under way are
 * waited for. Throws `processing_slow`, and the error of a recording when nothing of the session could be heard.
 */
export async function hearSession(
  dependencies: DoorDependencies,
  request: FastifyRequest,
  session: HeidiSession,
): Promise<Session> {
  const { tenantId, signal } = request
  return waitForSession(
    dependencies,
    tenantId,
    session.id,
    signal,
    async ({ id, job }) => job ?? askFor(dependencies, tenantId, session, id),
  )
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
    source: { type: 'recording', recordingId },
    consultationId: session.id,
    language: languageOf(session),
    kinds: [],
    limits: limitsOf(dependencies),
    idempotencyKey: `hear ${recordingId}`,
    doorState: {},
  })
}
