import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { PATIENT_PROFILES } from '../../../domain/patient.ts'
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
  const patients = records<Profile>(PATIENT_PROFILES)
  profileRoutes(app, patients)
  changeRoutes(app, patients)
  sessionRoutes(app, patients, sessions)
}

function profileRoutes(app: App, patients: Patients): void {
  app.post('/patient-profiles', { config: write, schema: { tags, body: Profile, response: one } }, async (request) => {
    const { tenantId, userId, body } = request
    // PATIENT DATA: only the id is kept with the answer, so that a profile that is deleted is gone.
    const { id } = await request.answerOnce(body, async () => {
      return { id: (await patients.insert(tenantId, { data: body, ...(userId && { userId }) }))?.id ?? '' }
    })
    return { data: formatProfile(await find(patients, request, id)) }
  })

  app.get(
    '/patient-profiles',
    { config: read, schema: { tags, querystring: Page, response: { 200: Many, '4xx': Failure } } },
    async ({ tenantId, userId, query }) => {
      const own = userId ? { userId, orNobodys: true } : {}
      const offset = (query.page - 1) * query.page_size
      const data = (await patients.list(tenantId, { ...own, limit: query.page_size, offset })).map(formatProfile)
      const total = await patients.count(tenantId, own)
      const counts = { count: data.length, total_count: total }
      return { ...counts, has_next: offset + data.length < total, has_previous: offset > 0, data }
    },
  )

  app.get('/patient-profiles/:id', { config: read, schema: { tags, params: Id, response: one } }, async (request) => ({
    data: formatProfile(await find(patients, request, request.params.id)),
  }))
}

function changeRoutes(app: App, patients: Patients): void {
  app.patch(
    '/patient-profiles/:id',
    // It answers all that is known of the patient.
    { config: { scope: ['submit', 'read'] }, schema: { tags, params: Id, body: Profile, response: one } },
    async (request) => {
      const { id } = await find(patients, request, request.params.id)
      const changed = await patients.update(request.tenantId, id, request.body)
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
    async (request) => {
      const found = await Promise.all(request.body.ids.map((id) => findOwn(patients, request, id)))
      const ids = found.flatMap((patient) => patient?.id ?? [])
      return { is_success: (await patients.delete(request.tenantId, ids)) > 0 }
    },
  )
}

function sessionRoutes(app: App, patients: Patients, sessions: Sessions): void {
  app.get(
    '/patient-profiles/:id/sessions',
    { config: read, schema: { tags, params: Id, response: { 200: SessionIds, '4xx': Failure } } },
    async (request) => {
      const { tenantId, userId } = request
      const { id } = await find(patients, request, request.params.id)
      const { sessions: own } = await sessions.list(tenantId, {
        ...(userId && { userId }),
        patientId: id,
        limit: MOST_SESSIONS,
      })
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
      const { id } = await find(patients, request, request.params.id)
      const session = await findSession(sessions, request, request.body.session_id)
      return { is_success: await sessions.tell(request.tenantId, session.id, { patientId: id }) }
    },
  )
}

type Caller = Pick<FastifyRequest, 'tenantId' | 'userId'>

async function find(patients: Patients, caller: Caller, id: string): Promise<StoredRecord<Profile>> {
  const found = await findOwn(patients, caller, id)
  if (found) return found
  throw noPatient()
}

/**
 * Another user's patient does not exist for a user's token; a key speaks for all users. Patients of before users had their
 * own are nobody's, and stay everybody's.
 */
async function findOwn(patients: Patients, { tenantId, userId }: Caller, id: string) {
  const found = await patients.find(tenantId, id)
  const isTheirs = userId === '' || [undefined, null, userId].includes(found?.userId)
  return isTheirs ? found : undefined
}

const noPatient = () =>
  new OslerError('not_found', 'Patient profile not found', { type: 'PatientProfileNotFoundError' })

function formatProfile({ id, data, createdAt, updatedAt }: StoredRecord<Profile>) {
  return { ...data, id, created_at: formatTime(createdAt), updated_at: formatTime(updatedAt) }
}
