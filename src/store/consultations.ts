import { sql } from 'kysely'
import type { Consultation } from '../domain/consultation.ts'
import { isId, newId } from '../domain/ids.ts'
import type { StagedAudio } from '../domain/submission.ts'
import { readJob } from './jobs.ts'
import { readNotes, readTranscript } from './results.ts'
import type { Handle } from './tables.ts'

/** A new consultation with its one recording. */
export async function insertConsultation(trx: Handle, tenantId: string, audio: StagedAudio) {
  const consultationId = newId()
  const recordingId = newId()
  await trx.insertInto('consultations').values({ id: consultationId, tenant_id: tenantId }).execute()
  await trx
    .insertInto('recordings')
    .values({
      id: recordingId,
      tenant_id: tenantId,
      consultation_id: consultationId,
      blob_key: audio.key,
      bytes: audio.bytes,
      sha256: audio.sha256,
      container: audio.container,
    })
    .execute()
  return { consultationId, recordingId }
}

/** The consultation with its job, transcript and notes; undefined for an unknown id and for another tenant's. */
export async function findConsultation(db: Handle, tenantId: string, id: string): Promise<Consultation | undefined> {
  if (!isId(id)) return undefined
  const row = await selectWithJob(db, tenantId).where('consultations.id', '=', id).executeTakeFirst()
  return row && complete(db, row)
}

/** The consultation that a job is about. */
export async function findConsultationOfJob(db: Handle, tenantId: string, jobId: string) {
  if (!isId(jobId)) return undefined
  const row = await selectWithJob(db, tenantId).where('jobs.id', '=', jobId).executeTakeFirst()
  return row && complete(db, row)
}

type RowWithJob = Awaited<ReturnType<ReturnType<typeof selectWithJob>['execute']>>[number]

function selectWithJob(db: Handle, tenantId: string) {
  return db
    .selectFrom('consultations')
    .innerJoin('jobs', 'jobs.consultation_id', 'consultations.id')
    .selectAll('jobs')
    .select('consultations.created_at as consultation_created_at')
    .where('consultations.tenant_id', '=', tenantId)
}

function withoutTexts(row: RowWithJob): Consultation {
  return { id: row.consultation_id, createdAt: row.consultation_created_at, job: readJob(row), notes: [] }
}

async function complete(db: Handle, row: RowWithJob): Promise<Consultation> {
  const consultation = withoutTexts(row)
  if (row.status !== 'succeeded') return consultation
  const transcript = await readTranscript(db, row.consultation_id)
  return { ...consultation, ...(transcript && { transcript }), notes: await readNotes(db, row.consultation_id) }
}

/** The tenant's consultations without their texts, newest first; `before` is the id of the last one already seen. */
export async function listConsultations(
  db: Handle,
  tenantId: string,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<Consultation[]> {
  let query = selectWithJob(db, tenantId).orderBy('consultations.id', 'desc').limit(limit)
  if (before && isId(before)) query = query.where('consultations.id', '<', before)
  return (await query.execute()).map(withoutTexts)
}

/**
 * Deletes the consultation's rows and leaves an audit line. Answers the keys of its recordings, which the caller
 * deletes after the transaction; undefined when the tenant has no such consultation.
 */
export async function deleteConsultation(trx: Handle, tenantId: string, id: string): Promise<string[] | undefined> {
  if (!isId(id)) return undefined
  const recordings = await trx
    .selectFrom('recordings')
    .select('blob_key')
    .where('consultation_id', '=', id)
    .where('tenant_id', '=', tenantId)
    .execute()
  if (recordings.length === 0) return undefined
  await sql`select pg_notify('osler_job', id::text) from jobs where consultation_id = ${id}`.execute(trx)
  await trx.deleteFrom('consultations').where('id', '=', id).execute()
  await trx.insertInto('audit').values({ id: newId(), tenant_id: tenantId, action: 'deleted', subject: id }).execute()
  return recordings.map(({ blob_key }) => blob_key)
}

/** True when a recording names the blob. */
export async function isBlobNamed(db: Handle, blobKey: string): Promise<boolean> {
  const row = await db.selectFrom('recordings').select('id').where('blob_key', '=', blobKey).executeTakeFirst()
  return row !== undefined
}
