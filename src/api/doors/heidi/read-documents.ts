import type { Note } from '../../../domain/note.ts'
import { listJobs } from '../../../store/jobs.ts'
import { readNotesOfConsultation } from '../../../store/results.ts'
import type { Handle } from '../../../store/tables.ts'
import { formatContent } from './format.ts'

/** A note of a session with what its request said. */
export interface StoredDocument {
  id: string
  purpose: string
  name: string
  content: string
  templateId: string
  brain: string
  voiceStyle: string
  contentType: string
  generationMethod: string
}

/** The newest consult note as it was written. */
export async function findConsultNote(db: Handle, tenantId: string, consultationId: string): Promise<Note | undefined> {
  const written = await readDocuments(db, tenantId, consultationId)
  const newest = written.findLast(({ purpose }) => purpose === 'consult_note')
  const notes = await readNotesOfConsultation(db, consultationId)
  return notes.find(({ jobId }) => jobId === newest?.id)
}

const MOST_JOBS = 1000

/** What was written in a session, oldest first. */
export async function readDocuments(db: Handle, tenantId: string, consultationId: string): Promise<StoredDocument[]> {
  const jobs = await listJobs(db, tenantId, { consultationId, limit: MOST_JOBS })
  const notes = await readNotesOfConsultation(db, consultationId)
  return jobs.reverse().flatMap(({ id, doorState }) => {
    const note = notes.find(({ jobId }) => jobId === id)
    if (note === undefined) return []
    const told = (name: string) => String(doorState[name] ?? '')
    return [
      {
        ...{ id, name: note.title, purpose: told('purpose'), content: formatContent(note, told('contentType')) },
        ...{ templateId: told('templateId'), brain: told('brain'), voiceStyle: told('voiceStyle') },
        ...{ contentType: told('contentType'), generationMethod: told('generationMethod') },
      },
    ]
  })
}
