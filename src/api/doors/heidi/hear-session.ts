import type { FastifyRequest } from 'fastify'
import type { VersionedSession } from '../../../domain/consultation-record.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Use } from '../../door.ts'
import { limitsOf } from '../../http/receive-audio.ts'
import { type HeidiSession, languageOf } from './find-session.ts'

/**
 * All that was said in a session: uploaded recordings are heard now, for the first time, and segments under way are
 * waited for. Throws `processing_slow`, the error of a recording when nothing of the session could be heard, and
 * `scope_missing` where a recording is to be heard and the key may only read.
 */
export async function hearSession(
  { sessions, intake }: Use<'sessions' | 'intake'>,
  { tenantId, scopes, gone }: FastifyRequest,
  session: HeidiSession,
): Promise<VersionedSession> {
  const beginning = { language: languageOf(session), limits: limitsOf(intake) }
  if (scopes.includes('submit')) return withoutTyped(await sessions.hear(tenantId, session.id, beginning, gone))
  const heard = await sessions.hear(tenantId, session.id, undefined, gone)
  if (heard.recordings.every(({ job }) => job)) return withoutTyped(heard)
  const message = 'A recording of the session was not heard yet, and the API key is not allowed to submit it.'
  throw new OslerError('scope_missing', message)
}

/** Where nothing was recorded, a document's words are what a clinician typed for it: nobody said them. */
export function withoutTyped({ transcript, ...session }: VersionedSession): VersionedSession {
  return session.recordings.length > 0 && transcript ? { ...session, transcript } : session
}
