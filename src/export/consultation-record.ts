import type { Note } from '../domain/note.ts'
import type { Transcript } from '../domain/transcript.ts'

/** What is known of a consultation when it is printed as a whole. */
export interface ConsultationRecord {
  id: string
  /** When it began, as far as that is known. */
  startedAt: Date
  /** When the newest request about it ended. */
  writtenAt: Date
  transcript: Transcript
  /** The documents that were asked for, the newest of each kind. */
  notes: Note[]
}
