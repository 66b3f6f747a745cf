import type { Consultation } from '../../domain/consultation.ts'
import { OslerError } from '../../domain/errors.ts'
import type { Note } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { findConsultation } from '../../store/consultations.ts'
import type { Handle } from '../../store/tables.ts'

/** The tenant's consultation. Throws `not_found`, also for another tenant's. */
export async function readConsultation(db: Handle, tenantId: string, id: string): Promise<Consultation> {
  const consultation = await findConsultation(db, tenantId, id)
  if (consultation) return consultation
  throw new OslerError('not_found', 'There is no consultation with this id.')
}

/** The transcript, or the reason why there is none yet or ever. */
export async function readTranscript(db: Handle, tenantId: string, id: string): Promise<Transcript> {
  const { job, transcript } = await readConsultation(db, tenantId, id)
  if (transcript) return transcript
  if (job.error)
    throw new OslerError('not_ready', `There is no transcript, because the request failed: ${job.error.message}`)
  const percent = Math.floor(job.progress * 100)
  throw new OslerError('not_ready', `The recording is ${percent} % processed: ask again in a moment.`, { percent })
}

export async function readNote(db: Handle, tenantId: string, id: string, kind: string): Promise<Note> {
  await readTranscript(db, tenantId, id)
  const { notes } = await readConsultation(db, tenantId, id)
  const note = notes.find((candidate) => candidate.kind === kind)
  if (note) return note
  const written = notes.map((candidate) => candidate.kind).join(', ') || 'none'
  throw new OslerError('not_found', `This document was not asked for; there are: ${written}.`)
}
