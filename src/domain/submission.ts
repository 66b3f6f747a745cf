import { OslerError } from './errors.ts'
import type { LanguageTag } from './language.ts'
import type { LiveSound } from './live.ts'
import type { Template } from './template.ts'
import type { Transcript } from './transcript.ts'
import type { Term } from './vocabulary.ts'
import type { Wish } from './wish.ts'

/** The formats Osler takes, as told by a file's bytes. */
export const CONTAINERS = ['wav', 'mp3', 'mp4', 'm4a', 'ogg', 'webm', 'flac'] as const
export type Container = (typeof CONTAINERS)[number]

/** A recording in the blob store that no row names yet; swept after a day when none comes to. */
export interface StagedAudio {
  key: string
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
  container: Container
}

/** A place in a row of numbered chunks. */
export interface ChunkPlace {
  seriesId: string
  position: number
}

/** Where a job begins: with a new recording, one that is still to be fetched, one that only begins, a stored one, or words. */
export type Source =
  | { type: 'audio'; audio: StagedAudio; chunk?: ChunkPlace }
  | { type: 'address'; address: string }
  | { type: 'live'; sound: LiveSound }
  | { type: 'recording'; recordingId: string }
  | { type: 'transcript'; transcript: Transcript }

export interface DurationLimits {
  minMs: number
  maxMs: number
}

/** What is refused as too little or too much. */
export interface Limits extends DurationLimits {
  maxBytes: number
  /** A transcript with fewer words is too short for a note, and the job fails. */
  minWords?: number
}

/** How a recording is to be heard. */
export interface HearingOptions {
  /** How many people speak, where the client knows it. */
  speakers?: number
  /** A series that has ended: its chunks are heard once more, as one recording. */
  seriesId?: string
  /** Words that may be said: the tenant's as they stood when the job was accepted, and the request's own. */
  vocabulary?: Term[]
}

/** How the documents are wanted. */
export interface NoteOptions {
  /** `fastest` takes the built-in writer where a slower one would be better. */
  mode?: 'fastest'
  /** What to answer or to do, for the kind `answer` alone. */
  instruction?: string
  /** The language of the documents; that of the transcript where none is named. */
  language?: LanguageTag
  /** How the document is wanted, in words. */
  wishes?: Wish[]
  /** The templates among the kinds: the tenant's as they stood when the job was accepted, or the request's own. */
  templates?: Template[]
}

/** How recordings are heard that were only kept until now. */
export type Beginning = Pick<Submission, 'language' | 'limits'>

/**
 * What a job adds to a consultation whose request it is not: a document more, or the version of one behind the one that
 * its author saw.
 */
export type Amendment = { type: 'document' } | { type: 'version'; seen: number; author: string; keyId: string }

/** What any door asks the pipeline for. */
export interface Submission {
  door: string
  source: Source
  language: LanguageTag
  hearing?: HearingOptions
  /** The documents to write: registered note kinds. */
  kinds: string[]
  noteOptions?: NoteOptions
  limits: Limits
  callbackUrl?: string
  /** The same id with the same content gives the same job; with other content it is refused. */
  clientRequestId?: string
  /** The same, from the header `Idempotency-Key`. */
  idempotencyKey?: string
  /**
   * Who waits for the answer itself and is told no id, so may have hung up and sent the same again: equal work of theirs
   * that is under way, or was done just now, is this.
   */
  waiter?: string
  /** The consultation that the job belongs to; without one, a new one is made. */
  consultationId?: string
  amendment?: Amendment
  /** What the door needs to print the result, in its own words; nothing else reads it. */
  doorState: DoorState
}

/** An idempotency key of the server's own, which no client can send: no header has the character that it begins with. */
export const ownKey = (act: string, id: string) => `\u001f${act} ${id}`

/** The same as a door hands it in: the server knows through which door it came. */
export type WorkRequest = Omit<Submission, 'door'>

export type DoorState = Record<string, string | number | boolean | string[]>

export function tooLarge(bytes: number, maxBytes: number): OslerError {
  return new OslerError(
    'audio_too_large',
    `The file is larger than the limit of ${inMebibytes(maxBytes)}: send a shorter or compressed recording.`,
    { bytes, maxBytes },
  )
}

const inMebibytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
