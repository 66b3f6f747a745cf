import type { Selectable } from 'kysely'
import type { ConsultationDetails } from '../domain/consultation.ts'
import { EHR_PATIENT_ID, PATIENT_PROFILES, type Patient, REPORTS } from '../domain/patient.ts'
import type { StoredRecord } from '../domain/record.ts'
import type { Visit } from '../domain/visit.ts'
import { findSetAsideRows } from './set-aside.ts'
import type { Handle, Tables } from './tables.ts'

/** Rows of one statement: others wait for the embedded database meanwhile. */
const AT_ONCE = 500

/**
 * All that is kept of the tenant's patient who has this id: that of a profile, what the client's own system calls the
 * patient or a visit gives as the number, or the id of one consultation, which then stands for itself alone. What is sealed cannot be found by SQL, so
 * that all of the tenant's profiles and sessions are looked at.
 */
export async function findPatient(db: Handle, tenantId: string, named: string): Promise<Patient> {
  const profiles = await Array.fromAsync(readProfiles(db, tenantId))
  const names = new Set([named, ...profiles.flatMap(({ id, data }) => (id === named ? nameOf(data) : []))])
  const own = profiles.filter(({ id, data }) => names.has(id) || nameOf(data).some((name) => names.has(name)))
  const ids = own.map(({ id }) => id)
  const consultations: string[] = []
  const isOf = (id: string, patientId: string | null, details: ConsultationDetails, { patient }: Visit) => {
    const called = [...nameOf(details), patient?.number ?? '']
    return id === named || ids.includes(patientId ?? '') || called.some((name) => names.has(name))
  }
  for await (const { id, patient_id, details, visit } of readConsultations(db, tenantId)) {
    if (isOf(id, patient_id, details, visit)) consultations.push(id)
  }
  for await (const { id, patient_id, details, visit } of readSetAside(db, tenantId)) {
    if (isOf(id, patient_id, details, visit)) consultations.push(id)
  }
  return { profiles: ids, consultations }
}

const nameOf = (told: Record<string, unknown>): string[] => {
  const name = told[EHR_PATIENT_ID]
  return typeof name === 'string' && name !== '' ? [name] : []
}

async function* readProfiles(db: Handle, tenantId: string) {
  const query = db
    .selectFrom('records')
    .select(['id', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('collection', 'like', `%.${PATIENT_PROFILES}`)
  yield* inPages((after) => (after ? query.where('id', '>', after) : query).orderBy('id').limit(AT_ONCE).execute())
}

async function* readConsultations(db: Handle, tenantId: string) {
  const query = db
    .selectFrom('consultations')
    .select(['id', 'patient_id', 'details', 'visit'])
    .where('tenant_id', '=', tenantId)
  yield* inPages((after) => (after ? query.where('id', '>', after) : query).orderBy('id').limit(AT_ONCE).execute())
}

/** Deleted consultations that may be returned, one after the other: each is as large as its texts. */
async function* readSetAside(db: Handle, tenantId: string) {
  const query = db.selectFrom('set_aside').select('id').where('tenant_id', '=', tenantId)
  for (const { id } of await query.execute()) {
    const [row] = (await findSetAsideRows(db, tenantId, id))?.consultations ?? []
    if (row) yield row as Pick<Selectable<Tables['consultations']>, 'id' | 'patient_id' | 'details' | 'visit'>
  }
}

async function* inPages<Row extends { id: string }>(read: (after: string | undefined) => Promise<Row[]>) {
  let after: string | undefined
  for (;;) {
    const page = await read(after)
    yield* page
    after = page.at(-1)?.id
    if (page.length < AT_ONCE) return
  }
}

/** The profiles as they are kept. */
export async function readPatientProfiles(
  db: Handle,
  ids: readonly string[],
): Promise<Pick<StoredRecord, 'id' | 'data' | 'createdAt' | 'updatedAt'>[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('records')
    .select(['id', 'data', 'created_at as createdAt', 'updated_at as updatedAt'])
    .where('id', 'in', ids)
    .execute()
}

/** Deletes profiles and reports by their ids. */
export async function deleteToldOfPatients(trx: Handle, tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx.deleteFrom('records').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute()
}

/** What people told of patients and documents and nobody has changed since: profiles without a consultation, and reports. */
const selectForgotten = (db: Handle, tenantId: string, before: Date) =>
  db
    .selectFrom('records')
    .where('records.tenant_id', '=', tenantId)
    .where('records.updated_at', '<', before)
    .where(({ eb, or, and, not, exists, selectFrom }) =>
      or([
        eb('collection', 'like', `%.${REPORTS}`),
        and([
          eb('collection', 'like', `%.${PATIENT_PROFILES}`),
          not(
            exists(
              selectFrom('consultations')
                .select('consultations.id')
                .whereRef('consultations.tenant_id', '=', 'records.tenant_id')
                .where(({ ref }) =>
                  eb(eb.cast<string>(ref('records.id'), 'text'), '=', ref('consultations.patient_id')),
                ),
            ),
          ),
        ]),
      ]),
    )

/** Which of these are older than `before`. */
export async function listForgotten(db: Handle, tenantId: string, before: Date): Promise<string[]> {
  const rows = await selectForgotten(db, tenantId, before).select('records.id').execute()
  return rows.map(({ id }) => id)
}

/** How many profiles and reports a tenant has. */
export async function countToldOfPatients(db: Handle, tenantId: string): Promise<number> {
  const { all } = await db
    .selectFrom('records')
    .select(({ fn }) => fn.countAll().as('all'))
    .where('tenant_id', '=', tenantId)
    .where(({ eb, or }) =>
      or([eb('collection', 'like', `%.${PATIENT_PROFILES}`), eb('collection', 'like', `%.${REPORTS}`)]),
    )
    .executeTakeFirstOrThrow()
  return Number(all)
}
