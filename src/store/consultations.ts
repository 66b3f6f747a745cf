import { type Selectable, sql } from 'kysely'
import type { Consultation, ConsultationDetails, SessionIds } from '../domain/consultation.ts'
import type { ConsultationPage } from '../domain/consultation-record.ts'
import { isId, newId } from '../domain/ids.ts'
import { JOB_CHANNEL, readJob } from './jobs.ts'
import { confidential } from './sealed/seal-texts.ts'
import { type Handle, inTransaction, type Tables } from './tables.ts'

export interface NewSession extends SessionIds {
  door: string
  details: ConsultationDetails
}

/** A new consultation, without recordings yet, which a session tells more of; answers its id. */
export async function insertConsultation(trx: Handle, tenantId: string, session?: NewSession): Promise<string> {
  const { door = '', userId = null, patientId = null, details = {} } = session ?? {}
  const id = newId()
  await trx
    .insertInto('consultations')
    .values({
      ...{ id, tenant_id: tenantId, details: confidential(details) },
      ...{ door, user_id: userId, patient_id: patientId },
    })
    .execute()
  return id
}

/** The consultation with its newest job; undefined for an unknown id and for another tenant's. */
export async function findConsultation(db: Handle, tenantId: string, id: string): Promise<Consultation | undefined> {
  if (!isId(id)) return undefined
  const [found] = await readConsultations(db, await selectConsultations(db, tenantId).where('id', '=', id).execute())
  return found
}

/** The tenant's consultations, newest first. */
export async function listConsultations(
  db: Handle,
  tenantId: string,
  { limit, before, samePatientAs }: ConsultationPage,
): Promise<Consultation[]> {
  let query = selectConsultations(db, tenantId).orderBy('id', 'desc').limit(limit)
  if (before && isId(before)) query = query.where('id', '<', before)
  if (samePatientAs !== undefined) {
    if (!isId(samePatientAs)) return []
    const hash = db.selectFrom('consultations').select('patient_hash').where('tenant_id', '=', tenantId)
    query = query.where('patient_hash', '=', hash.where('id', '=', samePatientAs)).where('id', '!=', samePatientAs)
  }
  return readConsultations(db, await query.execute())
}

export interface SessionFilter extends SessionIds {
  door: string
  limit: number
  offset?: number
}

/** The newest sessions that fit, and how many there are of these. */
export async function listSessions(
  db: Handle,
  tenantId: string,
  { door, userId, patientId, limit, offset = 0 }: SessionFilter,
): Promise<{ sessions: Consultation[]; total: number }> {
  let fitting = selectConsultations(db, tenantId).where('door', '=', door)
  if (userId !== undefined) fitting = fitting.where('user_id', '=', userId)
  if (patientId !== undefined) fitting = fitting.where('patient_id', '=', patientId)
  const total = fitting.clearSelect().select(({ fn }) => fn.countAll().as('count'))
  const rows = await fitting.select(total.as('total')).orderBy('id', 'desc').limit(limit).offset(offset).execute()
  const counted = rows[0]?.total ?? (offset > 0 ? (await total.executeTakeFirst())?.count : 0)
  return { sessions: await readConsultations(db, rows), total: Number(counted ?? 0) }
}

export function selectConsultations(db: Handle, tenantId: string) {
  return db.selectFrom('consultations').selectAll().where('tenant_id', '=', tenantId)
}

/** Rows with their newest jobs and how long they are. */
export async function readConsultations(
  db: Handle,
  rows: readonly Selectable<Tables['consultations']>[],
): Promise<Consultation[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const newest = await newestJobs(db, ids)
  const durations = await sumDurations(db, ids)
  return rows.map(({ id, created_at: createdAt, details, visit, door, user_id: userId }) => {
    const job = newest.get(id)
    const durationMs = durations.get(id)
    return {
      ...{ id, createdAt, details, visit },
      ...(door && { door }),
      ...(userId !== null && { userId }),
      ...(job && { job }),
      ...(durationMs !== undefined && { durationMs }),
    }
  })
}

/** What is added to a consultation later is not its request. */
async function newestJobs(db: Handle, consultationIds: string[]) {
  const rows = await db
    .selectFrom('jobs')
    .distinctOn('consultation_id')
    .selectAll()
    .where('consultation_id', 'in', consultationIds)
    .where('amendment', 'is', null)
    .orderBy('consultation_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.consultation_id, readJob(row)]))
}

/** A recording that was heard twice counts once. */
async function sumDurations(db: Handle, consultationIds: string[]): Promise<Map<string, number>> {
  const heard = db
    .selectFrom('jobs')
    .distinctOn('recording_id')
    .select(['consultation_id', 'duration_ms'])
    .where('consultation_id', 'in', consultationIds)
    .where('recording_id', 'is not', null)
    .where('duration_ms', 'is not', null)
    .orderBy('recording_id')
    .orderBy('id', 'desc')
  const rows = await db
    .selectFrom(heard.as('heard'))
    .select(({ fn }) => ['consultation_id', fn.sum('duration_ms').as('duration_ms')])
    .groupBy('consultation_id')
    .execute()
  return new Map(rows.map(({ consultation_id, duration_ms }) => [consultation_id, Number(duration_ms)]))
}

/** Sets the given details, and the patient, and leaves the others. False when the tenant has no such consultation. */
export async function updateSession(
  db: Handle,
  tenantId: string,
  id: string,
  { details, patientId }: { details?: ConsultationDetails; patientId?: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const own = trx.selectFrom('consultations').select('details').where('id', '=', id).where('tenant_id', '=', tenantId)
    const row = await own.forUpdate().executeTakeFirst()
    if (row === undefined) return false
    const changed = {
      details: confidential({ ...row.details, ...details }),
      ...(patientId && { patient_id: patientId }),
    }
    await trx.updateTable('consultations').set(changed).where('id', '=', id).execute()
    return true
  })
}

/**
 * Deletes the consultation's rows. Answers the keys of its blobs, which the caller deletes
 * after the transaction; undefined when the tenant has no such consultation.
 */
export async function deleteConsultation(trx: Handle, tenantId: string, id: string): Promise<string[] | undefined> {
  if ((await findConsultation(trx, tenantId, id)) === undefined) return undefined
  const blobKeys = await listBlobKeys(trx, id)
  await sql`select pg_notify(${JOB_CHANNEL}, id::text) from jobs where consultation_id = ${id}`.execute(trx)
  await trx.deleteFrom('consultations').where('id', '=', id).execute()
  return blobKeys
}

async function listBlobKeys(trx: Handle, consultationId: string): Promise<string[]> {
  const ofTable = (table: 'recordings' | 'records') =>
    trx.selectFrom(table).select('blob_key').where('consultation_id', '=', consultationId).execute()
  const pieces = await trx
    .selectFrom('live_pieces')
    .innerJoin('recordings', 'recordings.id', 'recording_id')
    .select('live_pieces.blob_key')
    .where('consultation_id', '=', consultationId)
    .execute()
  const rows = [...(await ofTable('recordings')), ...(await ofTable('records')), ...pieces]
  return rows.flatMap(({ blob_key }) => blob_key ?? [])
}

/** True when a row names the blob. */
export async function isBlobNamed(db: Handle, blobKey: string): Promise<boolean> {
  for (const table of ['recordings', 'records', 'live_pieces', 'upload_parts'] as const) {
    const row = await db.selectFrom(table).select('blob_key').where('blob_key', '=', blobKey).executeTakeFirst()
    if (row) return true
  }
  const deleted = db.selectFrom('set_aside').select('id').where(sql<boolean>`${blobKey} = any(blob_keys)`)
  return (await deleted.executeTakeFirst()) !== undefined
}
