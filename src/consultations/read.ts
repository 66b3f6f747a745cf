import type { Consultation } from '../domain/consultation.ts'
import type { VersionedRecord, WrittenDocument } from '../domain/consultation-record.ts'
import { historyOf } from '../domain/document-history.ts'
import { OslerError } from '../domain/errors.ts'
import type { Section } from '../domain/note.ts'
import { type Revision, TRANSCRIPT, type VersionedNote, withoutJob } from '../domain/revision.ts'
import { listJobsOf } from '../store/jobs.ts'
import { readNotesOfConsultation, readNotesOfConsultations } from '../store/results.ts'
import { listRevisions, readCorrections } from '../store/revisions.ts'
import type { Handle } from '../store/tables.ts'
import { findOwn } from './find.ts'
import { layOverNotes } from './lay-over.ts'
import { markOutdated } from './mark-outdated.ts'
import { layOverSession } from './read-heard.ts'
import { readSession } from './read-session.ts'

/**
 * A consultation with its transcript and the newest document of each kind, as people left them. A recording that does
 * not tell when it began had ended, at the latest, when it came. Throws `not_found`, and `not_ready` while nothing is
 * heard, or never will be.
 */
export async function readRecord(db: Handle, tenantId: string, id: string): Promise<VersionedRecord> {
  const consultation = await findOwn(db, tenantId, id)
  const corrections = (await readCorrections(db, [id])).get(id)
  const { transcript, recordings } = layOverSession(await readSession(db, tenantId, id), corrections)
  if (transcript === undefined) throw notReady(consultation)
  const { createdAt, job, visit } = consultation
  const told = recordings.find((recording) => recording.startedAt)?.startedAt
  const startedAt = told ?? new Date(createdAt.getTime() - transcript.durationMs)
  const written = layOverNotes(await readNotesOfConsultation(db, id), corrections)
  const newest = new Map(written.map((note) => [note.kind, withoutJob(markOutdated(note, transcript.items))]))
  return { id, startedAt, writtenAt: job?.finishedAt ?? createdAt, transcript, notes: [...newest.values()], visit }
}

function notReady({ job }: Consultation): OslerError {
  if (job === undefined) return new OslerError('not_ready', 'The consultation has nothing that was heard yet.')
  const { error, progress } = job
  if (error) return new OslerError('not_ready', `There is no transcript, because the request failed: ${error.message}`)
  const percent = Math.floor(progress * 100)
  return new OslerError('not_ready', `The recording is ${percent} % processed: ask again in a moment.`, { percent })
}

/** One of a consultation's documents. Throws `not_found`. */
export function findNote({ notes }: VersionedRecord, kind: string): VersionedNote {
  const note = notes.find((candidate) => candidate.kind === kind)
  if (note) return note
  const written = notes.map((candidate) => candidate.kind).join(', ') || 'none'
  throw new OslerError('not_found', `This document was not asked for; there are: ${written}.`)
}

/** The newest of a consultation's documents of a kind. Throws `not_found`, `not_ready`. */
export async function readDocument(db: Handle, tenantId: string, id: string, kind: string): Promise<VersionedNote> {
  return findNote(await readRecord(db, tenantId, id), kind)
}

/** Every document of each consultation, as people left it, with its job; the oldest job's first. */
export async function readDocuments(
  db: Handle,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, WrittenDocument[]>> {
  const jobs = new Map((await listJobsOf(db, tenantId, ids)).map((job) => [job.id, job]))
  const corrections = await readCorrections(db, ids)
  const notes = await readNotesOfConsultations(db, ids)
  return new Map(
    [...notes].map(([id, own]) => {
      const documents = layOverNotes(own, corrections.get(id)).flatMap((note) => {
        const job = jobs.get(note.jobId)
        return job ? [{ job, note: withoutJob(note) }] : []
      })
      return [id, documents.sort((a, b) => (a.job.id < b.job.id ? -1 : 1))]
    }),
  )
}

/**
 * Every version of the transcript, or of a document by its kind, oldest first: what the engine made, number 0, and what
 * people made of it. Throws `not_found`, `not_ready`.
 */
export async function readVersions(db: Handle, tenantId: string, id: string, kind?: string): Promise<Revision[]> {
  const record = await readRecord(db, tenantId, id)
  if (kind !== undefined) {
    findNote(record, kind)
    const notes = (await readNotesOfConsultation(db, id)).filter((note) => note.kind === kind)
    return historyOf(notes, (await listRevisions(db, id, kind)) as Revision<Section[]>[])
  }
  const { transcript: heard } = await readSession(db, tenantId, id)
  const { engine, items = [] } = { ...record.transcript, ...heard }
  const first = { version: 0, content: items, author: engine, writer: engine, isSigned: false }
  return [{ ...first, createdAt: record.writtenAt }, ...(await listRevisions(db, id, TRANSCRIPT))]
}
