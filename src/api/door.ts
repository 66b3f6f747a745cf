import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Peaks } from '../domain/audio.ts'
import type { SignCallback } from '../domain/callback.ts'
import type { JobResult, RecordingState } from '../domain/consultation.ts'
import type {
  Change,
  ConsultationSummary,
  DocumentFormat,
  FhirDocument,
  VersionedRecord,
  VersionedSession,
  WantedDocument,
  WrittenDocument,
} from '../domain/consultation-record.ts'
import type { ItemChange } from '../domain/correct-items.ts'
import type { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { LanguageTag } from '../domain/language.ts'
import type { Note, Section } from '../domain/note.ts'
import type { Revision, Seen, VersionedNote, VersionedTranscript } from '../domain/revision.ts'
import type { Settings } from '../domain/setting.ts'
import type { Sound } from '../domain/sound.ts'
import type { Beginning, Limits, StagedAudio, Submission } from '../domain/submission.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { NewRecording } from '../store/recordings.ts'
import type { Handle } from '../store/tables.ts'
import type { UploadInParts } from '../store/uploads.ts'

export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  import('fastify').FastifyBaseLogger,
  ZodTypeProvider
>

/** What an engine offers, as `GET /api/models` and `osler doctor` show it. */
export interface EngineOffer {
  task: 'speech' | 'notes'
  engine: string
  model: string
  languages: readonly LanguageTag[]
  /** Whether it hears in which language somebody speaks, so that `auto` may be asked for. */
  tellsLanguage?: boolean
  kinds?: readonly string[]
  /** Whether a writer does what it is asked in words. */
  followsWishes?: boolean
}

export interface KeptRecording {
  id: string
  position: number
  createdAt: Date
}

/**
 * What one may do with a consultation. Another tenant's id throws `not_found`. What is read is what people left,
 * corrected and signed; what is not heard yet throws `not_ready`, unless a session is read.
 */
export interface Consultations {
  /** Newest first; `before` is the id of the last one already seen. */
  list(tenantId: string, page: { limit: number; before?: string | undefined }): Promise<ConsultationSummary[]>
  find(tenantId: string, id: string): Promise<ConsultationSummary>
  read(tenantId: string, id: string): Promise<VersionedRecord>
  /** The newest of its documents of a kind. */
  readDocument(tenantId: string, id: string, kind: string): Promise<VersionedNote>
  /** Its recordings and what was said in them, as far as it is heard: as it is looked on, without the words of its items. */
  readSession(tenantId: string, id: string): Promise<VersionedSession>
  /** The same once all is heard. Recordings that were only kept are begun where `beginning` says how. Throws `processing_slow`. */
  hear(tenantId: string, id: string, beginning: Beginning | undefined, signal: AbortSignal): Promise<VersionedSession>
  /** The recordings of each consultation without what was heard in them. */
  listRecordings(tenantId: string, ids: readonly string[]): Promise<Map<string, RecordingState[]>>
  /** Every document of each consultation with its job, the oldest job's first. */
  readDocuments(tenantId: string, ids: readonly string[]): Promise<Map<string, WrittenDocument[]>>
  /** Every version that people made of the transcript, or of a document by its kind. */
  readVersions(tenantId: string, id: string, kind?: string): Promise<Revision[]>
  /** Throws `changed_elsewhere`, as all that make a version do; a document that is signed throws `document_signed`. */
  correct(caller: Caller, id: string, change: ItemChange, seen: Seen): Promise<VersionedTranscript>
  edit(caller: Caller, id: string, content: { kind: string; sections: Section[] }, seen: Seen): Promise<VersionedNote>
  sign(caller: Caller, id: string, kind: string, seen: Seen): Promise<VersionedNote>
  /** By the operator's writer, in a worker; waits for it. Throws `processing_slow`; it goes on then. */
  writeDocument(caller: Caller, wanted: WantedDocument, signal: AbortSignal): Promise<VersionedNote>
  writeAgain(caller: Caller, wanted: WantedDocument, seen: Seen, signal: AbortSignal): Promise<VersionedNote>
  /** Documents by the quickest writer of each kind; nothing is kept. */
  writeNow(transcript: Transcript, kinds: readonly string[]): Promise<Note[]>
  follow(tenantId: string, id: string, signal: AbortSignal): AsyncIterable<Change>
  exportDocument(
    tenantId: string,
    id: string,
    kind: string,
    format: DocumentFormat,
  ): Promise<string | Uint8Array<ArrayBuffer>>
  /** As a FHIR document. */
  exportBundle(tenantId: string, id: string): Promise<FhirDocument>
  /** A recording by its number, or all of them on one timeline. Throws what decoding throws. */
  play(tenantId: string, id: string, recording: number | undefined, signal: AbortSignal): Promise<Sound>
  draw(tenantId: string, id: string, recording: number | undefined, signal: AbortSignal): Promise<Peaks>
  delete(tenantId: string, id: string): Promise<void>
  /** The tenant's job with what came of it; undefined when it has none of this id. */
  readResult(tenantId: string, jobId: string): Promise<JobResult | undefined>
  /** The job when it has ended, or as it stands after `timeoutMs`. */
  waitForJob(job: Job, timeoutMs: number, signal: AbortSignal): Promise<Job>
  /** What came of it. Throws its error when it failed, and `processing_slow`. */
  waitForResult(job: Job, timeoutMs: number, signal: AbortSignal): Promise<Required<JobResult>>
}

/** What is taken and how long is waited where a door has no setting of its own. */
export interface ServingLimits {
  maxMegabytes: number
  maxSeconds: number
  uploadsPerMinute: number
  syncWaitSeconds: number
}

/** What a token says: enum words and ids only. */
export type Claims = Record<string, string>

/** Tokens that prove by themselves whose they are, until they expire. */
export interface Tokens {
  sign(claims: Claims, lifetimeSeconds: number): Promise<{ token: string; expiresAt: Date }>
  /** What a token of this server says; undefined when it is none, or has expired. */
  read(token: string): Promise<Claims | undefined>
  /** The key that a token was made with, which must still be valid. Throws `key_wrong`. */
  findKey(id: string): Promise<{ id: string; tenantId: string }>
  /** The id of the client that signed an assertion for a path (RFC 7523). Throws `key_wrong`. */
  checkAssertion(assertion: string, audiencePath: string): Promise<string>
}

/** Everything a door may use: it never meets an engine, ffmpeg or SQL of its own. */
export interface DoorDependencies {
  serving: ServingLimits
  db: Handle
  offers: EngineOffer[]
  /** Streams a recording into the blob store; refuses what is empty, too large or in no supported format. */
  ingest(stream: Readable, maxBytes: number): Promise<StagedAudio>
  /** Keeps the next part of an upload; answers the new offset. Throws `offset_wrong`. */
  addPart(upload: UploadInParts, offsetBytes: number, stream: Readable): Promise<number>
  /** Stages the recording that the parts of an upload make; refuses as `ingest` does, and while parts are missing. */
  ingestParts(upload: UploadInParts, maxBytes: number): Promise<StagedAudio>
  /** Refuses an address that this server may not reach. */
  checkAddress(address: string): Promise<void>
  /** Accepts work; a segment that has come before gives the job that it made then. */
  submit(tenantId: string, submission: Submission): Promise<Job>
  discard(audio: StagedAudio): Promise<void>
  /** Streams a letter or picture into the blob store; refuses what is too large or none. */
  keepDocument(
    stream: Readable,
    maxBytes: number,
  ): Promise<{ key: string; bytes: number; sha256: string; type: string }>
  discardBlob(key: string): Promise<void>
  /** Keeps a recording with its consultation, to be heard when a job asks for it. */
  keepRecording(recording: NewRecording & { audio: StagedAudio }, limits: Limits): Promise<KeptRecording>
  consultations: Consultations
  /** The recording's bytes as they came. Throws `not_found`. */
  playRecording(tenantId: string, recordingId: string): Promise<Sound>
  /** The transcript without what tells who somebody is, as far as rules know it. */
  redact(transcript: VersionedTranscript): Promise<VersionedTranscript>
  tokens: Tokens
}

export interface FormattedError {
  status: number
  body: unknown
}

/** One vendor's way to ask and to be answered. Adding a door: a folder with these, and one line in doors.ts. */
export interface Door<Known extends Settings = Settings> {
  /** `intron`: its jobs, records and settings carry it. */
  readonly name: string
  /** Where the vendor mounts its API: below each, the same paths are served as from the root. */
  readonly bases: readonly string[]
  /** What its paths begin with from the root: what is not there is answered in its words. */
  readonly prefixes: readonly string[]
  /** Its own settings: `maxSeconds` is read from OSLER_INTRON_MAX_SECONDS; the defaults are the vendor's. */
  readonly settings: Known
  /** A path in the spelling of today, for one of older documents. */
  respell?(path: string): string
  /** Mounts the routes; every one of them is behind a key unless it says otherwise. */
  routes(app: App, dependencies: DoorDependencies, settings: z.infer<Known>): void
  /** An error in the vendor's body. */
  formatError(error: OslerError, requestId: string): FormattedError
  /** What a finished job posts to its callback. */
  formatCallback(result: JobResult): unknown
  /** The vendor's own signature beside that of Standard Webhooks. */
  signCallback?: SignCallback
}
