import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Consultation } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import { readLanguage } from '../../../domain/language.ts'
import { insertConsultation, listConsultations, updateDetails } from '../../../store/consultations.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { answerOnce } from '../../http/idempotency.ts'
import { findSession, type HeidiSession } from './find-session.ts'
import { formatSession } from './format-session.ts'
import { formatSessionId } from './ids.ts'
import { Failure, NewSession, Session, SessionChanges, SessionId } from './schemas.ts'

const tags = ['Heidi']
const MOST_SESSIONS = 100
const Sessions = z.strictObject({
  ...{ count: z.number(), total_count: z.number(), has_next: z.boolean(), has_previous: z.boolean() },
  data: z.array(Session),
})

/** Begin, read and change sessions. */
export function sessionRoutes(app: App, dependencies: DoorDependencies): void {
  const { db, consultations } = dependencies
  const read = { scope: 'read' } as const
  const write = { scope: 'submit' } as const
  const One = z.strictObject({ session: Session })

  app.post(
    '/sessions',
    {
      config: write,
      schema: { tags, body: NewSession, response: { 200: z.strictObject({ session_id: z.string() }), '4xx': Failure } },
    },
    async (request) => answerOnce(db, request, request.body ?? {}, () => begin(request, request.body ?? {})),
  )

  async function begin({ tenantId, userId }: FastifyRequest, body: NonNullable<z.infer<typeof NewSession>>) {
    const { patient_profile_id = null, ehr_appointment_id = null } = body
    const details = { door: 'heidi', user_id: userId, updated_at: new Date().toISOString(), patient_profile_id }
    const id = await insertConsultation(db, tenantId, { ...details, ehr_appt_id: ehr_appointment_id })
    return { session_id: formatSessionId(id) }
  }

  app.get(
    '/sessions/:session_id',
    { config: read, schema: { tags, params: SessionId, response: { 200: One, '4xx': Failure } } },
    async (request) => {
      const session = await findSession(dependencies, request, request.params.session_id)
      return { session: formatWith(await readParts(request.tenantId, [session]), session) }
    },
  )

  /** What came of the sessions, by as many queries as one takes. */
  async function readParts(tenantId: string, sessions: readonly HeidiSession[]) {
    const ids = sessions.map(({ id }) => id)
    const recordings = await consultations.listRecordings(tenantId, ids)
    return { recordings, documents: await consultations.readDocuments(tenantId, ids) }
  }

  type Parts = Awaited<ReturnType<typeof readParts>>
  const formatWith = ({ recordings, documents }: Parts, session: HeidiSession) =>
    formatSession(session, recordings.get(session.id) ?? [], documents.get(session.id) ?? [])

  app.patch(
    '/sessions/:session_id',
    {
      config: write,
      schema: {
        tags,
        params: SessionId,
        body: SessionChanges,
        response: { 200: z.strictObject({ session: SessionChanges }), '4xx': Failure },
      },
    },
    async (request) => {
      const { id } = await findSession(dependencies, request, request.params.session_id)
      const { language_code, output_language_code } = request.body
      checkLanguage('language_code', language_code)
      checkLanguage('output_language_code', output_language_code)
      await updateDetails(db, request.tenantId, id, { ...request.body, updated_at: new Date().toISOString() })
      return { session: request.body }
    },
  )

  app.get(
    '/sessions/linked-user',
    {
      config: read,
      schema: {
        tags,
        querystring: z.object({ page_size: z.coerce.number().int().min(1).max(MOST_SESSIONS).default(20) }),
        response: { 200: Sessions, '4xx': Failure },
      },
    },
    async (request) => {
      const all = await listConsultations(db, request.tenantId, { limit: 1000 })
      const own = all.filter((consultation) => isSessionOf(consultation, request.userId))
      const shown = own.slice(0, request.query.page_size)
      const parts = await readParts(request.tenantId, shown)
      const data = shown.map((session) => formatWith(parts, session))
      const counts = { count: data.length, total_count: own.length }
      return { ...counts, has_next: own.length > data.length, has_previous: false, data }
    },
  )
}

function isSessionOf(consultation: Consultation, userId: string): consultation is HeidiSession {
  const { details } = consultation
  return details.door === 'heidi' && (userId === '' || details.user_id === userId)
}

function checkLanguage(field: string, code: string | null | undefined): void {
  if (!code || readLanguage(code)) return
  const message = `"${field}" is no language code: "${code.slice(0, 40)}"; send en, en-GB, fr, ….`
  throw new OslerError('request_invalid', message, { field })
}
