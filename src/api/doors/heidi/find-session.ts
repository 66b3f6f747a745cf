import type { FastifyRequest } from 'fastify'
import type { Consultation } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { LanguageTag } from '../../../domain/language.ts'
import { findConsultation } from '../../../store/consultations.ts'
import type { DoorDependencies } from '../../door.ts'
import { readSessionId } from './ids.ts'

/** What a session's clients have told of it; the names are Heidi's. */
export interface SessionDetails {
  door: 'heidi'
  user_id: string
  updated_at: string
  patient_profile_id?: string | null
  session_name?: string | null
  duration?: number | null
  language_code?: string | null
  output_language_code?: string | null
  patient?: { name?: string | null; gender?: string | null; dob?: string | null } | null
  clinician_notes?: string[] | null
  ehr_appt_id?: string | null
  ehr_patient_id?: string | null
  ehr_provider?: string | null
  generate_output_without_recording?: boolean | null
}

export interface HeidiSession extends Consultation {
  details: SessionDetails & Record<string, unknown>
}

/** A session is a consultation that was begun at this door. Another user's does not exist for a user's token. */
export async function findSession(
  { db }: DoorDependencies,
  { tenantId, userId }: FastifyRequest,
  sessionId: string,
): Promise<HeidiSession> {
  const id = readSessionId(sessionId)
  const found = id ? await findConsultation(db, tenantId, id) : undefined
  const isTheirs = userId === '' || found?.details.user_id === userId
  if (found?.details.door === 'heidi' && isTheirs) return found as HeidiSession
  throw new OslerError('not_found', 'Session not found', { type: 'SessionNotFoundError' })
}

export const languageOf = ({ details }: HeidiSession): LanguageTag => details.language_code ?? 'en'
