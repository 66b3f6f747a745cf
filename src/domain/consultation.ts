import type { Job } from './job.ts'
import type { Note } from './note.ts'
import type { Transcript } from './transcript.ts'

/** One encounter with what came of it so far; the transcript and notes are there once its job has succeeded. */
export interface Consultation {
  id: string
  createdAt: Date
  job: Job
  transcript?: Transcript
  notes: Note[]
}
