import type { JobResult } from '../domain/consultation.ts'
import type { Job } from '../domain/job.ts'
import type { Note } from '../domain/note.ts'
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
      voices: confidential(voices),
      warnings: JSON.stringify(warnings),
    })
    .execute()
}

export async function readTranscript(db: Handle, jobId: string): Promise<Transcript | undefined> {
  const row = await db.selectFrom('transcripts').selectAll().where('job_id', '=', jobId).executeTakeFirst()
  if (row === undefined) return undefined
  const { language, duration_ms: durationMs, items, engine, model, voices, warnings } = row
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

/** Adds a note behind those that the job wrote, in place of one of its kind. */
export async function addNote(db: Handle, job: Job, note: Note): Promise<void> {
  const others = (await readNotes(db, job.id)).flatMap(({ jobId: _, ...other }) =>
    other.kind === note.kind ? [] : other,
  )
  await saveNotes(db, job, [...others, note])
}

/** The notes that a job wrote. */
export const readNotes = async (db: Handle, jobId: string) =>
  (await selectNotes(db).where('job_id', '=', jobId).execute()).map(noteOf)

/** All notes of a consultation, those of the newest job last. */
export const readNotesOfConsultation = async (db: Handle, consultationId: string) =>
  (await selectNotes(db).where('consultation_id', '=', consultationId).execute()).map(noteOf)

function selectNotes(db: Handle) {
  return db
    .selectFrom('notes')
    .select(['job_id as jobId', 'kind', 'title', 'language', 'sections', 'writer', 'unsupported_share', 'warnings'])
    .orderBy('job_id')
    .orderBy('position')
}

function noteOf<Row extends { unsupported_share: number | null }>({
  unsupported_share: unsupportedShare,
  ...row
}: Row) {
  return { ...row, ...(unsupportedShare !== null && { unsupportedShare }) }
}

/** The tenant's job with what came of it; undefined for an unknown id and for another tenant's. */
export async function findResult(db: Handle, tenantId: string, jobId: string): Promise<JobResult | undefined> {
  const job = await findJob(db, tenantId, jobId)
  if (job === undefined) return undefined
  if (job.status !== 'succeeded') return { job, notes: [] }
  const transcript = await readTranscript(db, job.id)
  const notes = await readNotes(db, job.id)
  return { job, ...(transcript && { transcript }), notes: notes.map(({ jobId: _, ...note }) => note) }
}
