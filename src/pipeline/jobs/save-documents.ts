import { SPEECH_DOUBTFUL } from '../../domain/accuracy.ts'
import { historyOf } from '../../domain/document-history.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import { keepHandChanges } from '../../domain/keep-hand-changes.ts'
import type { Note, Section } from '../../domain/note.ts'
import type { Revision } from '../../domain/revision.ts'
import type { Amendment } from '../../domain/submission.ts'
import { readNotesOfConsultation, saveNotes } from '../../store/results.ts'
import { addVersion, listRevisions } from '../../store/revisions.ts'
import type { Handle } from '../../store/tables.ts'

/**
 * Stores what a job wrote: as its documents, or, where it was to write one again, as that document's next version, in
 * which what people changed in it stays. Throws `changed_elsewhere` when somebody was there before, and `transcript_doubtful`.
 */
export async function saveDocuments(trx: Handle, job: Job, notes: readonly Note[]): Promise<void> {
  const { amendment } = job
  if (amendment?.type !== 'version') return saveNotes(trx, job, notes)
  for (const note of notes) await saveVersion(trx, job, note, amendment)
}

async function saveVersion(
  trx: Handle,
  { tenantId, consultationId }: Job,
  { kind, sections, warnings, writer }: Note,
  { seen, author, keyId }: Extract<Amendment, { type: 'version' }>,
): Promise<void> {
  // What stands in the document is not replaced by nothing.
  const doubt = warnings.find(({ code }) => code === SPEECH_DOUBTFUL)
  if (doubt) throw new OslerError('transcript_doubtful', doubt.message)
  const notes = (await readNotesOfConsultation(trx, consultationId)).filter((note) => note.kind === kind)
  const versions = (await listRevisions(trx, consultationId, kind)) as Revision<Section[]>[]
  const content = keepHandChanges(sections, historyOf(notes, versions))
  await addVersion(trx, { tenantId, consultationId, subject: kind, content, author, writer, keyId, seen })
}
