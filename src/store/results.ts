import { sql } from 'kysely'
import type { JobResult } from '../domain/consultation.ts'
import type { Job } from '../domain/job.ts'
import type { Note } from '../domain/note.ts'
import { type StoredNote, withoutJob } from '../domain/revision.ts'
import type { Transcript } from '../domain/transcript.ts'
import { findJob } from './jobs.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

/** Replaces what an earlier run may have stored, so that a repeated run leaves one transcript. */
export async function saveTranscript(trx: Handle, job: Job, transcript: Transcript): Promise<void> {
  const { language, durationMs, engine, model, items, voices = [], warnings } = transcript
  await trx.deleteFrom('transcripts').where('job_id', '=', job.id).execute()
  await trx
    .insertInto('transcripts')
    .values({
      ...{ job_id: job.id, consultation_id: job.consultationId, tenant_id: job.tenantId, language, engine, model },
      duration_ms: durationMs,
      items: confidential(items),
      voices: confidential(voices.map(({ embedding: print, ...voice }) => ({ ...voice, print }))),
      warnings: JSON.stringify(warnings),
    })
    .execute()
}

export async function readTranscript(db: Handle, jobId: string): Promise<Transcript | undefined> {
  const row = await db.selectFrom('transcripts').selectAll().where('job_id', '=', jobId).executeTakeFirst()
  if (row === undefined) return undefined
  const { language, duration_ms: durationMs, items, engine, model, warnings } = row
  const voices = row.voices.map(({ print: embedding, ...voice }) => ({ ...voice, embedding }))
  return { language, durationMs, items, engine, model, ...(voices.length > 0 && { voices }), warnings }
}

/** Replaces what an earlier run of the job may have written, in the order given. */
export async function saveNotes(trx: Handle, job: Job, notes: readonly Note[]): Promise<void> {
  await trx.deleteFrom('notes').where('job_id', '=', job.id).execute()
  if (notes.length === 0) return
  const rows = notes.map(({ sections, warnings, unsupportedShare, ...note }, position) => ({
    ...{ ...note, job_id: job.id, consultation_id: job.consultationId, tenant_id: job.tenantId, position },
    sections: confidential(sections),
    unsupported_share: unsupportedShare ?? null,
    warnings: JSON.stringify(warnings),
  }))
  await trx.insertInto('notes').values(rows).execute()
}

/** The notes that a job wrote, in the order in which they were asked for. */
export const readNotes = async (db: Handle, jobId: string): Promise<StoredNote[]> =>
  (await selectNotes(db).where('job_id', '=', jobId).execute()).map(noteOf)

/** All notes of the consultations, those that were written last at the end. */
export async function readNotesOfConsultations(
  db: Handle,
  consultationIds: readonly string[],
): Promise<Map<string, StoredNote[]>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await selectNotes(db)
    .select('notes.consultation_id as id')
    .where('notes.consultation_id', 'in', consultationIds)
    .execute()
  const groups = Map.groupBy(rows, ({ id }) => id)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ id: _, ...row }) => noteOf(row))]))
}

/** All notes of a consultation, those that were written last at the end. */
export const readNotesOfConsultation = async (db: Handle, consultationId: string): Promise<StoredNote[]> =>
  (await readNotesOfConsultations(db, [consultationId])).get(consultationId) ?? []

/** The kinds of the documents of each consultation, each once, in the order in which they were written first. */
export async function listKinds(db: Handle, consultationIds: readonly string[]): Promise<Map<string, string[]>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notes')
    .select(['consultation_id as id', 'kind'])
    .where('consultation_id', 'in', consultationIds)
    .orderBy('job_id')
    .orderBy('position')
    .execute()
  const groups = Map.groupBy(rows, ({ id }) => id)
  return new Map([...groups].map(([id, own]) => [id, [...new Set(own.map(({ kind }) => kind))]]))
}

function selectNotes(db: Handle) {
  const writtenAt = sql<Date>`coalesce(jobs.finished_at, jobs.created_at)`
  return db
    .selectFrom('notes')
    .innerJoin('jobs', 'jobs.id', 'notes.job_id')
    .select(['notes.job_id as jobId', 'notes.kind', 'notes.title', 'notes.language', 'notes.sections', 'notes.writer'])
    .select(['notes.unsupported_share as unsupportedShare', 'notes.warnings', writtenAt.as('writtenAt')])
    .orderBy('writtenAt')
    .orderBy('notes.job_id')
    .orderBy('notes.position')
}

function noteOf({
  unsupportedShare,
  ...row
}: Omit<StoredNote, 'unsupportedShare'> & { unsupportedShare: number | null }) {
  return { ...row, ...(unsupportedShare !== null && { unsupportedShare }) }
}

/** The tenant's job with what came of it; undefined for an unknown id and for another tenant's. */
export async function findResult(db: Handle, tenantId: string, jobId: string): Promise<JobResult | undefined> {
  const job = await findJob(db, tenantId, jobId)
  if (job === undefined) return undefined
  if (job.status !== 'succeeded') return { job, notes: [] }
  const transcript = await readTranscript(db, job.id)
  const notes = await readNotes(db, job.id)
  return { job, ...(transcript && { transcript }), notes: notes.map(withoutJob) }
}
