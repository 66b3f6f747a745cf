import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { readLanguage } from '../../../domain/language.ts'
import type { Sessions } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { findSession, type HeidiSession, isTheirs } from './find-session.ts'
import { formatSession } from './format-session.ts'
import { formatSessionId, readProfileId } from './ids.ts'
import { Done, Failure, NewSession, Session, SessionChanges, SessionId } from './schemas.ts'

const tags = ['Heidi']
const read = { scope: 'read' } as const
const write = { scope: 'submit' } as const
const MOST_SESSIONS = 100
const One = z.strictObject({ session: Session })
const Begun = z.strictObject({ session_id: z.string() })
const Changed = z.strictObject({ session: SessionChanges })
const Page = z.object({
  page_size: z.coerce.number().int().min(1).max(MOST_SESSIONS).default(20),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  patient_profile_id: z.string().optional(),
})
const Many = z.strictObject({
  ...{ count: z.number(), total_count: z.number(), has_next: z.boolean(), has_previous: z.boolean() },
  data: z.array(Session),
})

type ReadUse = Use<'sessions' | 'consultations'>

/** Begin, read and change sessions. */
export function sessionRoutes(app: App, use: ReadUse): void {
  const { sessions } = use

  app.post(
    '/sessions',
    { config: write, schema: { tags, body: NewSession, response: { 200: Begun, '4xx': Failure } } },
    async (request) => request.answerOnce(request.body ?? {}, () => begin(sessions, request, request.body ?? {})),
  )

  app.get(
    '/sessions/:session_id',
    { config: read, schema: { tags, params: SessionId, response: { 200: One, '4xx': Failure } } },
    async (request) => {
      const session = await findSession(sessions, request, request.params.session_id)
      const format = await openFormat(use, request.tenantId, [session])
      return { session: format(session) }
    },
  )

  app.patch(
    '/sessions/:session_id',
    {
      config: write,
      schema: { tags, params: SessionId, body: SessionChanges, response: { 200: Changed, '4xx': Failure } },
    },
    async (request) => {
      const { id } = await findSession(sessions, request, request.params.session_id)
      await change(sessions, request.tenantId, id, request.body)
      return { session: request.body }
    },
  )

  app.delete(
    '/sessions/:session_id',
    { config: { scope: 'delete' }, schema: { tags, params: SessionId, response: { 200: Done, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(sessions, request, request.params.session_id)
      await use.consultations.delete(request.tenantId, id)
      return { is_success: true }
    },
  )
  listRoutes(app, use)
}

/** The sessions of who asks, newest first, under the name that older clients ask by too. */
function listRoutes(app: App, use: ReadUse): void {
  const schema = { tags, querystring: Page, response: { 200: Many, '4xx': Failure } }
  const list = async ({ tenantId, userId }: FastifyRequest, query: z.infer<typeof Page>) => {
    const patientId =
      query.patient_profile_id === undefined ? undefined : (readProfileId(query.patient_profile_id) ?? '')
    const offset = (query.page - 1) * query.page_size
    if (patientId === '') return { count: 0, total_count: 0, has_next: false, has_previous: false, data: [] }
    const filter = { limit: query.page_size, offset, patientId, ...(userId && { userId }) }
    const { sessions: listed, total } = await use.sessions.list(tenantId, filter)
    const shown = listed.filter((session) => isTheirs(session, userId))
    const data = shown.map(await openFormat(use, tenantId, shown))
    const counts = { count: data.length, total_count: total }
    return { ...counts, has_next: offset + data.length < total, has_previous: offset > 0, data }
  }
  for (const path of ['/sessions', '/sessions/linked-user']) {
    app.get(path, { config: read, schema }, (request) => list(request, request.query))
  }
}

async function begin(
  sessions: Sessions,
  { tenantId, userId }: FastifyRequest,
  body: NonNullable<z.infer<typeof NewSession>>,
) {
  const details = { updated_at: new Date().toISOString(), ehr_appt_id: body.ehr_appointment_id ?? null }
  const patientId = readProfileId(body.patient_profile_id)
  const id = await sessions.begin(tenantId, { userId, patientId, details })
  return { session_id: formatSessionId(id) }
}

/** How to format each of these sessions with what came of it, read by as many queries as one takes. */
async function openFormat({ sessions, consultations }: ReadUse, tenantId: string, shown: readonly HeidiSession[]) {
  const ids = shown.map(({ id }) => id)
  const recordings = await sessions.listRecordings(tenantId, ids)
  const documents = await consultations.readDocuments(tenantId, ids)
  return (session: HeidiSession) =>
    formatSession(session, recordings.get(session.id) ?? [], documents.get(session.id) ?? [])
}

async function change(sessions: Sessions, tenantId: string, id: string, changes: z.infer<typeof SessionChanges>) {
  checkLanguage('language_code', changes.language_code)
  checkLanguage('output_language_code', changes.output_language_code)
  await sessions.tell(tenantId, id, { details: { ...changes, updated_at: new Date().toISOString() } })
}

function checkLanguage(field: string, code: string | null | undefined): void {
  if (!code || readLanguage(code)) return
  const message = `"${field}" is no language code: "${code.slice(0, 40)}"; send en, en-GB, fr, ….`
  throw new OslerError('request_invalid', message, { field })
}
