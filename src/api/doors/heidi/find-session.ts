import type { FastifyRequest } from 'fastify'
import type { Consultation } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { LanguageTag } from '../../../domain/language.ts'
import type { Sessions } from '../../capabilities.ts'
import { readSessionId } from './ids.ts'

/** What a session's clients have told of it; the names are Heidi's. */
interface SessionDetails {
  updated_at: string
  session_name?: string | null
  duration?: number | null
  language_code?: string | null
  output_language_code?: string | null
  patient?: { name?: string | null; gender?: string | null; dob?: string | null } | null
  clinician_notes?: string[] | null
  ehr_appt_id?: string | null
  ehr_patient_id?: string | null
  ehr_provider?: string | null
  tags?: string[] | null
  generate_output_without_recording?: boolean | null
}

export interface HeidiSession extends Consultation {
  details: SessionDetails & Record<string, unknown>
}

/** A session that was begun at this door. Another user's does not exist for a user's token. */
export async function findSession(
  sessions: Sessions,
  { tenantId, userId }: FastifyRequest,
  sessionId: string,
): Promise<HeidiSession> {
  const id = readSessionId(sessionId)
  const found = id ? await sessions.find(tenantId, id) : undefined
  if (found && isTheirs(found, userId)) return found
  throw new OslerError('not_found', 'Session not found', { type: 'SessionNotFoundError' })
}

/** Whether a session is the user's; a key speaks for all users. What is told of it was checked when it was told. */
export const isTheirs = (session: Consultation, userId: string): session is HeidiSession =>
  userId === '' || session.userId === userId

export const languageOf = ({ details }: HeidiSession): LanguageTag => details.language_code ?? 'en'
