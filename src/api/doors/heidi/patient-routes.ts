import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { StoredRecord } from '../../../domain/record.ts'
import type { Collection, Sessions } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { findSession } from './find-session.ts'
import { formatSessionId, formatTime } from './ids.ts'
import { Done, Failure } from './schemas.ts'

const tags = ['Heidi']
const read = { scope: 'read' } as const
const write = { scope: 'submit' } as const
/** Of one patient; far more than anybody has. */
const MOST_SESSIONS = 1000
const Text = z.string().max(10_000).nullish()

const Profile = z.object({
  ...{ first_name: Text, last_name: Text, birth_date: Text, ehr_patient_id: Text, phone: Text, email: Text },
  gender: z.enum(['MALE', 'FEMALE', 'OTHER']).nullish(),
  ...{ patient_sex_code: Text, demographic_string: Text, additional_context: Text },
  identifiers: z.unknown().optional(),
})
type Profile = z.infer<typeof Profile>
const Stored = Profile.extend({ id: z.string(), created_at: z.string(), updated_at: z.string() })
const One = z.strictObject({ data: Stored })
const one = { 200: One, '4xx': Failure }
const Page = z.object({
  page_size: z.coerce.number().int().min(1).max(200).default(50),
  page: z.coerce.number().int().min(1).default(1),
})
const Many = z.strictObject({
  ...{ count: z.number(), total_count: z.number(), has_next: z.boolean(), has_previous: z.boolean() },
  data: z.array(Stored),
})
const Id = z.object({ id: z.string() })
const SessionIds = z.strictObject({ data: z.array(z.strictObject({ session_id: z.string() })) })

type Patients = Collection<Profile>

/** Patients as the clients of sessions keep them. */
export function patientRoutes(app: App, { records, sessions }: Use<'sessions'>): void {
  const patients = records<Profile>('patient_profiles')
  profileRoutes(app, patients)
  changeRoutes(app, patients)
  sessionRoutes(app, patients, sessions)
}

function profileRoutes(app: App, patients: Patients): void {
  app.post('/patient-profiles', { config: write, schema: { tags, body: Profile, response: one } }, async (request) => {
    const { tenantId, body } = request
    // PATIENT DATA: only the id is kept with the answer, so that a profile that is deleted is gone.
    const { id } = await request.answerOnce(body, async () => {
      return { id: (await patients.insert(tenantId, { data: body }))?.id ?? '' }
    })
    return { data: formatProfile(await find(patients, tenantId, id)) }
  })

  app.get(
    '/patient-profiles',
    { config: read, schema: { tags, querystring: Page, response: { 200: Many, '4xx': Failure } } },
    async ({ tenantId, query }) => {
      const offset = (query.page - 1) * query.page_size
      const data = (await patients.list(tenantId, { limit: query.page_size, offset })).map(formatProfile)
      const total = await patients.count(tenantId)
      const counts = { count: data.length, total_count: total }
      return { ...counts, has_next: offset + data.length < total, has_previous: offset > 0, data }
    },
  )

  app.get(
    '/patient-profiles/:id',
    { config: read, schema: { tags, params: Id, response: one } },
    async ({ tenantId, params }) => ({ data: formatProfile(await find(patients, tenantId, params.id)) }),
  )
}

function changeRoutes(app: App, patients: Patients): void {
  app.patch(
    '/patient-profiles/:id',
    { config: write, schema: { tags, params: Id, body: Profile, response: one } },
    async ({ tenantId, params, body }) => {
      const changed = await patients.update(tenantId, params.id, body)
      if (changed) return { data: formatProfile(changed) }
      throw noPatient()
    },
  )

  app.post(
    '/patient-profiles::batch-delete',
    {
      config: { scope: 'delete' },
      schema: { tags, body: z.object({ ids: z.array(z.string()).max(1000) }), response: { 200: Done, '4xx': Failure } },
    },
    async ({ tenantId, body }) => ({ is_success: (await patients.delete(tenantId, body.ids)) > 0 }),
  )
}

function sessionRoutes(app: App, patients: Patients, sessions: Sessions): void {
  app.get(
    '/patient-profiles/:id/sessions',
    { config: read, schema: { tags, params: Id, response: { 200: SessionIds, '4xx': Failure } } },
    async ({ tenantId, params }) => {
      const { id } = await find(patients, tenantId, params.id)
      const { sessions: own } = await sessions.list(tenantId, { patientId: id, limit: MOST_SESSIONS })
      return { data: own.map((session) => ({ session_id: formatSessionId(session.id) })) }
    },
  )

  app.post(
    '/patient-profiles/:id/sessions',
    {
      config: write,
      schema: { tags, params: Id, body: z.object({ session_id: z.string() }), response: { 200: Done, '4xx': Failure } },
    },
    async (request) => {
      const { id } = await find(patients, request.tenantId, request.params.id)
      const session = await findSession(sessions, request, request.body.session_id)
      return { is_success: await sessions.tell(request.tenantId, session.id, { patientId: id }) }
    },
  )
}

async function find(patients: Patients, tenantId: string, id: string): Promise<StoredRecord<Profile>> {
  const found = await patients.find(tenantId, id)
  if (found) return found
  throw noPatient()
}

const noPatient = () =>
  new OslerError('not_found', 'Patient profile not found', { type: 'PatientProfileNotFoundError' })

function formatProfile({ id, data, createdAt, updatedAt }: StoredRecord<Profile>) {
  return { ...data, id, created_at: formatTime(createdAt), updated_at: formatTime(updatedAt) }
}
