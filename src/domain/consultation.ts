import type { Job } from './job.ts'
import type { Note } from './note.ts'
import type { Item, Transcript } from './transcript.ts'
import type { Visit } from './visit.ts'

/** A job with what came of it; transcript and notes are there once it has succeeded. */
export interface JobResult {
  job: Job
  transcript?: Transcript
  notes: Note[]
}

/** One encounter as it is listed. `job` is the newest request about it; a session may not have one yet. */
export interface Consultation {
  id: string
  createdAt: Date
  job?: Job
  /** Of all its recordings that were measured so far. */
  durationMs?: number
  /** Through which door it was begun, where it is a session. */
  door?: string
  /** Whose session it is; '' where a key began it that speaks for all users. */
  userId?: string
  /** What the clients of a session have told of it, in their own words. */
  details: ConsultationDetails
  /** What a person says of it. */
  visit: Visit
}

/** Ids that a session is found by: of its user, and of its patient. */
export interface SessionIds {
  userId?: string | undefined
  patientId?: string | undefined
}

export type ConsultationDetails = Record<string, unknown>

/** A recording of a consultation that goes on: numbered chunks that come one by one, in any order. */
export interface Series {
  id: string
  createdAt: Date
  finishedAt?: Date
}

/** A recording with what was heard in it so far. Chunks belong to a series and are numbered from 0. */
export interface Recording {
  id: string
  sha256?: string
  seriesId?: string
  /** Its number in the series, or among the whole recordings of the consultation. */
  position: number
  startedAt?: Date
  endedAt?: Date
  createdAt: Date
  /** How much of its neighbours was heard with it, so that a word cut by a boundary is whole. */
  overlap: Overlap
  job?: Job
  transcript?: Transcript
}

/** A recording as it is stored: its words stand in the session. */
export interface StoredRecording extends Omit<Recording, 'transcript'> {
  heard?: Hearing
  /** Where somebody paused, in its own time. */
  pausesMs?: number[]
}

/** What is known of a recording that was heard, beside its words. */
export interface Hearing extends Omit<Transcript, 'items' | 'voices'> {
  /** Of the job that heard it. */
  jobId: string
  /** Whether the engine wrote capitals and marks; unknown of what was heard before that was kept. */
  isPunctuated?: boolean
}

/** A recording as it is listed. */
export type RecordingState = Pick<Recording, 'id' | 'seriesId' | 'position' | 'createdAt' | 'job'>

export interface Overlap {
  beforeMs: number
  afterMs: number
}

export const NO_OVERLAP: Overlap = { beforeMs: 0, afterMs: 0 }

/** All that a consultation holds of sound, and what was heard in it so far. */
export interface Session {
  recordings: Recording[]
  series: Series[]
  /** What was heard so far, all recordings together. */
  transcript?: Transcript
  /** What each recording says by itself, by its id. */
  items: Map<string, Item[]>
  /** Where each recording begins in that transcript, by its id. */
  startsMs: Map<string, number>
}
