import type { Consultation, Session } from './consultation.ts'
import type { Job } from './job.ts'
import type { OpenText } from './live.ts'
import type { Note } from './note.ts'
import type { VersionedNote, VersionedTranscript } from './revision.ts'
import type { DraftLine, Item, Transcript } from './transcript.ts'
import type { Visit } from './visit.ts'

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
  /** What a person says of it. */
  visit?: Visit
}

/** The same as people left it. */
export interface VersionedRecord extends ConsultationRecord {
  transcript: VersionedTranscript
  notes: VersionedNote[]
}

/** What a consultation holds of sound, and what was said in it as people left it. */
export interface VersionedSession extends Session {
  transcript?: VersionedTranscript
}

/** Which consultations are listed. */
export interface ConsultationPage {
  limit: number
  /** The id of the last one already seen. */
  before?: string | undefined
  /** Only other visits of the patient of this one. */
  samePatientAs?: string | undefined
}

/** A consultation as it is listed, with the kinds of its documents. */
export interface ConsultationSummary extends Consultation {
  kinds: string[]
  /** Of these, the ones that were signed. */
  signed: string[]
  /** Of the visit; else how its first document begins. */
  title?: string
  /** A recording of it goes on, or was broken off; `series` is one of segments that nobody has finished. */
  unfinished?: { series?: string }
}

/** A document with the job that wrote it. */
export interface WrittenDocument {
  job: Job
  note: VersionedNote
}

/** A document of a consultation. */
export interface WantedDocument {
  id: string
  kind: string
}

/** How a document leaves as a text or file. */
export type DocumentFormat = 'markdown' | 'html' | 'pdf'

export type PrintedDocument = string | Uint8Array<ArrayBuffer>

/** A FHIR R4 Bundle of type document. */
export type FhirDocument = { resourceType: 'Bundle' } & Record<string, unknown>

/** What is told of a consultation while it is worked on: how its newest request stands, and what is heard so far. */
export type Change = { type: 'state'; job: Job } | { type: 'heard'; line: DraftLine } | SessionNews

/** What is told to who looks on while somebody speaks. */
export type SessionNews =
  /** The first time all items there are, then those that are new or say something else, and ids that are no more. */
  | { type: 'transcript'; mark: string; items: Item[]; gone: string[]; isWhole: boolean }
  /** Empty where nothing comes of it. */
  | { type: 'partial'; text: OpenText }
  /** A document; a draft is of what is said so far, and stored nowhere. */
  | { type: 'note'; note: Note; isDraft: boolean }
  /** How much is kept of a recording that goes on; nothing where none does. */
  | { type: 'recording'; keptMs: number | undefined }

/** What of a session is told beside its request. */
export interface Look {
  /** The mark of the last that the reader was told: who has all there is is not told it again. */
  mark?: string | undefined
  /** Documents that are drafted meanwhile. */
  kinds: readonly string[]
}
