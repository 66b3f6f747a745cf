import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { listConsultations, updateDetails } from '../../../store/consultations.ts'
import {
  deleteRecords,
  findRecord,
  insertRecord,
  listRecords,
  type StoredRecord,
  updateRecord,
} from '../../../store/records.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { answerOnce } from '../../http/idempotency.ts'
import { findSession } from './find-session.ts'
import { formatSessionId, formatTime } from './ids.ts'
import { Done, Failure } from './schemas.ts'

const tags = ['Heidi']
const PATIENTS = 'heidi.patient_profiles'
const Text = z.string().max(10_000).nullish()

const Profile = z.object({
  ...{ first_name: Text, last_name: Text, birth_date: Text, ehr_patient_id: Text, phone: Text, email: Text },
  gender: z.enum(['MALE', 'FEMALE', 'OTHER']).nullish(),
  ...{ patient_sex_code: Text, demographic_string: Text, additional_context: Text },
  identifiers: z.unknown().optional(),
})
const Stored = Profile.extend({ id: z.string(), created_at: z.string(), updated_at: z.string() })
const One = z.strictObject({ data: Stored })
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

/** Patients as the clients of sessions keep them. */
export function patientRoutes(app: App, dependencies: DoorDependencies): void {
  const { db } = dependencies
  const read = { scope: 'read' } as const
  const write = { scope: 'submit' } as const

  app.post(
    '/patient-profiles',
    { config: write, schema: { tags, body: Profile, response: { 200: One, '4xx': Failure } } },
    async (request) => {
      // PATIENT DATA: only the id is kept with the answer, so that a profile that is deleted is gone.
      const { id } = await answerOnce(db, request, request.body, async () => {
        const { tenantId, body } = request
        return { id: (await insertRecord(db, { tenantId, collection: PATIENTS, data: body }))?.id ?? '' }
      })
      return { data: formatProfile(await find(request, id)) }
    },
  )

  app.get(
    '/patient-profiles',
    { config: read, schema: { tags, querystring: Page, response: { 200: Many, '4xx': Failure } } },
    async ({ tenantId, query }) => {
      const all = await listRecords(db, tenantId, PATIENTS)
      const start = (query.page - 1) * query.page_size
      const data = all.slice(start, start + query.page_size).map(formatProfile)
      const counts = { count: data.length, total_count: all.length }
      return { ...counts, has_next: start + data.length < all.length, has_previous: start > 0, data }
    },
  )

  app.get(
    '/patient-profiles/:id',
    { config: read, schema: { tags, params: Id, response: { 200: One, '4xx': Failure } } },
    async (request) => ({ data: formatProfile(await find(request, request.params.id)) }),
  )

  app.patch(
    '/patient-profiles/:id',
    { config: write, schema: { tags, params: Id, body: Profile, response: { 200: One, '4xx': Failure } } },
    async ({ tenantId, params, body }) => {
      const changed = await updateRecord(db, tenantId, PATIENTS, params.id, body)
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
    async ({ tenantId, body }) => {
      const { count } = await deleteRecords(db, tenantId, PATIENTS, body.ids)
      return { is_success: count > 0 }
    },
  )

  app.get(
    '/patient-profiles/:id/sessions',
    { config: read, schema: { tags, params: Id, response: { 200: SessionIds, '4xx': Failure } } },
    async (request) => {
      const { id } = await find(request, request.params.id)
      const all = await listConsultations(db, request.tenantId, { limit: 1000 })
      const own = all.filter(({ details }) => details.patient_profile_id === id)
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
      const { id } = await find(request, request.params.id)
      const session = await findSession(dependencies, request, request.body.session_id)
      return { is_success: await updateDetails(db, request.tenantId, session.id, { patient_profile_id: id }) }
    },
  )

  async function find({ tenantId }: Pick<FastifyRequest, 'tenantId'>, id: string): Promise<StoredRecord> {
    const found = await findRecord(db, tenantId, PATIENTS, id)
    if (found) return found
    throw noPatient()
  }
}

const noPatient = () =>
  new OslerError('not_found', 'Patient profile not found', { type: 'PatientProfileNotFoundError' })

function formatProfile({ id, data, createdAt, updatedAt }: StoredRecord) {
  return { ...data, id, created_at: formatTime(createdAt), updated_at: formatTime(updatedAt) }
}
