import type { Consultation } from '../../domain/consultation.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Note } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { findConsultation } from '../../store/consultations.ts'
import { readNotesOfConsultation } from '../../store/results.ts'
import type { Handle } from '../../store/tables.ts'
import type { DoorDependencies } from '../door.ts'

type Read = Pick<DoorDependencies, 'db' | 'readSession'>

/** The tenant's consultation. Throws `not_found`, also for another tenant's. */
export async function readConsultation(db: Handle, tenantId: string, id: string): Promise<Consultation> {
  const consultation = await findConsultation(db, tenantId, id)
  if (consultation) return consultation
  throw new OslerError('not_found', 'There is no consultation with this id.')
}

/** The transcript, or the reason why there is none yet or ever. */
export async function readTranscript({ db, readSession }: Read, tenantId: string, id: string): Promise<Transcript> {
  const { job } = await readConsultation(db, tenantId, id)
  const { transcript } = await readSession(tenantId, id)
  if (transcript) return transcript
  if (job === undefined) throw new OslerError('not_ready', 'The consultation has nothing that was heard yet.')
  if (job.error)
    throw new OslerError('not_ready', `There is no transcript, because the request failed: ${job.error.message}`)
  const percent = Math.floor(job.progress * 100)
  throw new OslerError('not_ready', `The recording is ${percent} % processed: ask again in a moment.`, { percent })
}

/** The documents, the newest of each kind, in the order in which they were written. */
export async function readNotes(db: Handle, id: string): Promise<Note[]> {
  const notes = await readNotesOfConsultation(db, id)
  return [...new Map(notes.map(({ jobId: _, ...note }) => [note.kind, note])).values()]
}

export async function readNote(read: Read, tenantId: string, id: string, kind: string): Promise<Note> {
  await readTranscript(read, tenantId, id)
  const notes = await readNotes(read.db, id)
  const note = notes.find((candidate) => candidate.kind === kind)
  if (note) return note
  const written = notes.map((candidate) => candidate.kind).join(', ') || 'none'
  throw new OslerError('not_found', `This document was not asked for; there are: ${written}.`)
}
