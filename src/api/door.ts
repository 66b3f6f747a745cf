import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Peaks } from '../domain/audio.ts'
import type { SignCallback } from '../domain/callback.ts'
import type { JobResult, Session } from '../domain/consultation.ts'
import type { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { LanguageTag } from '../domain/language.ts'
import type { Note } from '../domain/note.ts'
import type { Orphans } from '../domain/orphans.ts'
import type { Sound } from '../domain/sound.ts'
import type { DurationLimits, Limits, StagedAudio, Submission } from '../domain/submission.ts'
import type { DraftLine, Transcript } from '../domain/transcript.ts'
import type { Tokens } from '../platform/tokens.ts'
import type { Config } from '../server/settings.ts'
import type { NewRecording } from '../store/recordings.ts'
import type { Handle } from '../store/tables.ts'
import type { UploadInParts } from '../store/uploads.ts'
import type { FixedSecrets } from './http/auth.ts'
import type { JobEvents } from './http/job-events.ts'

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

/** Everything a door may use: it never meets an engine, ffmpeg or SQL of its own. */
export interface DoorDependencies {
  config: Config
  db: Handle
  events: JobEvents
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
  /** What is heard so far of a job under way, in time order. */
  readDraft(jobId: string): Promise<DraftLine[]>
  /** A consultation's recordings and what they say together, so far. */
  readSession(tenantId: string, consultationId: string): Promise<Session>
  /** Documents from a transcript, by the quickest writer of each kind; nothing is stored. */
  writeNow(transcript: Transcript, kinds: readonly string[]): Promise<Note[]>
  /** The recording's bytes as they came. Throws `not_found`. */
  playRecording(tenantId: string, recordingId: string): Promise<Sound>
  /** All recordings of a session on one timeline. Throws what decoding throws. */
  playSession(tenantId: string, session: Session, limits: DurationLimits, signal: AbortSignal): Promise<Sound>
  /** What a recording, or all of a session, looks like when it is drawn. Throws `not_found`, and what decoding throws. */
  drawSound(tenantId: string, what: string | Session, limits: DurationLimits, signal: AbortSignal): Promise<Peaks>
  /** The transcript without what tells who somebody is, as far as rules know it. */
  redact<Value extends Transcript>(transcript: Value): Value
  /** Tokens that prove by themselves whose they are, until they expire. */
  tokens: Tokens
  /** Secrets that are configured rather than stored: who checks a token needs them. */
  secrets: FixedSecrets
  deleteConsultation(tenantId: string, consultationId: string): Promise<boolean>
  retry(jobId: string): Promise<Job>
  redeliver(jobId: string): Promise<Job>
  /** What database and store say of one another that is not so; `repair` mends it. */
  findOrphans(): Promise<Orphans>
  repair(): Promise<Orphans>
  /** Copies everything into a folder of this machine that is not there yet. Throws `backup_failed`. */
  backUp(folder: string): Promise<{ madeAt: string }>
}

export interface FormattedError {
  status: number
  body: unknown
}

/** One vendor's way to ask and to be answered. Adding a door: a folder with these, and one line in doors.ts. */
export interface Door {
  /** Mounts the routes; every one of them is behind a key unless it says otherwise. */
  routes(app: App, dependencies: DoorDependencies): void
  /** An error in the vendor's body. */
  formatError(error: OslerError, requestId: string): FormattedError
  /** What a finished job posts to its callback. */
  formatCallback(result: JobResult): unknown
  /** The vendor's own signature beside that of Standard Webhooks. */
  signCallback?: SignCallback
}
