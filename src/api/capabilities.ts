import type { Readable } from 'node:stream'
import type { Accounts } from '../domain/account.ts'
import type { Checks } from '../domain/check.ts'
import type {
  Consultation,
  ConsultationDetails,
  JobResult,
  RecordingState,
  SessionIds,
} from '../domain/consultation.ts'
import type {
  Change,
  ConsultationPage,
  ConsultationSummary,
  DocumentFormat,
  FhirDocument,
  Look,
  PrintedDocument,
  VersionedRecord,
  VersionedSession,
  WantedDocument,
  WrittenDocument,
} from '../domain/consultation-record.ts'
import type { ItemChange } from '../domain/correct-items.ts'
import type { Job } from '../domain/job.ts'
import type { Keys } from '../domain/keys.ts'
import type { LanguageTag } from '../domain/language.ts'
import type { Letterhead } from '../domain/letterhead.ts'
import type { LiveChange, LiveOptions, LivePace, LiveSound } from '../domain/live.ts'
import type { Note, Section } from '../domain/note.ts'
import type { Patients } from '../domain/patient.ts'
import type { Playback } from '../domain/playback.ts'
import type { RecordFilter, StoredRecord } from '../domain/record.ts'
import type { RestoredDocument, Revision, Seen, VersionedNote, VersionedTranscript } from '../domain/revision.ts'
import type { Search, SearchResult } from '../domain/search.ts'
import type { DeletionReason, ReturnableConsultation } from '../domain/set-aside.ts'
import type { Beginning, Limits, StagedAudio, WorkRequest } from '../domain/submission.ts'
import type { Template } from '../domain/template.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Trail } from '../domain/trail.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { UploadInParts } from '../domain/upload.ts'
import type { Visit } from '../domain/visit.ts'
import type { Vocabulary } from '../domain/vocabulary.ts'

/** What a door may ask for. Each is made for one door: what it hands in carries its name. Another tenant's id is nobody's. */
export interface Capabilities {
  intake: Intake
  jobs: Jobs
  consultations: Consultations
  sessions: Sessions
  live: Live
  patients: Patients
  playback: Playback
  uploads: Uploads
  attachments: Attachments
  lists: Lists
  tokens: Tokens
  keys: Keys
  accounts: Accounts
  /** What this server hears and writes with. */
  offers: readonly EngineOffer[]
}

/** Recordings and words in, and the work that is asked for. */
export interface Intake {
  /** What is taken and how long is waited where a door has no setting of its own. */
  readonly usual: ServingLimits
  /** Streams a recording into the blob store; refuses what is empty, too large or in no supported format. */
  ingest(stream: Readable, maxBytes: number): Promise<StagedAudio>
  discard(audio: StagedAudio): Promise<void>
  /** Refuses an address that this server may not reach. */
  checkAddress(address: string): Promise<void>
  /** Accepts work; a chunk that has come before gives the job that it made then. */
  submit(tenantId: string, request: WorkRequest): Promise<Job>
}

export interface ServingLimits {
  maxMegabytes: number
  maxSeconds: number
  uploadsPerMinute: number
  syncWaitSeconds: number
}

/** What became of the work. */
export interface Jobs {
  /** A job of the tenant, through whichever door it came. */
  find(tenantId: string, id: string): Promise<Job | undefined>
  /** The newest first, of all doors. */
  list(tenantId: string, limit: number): Promise<Job[]>
  /** A job of this door with what came of it, as people left it. */
  readResult(tenantId: string, id: string): Promise<JobResult | undefined>
  /** The job when it has ended, or as it stands after `timeoutMs`. */
  waitForJob(job: Job, timeoutMs: number, signal: AbortSignal): Promise<Job>
  /** Waits for work whose id nobody is told: it ends when the last who waits is gone and nobody sends the same again. */
  whileWaitedFor<Value>(job: Job, gone: AbortSignal, wait: () => Promise<Value>): Promise<Value>
  /** What came of it. Throws its error when it failed, and `processing_slow`. */
  waitForResult(job: Job, timeoutMs: number, signal: AbortSignal): Promise<Required<JobResult>>
}

/**
 * What one may do with a consultation. Another tenant's id throws `not_found`. What is read is what people left,
 * corrected and signed; what is not heard yet throws `not_ready`.
 */
export interface Consultations {
  /** Newest first. */
  list(tenantId: string, page: ConsultationPage): Promise<ConsultationSummary[]>
  /** Those that have all that is looked for, newest first, and where it stands. Throws `request_invalid`. */
  search(tenantId: string, wanted: Search): Promise<SearchResult>
  find(tenantId: string, id: string): Promise<ConsultationSummary>
  read(tenantId: string, id: string): Promise<VersionedRecord>
  /** The newest of its documents of a kind. */
  readDocument(tenantId: string, id: string, kind: string): Promise<VersionedNote>
  /** What is to be looked at before a document is signed, what harms most first. */
  listChecks(tenantId: string, id: string, kind: string): Promise<Checks>
  /** What was said about a question, with its items; nothing is kept. */
  ask(tenantId: string, id: string, question: string): Promise<Note>
  /** What a template would make of it; nothing is kept. */
  preview(tenantId: string, id: string, template: Omit<Template, 'id'>): Promise<Note>
  /** Who read and changed it, and how long it is kept. */
  readTrail(tenantId: string, id: string): Promise<Trail>
  /** Puts what a person says of it (who is seen, why) in place of what was said before. */
  keepVisit(tenantId: string, id: string, visit: Visit): Promise<ConsultationSummary>
  /** Every document of each consultation with its job, the oldest job's first. */
  readDocuments(tenantId: string, ids: readonly string[]): Promise<Map<string, WrittenDocument[]>>
  /** Every version of the transcript, or of a document by its kind, oldest first; number 0 is what the engine made. */
  readVersions(tenantId: string, id: string, kind?: string): Promise<Revision[]>
  /** Throws `changed_elsewhere`, as all that make a version do; a document that is signed throws `document_signed`. */
  correct(caller: Caller, id: string, change: ItemChange, seen: Seen): Promise<VersionedTranscript>
  edit(caller: Caller, id: string, content: { kind: string; sections: Section[] }, seen: Seen): Promise<VersionedNote>
  /** An earlier version once more, as the newest. */
  restoreTranscript(caller: Caller, id: string, restored: number, seen: Seen): Promise<VersionedTranscript>
  restoreDocument(caller: Caller, id: string, wanted: RestoredDocument, seen: Seen): Promise<VersionedNote>
  sign(caller: Caller, id: string, kind: string, seen: Seen): Promise<VersionedNote>
  amend(caller: Caller, id: string, addendum: { kind: string; text: string }, seen: Seen): Promise<VersionedNote>
  /** By the operator's writer, in a worker; waits for it. Throws `processing_slow`; it goes on then. */
  writeDocument(caller: Caller, wanted: WantedDocument, signal: AbortSignal): Promise<VersionedNote>
  writeAgain(caller: Caller, wanted: WantedDocument, seen: Seen, signal: AbortSignal): Promise<VersionedNote>
  /** Documents by the quickest writer of each kind; nothing is kept. */
  writeNow(transcript: Transcript, kinds: readonly string[]): Promise<Note[]>
  /** The transcript without what tells who somebody is, as far as rules know it. */
  redact(transcript: VersionedTranscript): Promise<VersionedTranscript>
  /** What happens to its newest request, until that has ended; and in its session, to who looks on. */
  follow(tenantId: string, id: string, look: Look | undefined, signal: AbortSignal): AsyncIterable<Change>
  exportDocument(tenantId: string, id: string, kind: string, format: DocumentFormat): Promise<PrintedDocument>
  /** As a FHIR document. */
  exportBundle(tenantId: string, id: string): Promise<FhirDocument>
  /** For good. */
  delete(tenantId: string, id: string): Promise<void>
  /** For everybody, but it may be returned for a while. */
  deleteForNow(caller: Caller, id: string, why: { reason: DeletionReason; by: string }): Promise<void>
  listReturnable(tenantId: string): Promise<ReturnableConsultation[]>
  returnDeleted(caller: Caller, id: string): Promise<void>
}

/** Consultations that clients begin themselves and go on with: recordings are added, and heard when it is asked. */
export interface Sessions {
  /** A consultation of this door without recordings, with what its clients tell of it; answers its id. */
  begin(tenantId: string, session: SessionIds & { details: ConsultationDetails }): Promise<string>
  /** One that was begun at this door. */
  find(tenantId: string, id: string): Promise<Consultation | undefined>
  /** Those that were begun at this door, newest first, and how many they are without the limit. */
  list(
    tenantId: string,
    filter: SessionIds & { limit: number; offset?: number },
  ): Promise<{ sessions: Consultation[]; total: number }>
  /** Sets the given details, or the patient, and leaves the others; false when there is none of this id. */
  tell(tenantId: string, id: string, change: { details?: ConsultationDetails; patientId?: string }): Promise<boolean>
  /** Keeps a recording, to be heard when a job asks for it. */
  keep(tenantId: string, id: string, recording: TimedAudio, limits: Limits): Promise<KeptRecording>
  /** The recordings of each without what was heard in them. */
  listRecordings(tenantId: string, ids: readonly string[]): Promise<Map<string, RecordingState[]>>
  /** A recording in numbered chunks, of a consultation that is there or of a new one. */
  beginSeries(tenantId: string, id?: string): Promise<ChunkSeries>
  findSeries(tenantId: string, seriesId: string): Promise<ChunkSeries | undefined>
  /** No chunk follows; a second time changes nothing. */
  finishSeries(tenantId: string, series: ChunkSeries): Promise<void>
  /** Its recordings and what was said in them, as far as it is heard: as it is looked on, without the words of its items. */
  read(tenantId: string, id: string): Promise<VersionedSession>
  /** The same once all is heard. Recordings that were only kept are begun where `beginning` says how. Throws `processing_slow`. */
  hear(tenantId: string, id: string, beginning: Beginning | undefined, signal: AbortSignal): Promise<VersionedSession>
}

/** Speech that is heard while it is said. `osler/http` has `live`, which does all of this for a socket. */
export interface Live {
  /** A place among the streams that this server hears at once, until it is let go. Throws `streams_full`. */
  claim(): Disposable
  /** Begins a recording, of a consultation that is there or of a new one. Throws what `submit` throws. */
  begin(tenantId: string, work: LiveWork, tell: (change: LiveChange) => void): Promise<LiveRecording>
  /** Goes on with one, whoever held it. Throws `stream_ended` a minute after its client was lost. */
  goOn(tenantId: string, id: string, pace: LivePace, tell: (change: LiveChange) => void): Promise<LiveRecording>
}

/** What is asked of a recording that only begins, and how its sound will come. */
export type LiveWork = Omit<WorkRequest, 'source'> & LiveOptions & { sound: LiveSound }

/** A recording that goes on. What it tells: `LiveChange`. */
export interface LiveRecording {
  readonly id: string
  readonly consultationId: string
  /** What will be heard and written when it has ended. */
  readonly job: Job
  /** How many bytes were kept when it was begun, or gone on with: the next one has this number. */
  readonly position: number
  /** Takes sound of any length, as its coding has it; resolves when there is room for more. Throws `stream_too_long`, `stream_taken_over`. */
  write(pcm: Buffer): Promise<void>
  /** Marks in the transcript that somebody pauses here, and ends what is being said. */
  pause(): Promise<void>
  /** Ends what is being said. Resolves when all that was written is kept, and told as final. */
  flush(): Promise<void>
  /** The same, and it has ended: the whole is heard once more, as an upload is, and takes the place of what was told. */
  finish(): Promise<void>
  /** Its client is gone: somebody may go on with it for a minute, then it has ended. What was told as kept is heard. */
  suspend(): Promise<void>
}

/** A recording, and when it was made where that is known. */
export interface TimedAudio {
  audio: StagedAudio
  startedAt?: Date
  endedAt?: Date
}

export interface KeptRecording {
  id: string
  position: number
  createdAt: Date
}

export interface ChunkSeries {
  id: string
  consultationId: string
  isFinished: boolean
}

/** Recordings that come in parts. */
export interface Uploads {
  begin(tenantId: string, lengthBytes: number): Promise<string>
  find(tenantId: string, id: string): Promise<UploadInParts | undefined>
  /** Keeps the next part; answers the new offset. Throws `offset_wrong`. */
  add(upload: UploadInParts, offsetBytes: number, stream: Readable): Promise<number>
  /** Stages the recording that the parts make; refuses as `ingest` does, and while parts are missing. */
  stage(upload: UploadInParts, maxBytes: number): Promise<StagedAudio>
  /** Remembers the consultation that it became, and lets its parts go. */
  close(upload: UploadInParts, consultationId: string): Promise<void>
  delete(upload: UploadInParts): Promise<void>
}

/** Letters and pictures. */
export interface Attachments {
  /** Streams one into the blob store; refuses what is too large or none. */
  keep(stream: Readable, maxBytes: number): Promise<Attachment>
  discard(key: string): Promise<void>
}

export interface Attachment {
  key: string
  bytes: number
  sha256: string
  type: string
}

/** What a tenant keeps for all doors: its templates, the words that its recordings may hold, and heads of letters. */
export interface Lists {
  templates: List<Template>
  vocabularies: List<Vocabulary>
  letterheads: List<Letterhead>
}

/** Things of one sort under ids, of the tenant's own or given here. */
export interface List<Thing extends { id: string } = { id: string }> {
  add(tenantId: string, content: Omit<Thing, 'id'>): Promise<Thing>
  find(tenantId: string, id: string): Promise<Thing | undefined>
  /** Newest first. */
  read(tenantId: string): Promise<Thing[]>
  /** Puts it in the place of what has its id; true when nothing had. */
  put(tenantId: string, thing: Thing): Promise<boolean>
  /** False when there is none of this id. */
  delete(tenantId: string, id: string): Promise<boolean>
}

/** Things of one sort that a door keeps in its own words. */
export interface Collection<Data extends object = Record<string, unknown>> {
  /** Undefined when the key is taken. */
  insert(tenantId: string, record: NewRecord<Data>): Promise<StoredRecord<Data> | undefined>
  find(tenantId: string, id: string): Promise<StoredRecord<Data> | undefined>
  findByKey(tenantId: string, key: string): Promise<StoredRecord<Data> | undefined>
  /** Newest first. */
  list(tenantId: string, filter?: RecordFilter): Promise<StoredRecord<Data>[]>
  /** How many there are. */
  count(tenantId: string, filter?: Pick<RecordFilter, 'userId' | 'orNobodys'>): Promise<number>
  /** Sets the given fields and leaves the others; undefined when there is none of this id. */
  update(tenantId: string, id: string, data: Partial<Data>): Promise<StoredRecord<Data> | undefined>
  /** With the attachments that belong to them; answers how many there were. */
  delete(tenantId: string, ids: readonly string[]): Promise<number>
}

export interface NewRecord<Data extends object = Record<string, unknown>> {
  data: Data
  /** Unique in the tenant's collection. */
  key?: string | undefined
  /** The record goes when this consultation goes, and so does the attachment. */
  consultationId?: string | undefined
  /** An attachment that belongs to it. */
  blobKey?: string | undefined
  /** Whose it is, where it is asked for by that: an id, since it is not sealed. */
  userId?: string | undefined
}

/** A collection of the door by its name. */
export type Records = <Data extends object = Record<string, unknown>>(collection: string) => Collection<Data>

/** What a token says: enum words, ids, and what its holder may know. */
export type Claims = Record<string, string>

/** Tokens that prove by themselves whose they are, until they expire. */
export interface Tokens {
  sign(claims: Claims, lifetimeSeconds: number): Promise<{ token: string; expiresAt: Date }>
  /** What a token of this server says; undefined when it is none, or has expired. */
  read(token: string): Promise<Claims | undefined>
  /** The key that a token was made with, which must still be valid. Throws `key_wrong`. */
  findKey(id: string): Promise<{ id: string; tenantId: string }>
  /** The id of the client that signed an assertion (RFC 7523) for one of these addresses, once. Throws `key_wrong`. */
  checkAssertion(assertion: string, audiences: readonly string[]): Promise<string>
  /** Notes that a token was used which may be used once; false where it was used before. */
  spend(id: string, endsAt: Date): Promise<boolean>
  /** Whether a user's token that was made then was ended since. */
  isEnded(tenantId: string, userId: string, madeAt: Date): Promise<boolean>
}

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
