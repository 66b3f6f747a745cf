import type { Consultation } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import type { ConsultationRecord } from '../../../export/consultation-record.ts'
import { findConsultation } from '../../../store/consultations.ts'
import { readNotesOfConsultation } from '../../../store/results.ts'
import { newestRevisions } from '../../../store/revisions.ts'
import type { Handle } from '../../../store/tables.ts'
import type { DoorDependencies } from '../../door.ts'
import { applyToNotes, applyToTranscript, type VersionedNote, type VersionedTranscript } from './apply-revisions.ts'

export interface VersionedRecord extends ConsultationRecord {
  transcript: VersionedTranscript
  notes: VersionedNote[]
}

type Read = Pick<DoorDependencies, 'db' | 'readSession'>

/** The tenant's consultation. Throws `not_found`, also for another tenant's. */
export async function readConsultation(db: Handle, tenantId: string, id: string): Promise<Consultation> {
  const consultation = await findConsultation(db, tenantId, id)
  if (consultation) return consultation
  throw new OslerError('not_found', 'There is no consultation with this id.')
}

/** A consultation with what was heard in it, or the reason why nothing was yet or ever. */
async function readHeard({ db, readSession }: Read, tenantId: string, id: string) {
  const { job, createdAt } = await readConsultation(db, tenantId, id)
  const { transcript, recordings } = await readSession(tenantId, id)
  if (transcript) {
    return { transcript: applyToTranscript(transcript, await newestRevisions(db, id)), recordings, job, createdAt }
  }
  if (job === undefined) throw new OslerError('not_ready', 'The consultation has nothing that was heard yet.')
  if (job.error)
    throw new OslerError('not_ready', `There is no transcript, because the request failed: ${job.error.message}`)
  const percent = Math.floor(job.progress * 100)
  throw new OslerError('not_ready', `The recording is ${percent} % processed: ask again in a moment.`, { percent })
}

/** The transcript. Throws `not_found`, `not_ready`. */
export async function readTranscript(read: Read, tenantId: string, id: string): Promise<VersionedTranscript> {
  return (await readHeard(read, tenantId, id)).transcript
}

/** The documents, the newest of each kind, in the order in which they were written. */
export async function readNotes(db: Handle, id: string): Promise<VersionedNote[]> {
  const notes = await readNotesOfConsultation(db, id)
  const newest = [...new Map(notes.map(({ jobId: _, ...note }) => [note.kind, note])).values()]
  return applyToNotes(newest, await newestRevisions(db, id))
}

/**
 * The consultation with all that was written of it. A recording that does not tell when it began had ended, at the
 * latest, when it came. Throws `not_found`, `not_ready`.
 */
export async function readRecord(read: Read, tenantId: string, id: string): Promise<VersionedRecord> {
  const { transcript, recordings, job, createdAt } = await readHeard(read, tenantId, id)
  const told = recordings.find((recording) => recording.startedAt)?.startedAt
  const startedAt = told ?? new Date(createdAt.getTime() - transcript.durationMs)
  return { id, startedAt, writtenAt: job?.finishedAt ?? createdAt, transcript, notes: await readNotes(read.db, id) }
}

/** A consultation's documents of some kinds: those that were asked for, and the others written now. */
export async function readOrWrite(
  { writeNow }: Pick<DoorDependencies, 'writeNow'>,
  { notes, transcript }: ConsultationRecord,
  kinds: readonly string[],
): Promise<Note[]> {
  const written = notes.filter(({ kind }) => kinds.includes(kind))
  const missing = kinds.filter((kind) => !written.some((note) => note.kind === kind))
  return [...written, ...(await writeNow(transcript, missing))]
}

/** One of a consultation's documents. Throws `not_found`. */
export function findNote({ notes }: VersionedRecord, kind: string): VersionedNote {
  const note = notes.find((candidate) => candidate.kind === kind)
  if (note) return note
  const written = notes.map((candidate) => candidate.kind).join(', ') || 'none'
  throw new OslerError('not_found', `This document was not asked for; there are: ${written}.`)
}
