import { OslerError } from './errors.ts'
import type { Note, Section, Signature } from './note.ts'
import type { Item, Transcript } from './transcript.ts'

/** A transcript's items or a document's sections as a person left them. Number 0 is what the engine made. */
export interface Revision<Content extends Item[] | Section[] = Item[] | Section[]> {
  version: number
  content: Content
  /** Who made it, as they called themselves. */
  author: string
  /** The name of the key that it came with, or the sign-in name of the account. */
  key?: string
  isAccount?: boolean
  /** The engine that wrote it, where a person did not. */
  writer?: string
  createdAt: Date
  /** The author has signed it: nothing follows. */
  isSigned: boolean
}

/** The revisions of a transcript bear this name; those of a document its kind. */
export const TRANSCRIPT = 'transcript'

/** What who changes something had before them, and who they are. */
export interface Seen {
  version: number
  /** As others shall read it. */
  author: string
}

/** A document by its kind, and the version that is to stand again. */
export interface RestoredDocument {
  kind: string
  restored: number
}

/** Somebody else was faster than who saw this version. */
export function changedElsewhere(subject: string, seen: number): OslerError {
  const what = subject === TRANSCRIPT ? 'The transcript' : 'The document'
  const message = `${what} was changed meanwhile, perhaps in another window: your version is ${seen}. Read it again, then make the change anew.`
  return new OslerError('changed_elsewhere', message, { version: seen })
}

/** What people changed in a consultation. */
export interface Corrections {
  /** The newest version of the transcript. */
  transcript?: Revision<Item[]>
  /** Every version of the documents, oldest first, by their kind. */
  documents: ReadonlyMap<string, readonly Revision<Section[]>[]>
}

/** What a reader must know to change it: the version, who made it, and whether it is fixed. */
export interface Versioned {
  version: number
  changedBy?: string
  signed?: Signature
}

export type VersionedTranscript = Transcript & Versioned
export type VersionedNote = Note & Versioned

/** A document as it is stored: the job that wrote it, and when. */
export interface StoredNote extends Note {
  jobId: string
  writtenAt: Date
}

/** The document as it is given out. */
export function withoutJob<Stored extends StoredNote>({ jobId: _, writtenAt: __, ...note }: Stored) {
  return note
}
