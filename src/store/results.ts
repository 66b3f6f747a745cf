import type { Job } from '../domain/job.ts'
import type { Note } from '../domain/note.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { Handle } from './tables.ts'

/** Replaces what an earlier run may have stored, so that a repeated run leaves one transcript. */
export async function saveTranscript(trx: Handle, job: Job, transcript: Transcript): Promise<void> {
  const { language, durationMs, engine, model, items, warnings } = transcript
  await trx.deleteFrom('transcripts').where('consultation_id', '=', job.consultationId).execute()
  await trx
    .insertInto('transcripts')
    .values({
      ...{ consultation_id: job.consultationId, tenant_id: job.tenantId, language, engine, model },
      duration_ms: durationMs,
      items: JSON.stringify(items),
      warnings: JSON.stringify(warnings),
    })
    .execute()
}

export async function readTranscript(db: Handle, consultationId: string): Promise<Transcript | undefined> {
  const row = await db
    .selectFrom('transcripts')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { language, duration_ms: durationMs, items, engine, model, warnings } = row
  return { language, durationMs, items, engine, model, warnings }
}

/** Replaces all notes of the consultation, in the order given. */
export async function saveNotes(trx: Handle, job: Job, notes: readonly Note[]): Promise<void> {
  await trx.deleteFrom('notes').where('consultation_id', '=', job.consultationId).execute()
  if (notes.length === 0) return
  const rows = notes.map(({ sections, warnings, ...note }, position) => ({
    ...{ ...note, consultation_id: job.consultationId, tenant_id: job.tenantId, position },
    sections: JSON.stringify(sections),
    warnings: JSON.stringify(warnings),
  }))
  await trx.insertInto('notes').values(rows).execute()
}

export async function readNotes(db: Handle, consultationId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('notes')
    .select(['kind', 'title', 'language', 'sections', 'writer', 'warnings'])
    .where('consultation_id', '=', consultationId)
    .orderBy('position')
    .execute()
  return rows
}
