import type { Generated, Kysely, Transaction } from 'kysely'
import type { ErrorCode } from '../domain/errors.ts'
import type { Delivery, JobError, JobStatus, WorkTask } from '../domain/job.ts'
import type { Section } from '../domain/note.ts'
import type { Amendment, DoorState, HearingOptions, Limits, NoteOptions } from '../domain/submission.ts'
import type { Scope } from '../domain/tenant.ts'
import type { Item, Speaker, Word } from '../domain/transcript.ts'
import type { UpkeepTask } from '../domain/upkeep.ts'
import type { Warning } from '../domain/warnings.ts'
import type { AccountTables } from './account-tables.ts'
import type { ConsultationTable, SearchableTable, SetAsideTable } from './consultation-table.ts'
import type { Json } from './json-column.ts'
import type { KeptAnswerTable, ListTable, RecordTable, UploadPartTable, UploadTable } from './kept-tables.ts'
import type { ProcessTable } from './process-table.ts'
import type { LivePieceTable, LiveRecordingTable, RecordingTable, SeriesTable } from './recording-tables.ts'

/** What store functions take first: the database itself, or a transaction of it. */
export type Handle = Kysely<Tables> | Transaction<Tables>

/** Runs the work in the caller's transaction, or in one of its own. */
export const inTransaction = <Value>(db: Handle, work: (trx: Handle) => Promise<Value>): Promise<Value> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

interface TenantTable {
  id: string
  /** Signs the callbacks of this tenant (Standard Webhooks). */
  callback_secret: string
  /** The secrets before, with spaces between them, the newest first; they sign along until then. */
  old_callback_secret: string | null
  old_callback_secret_until: Date | null
  created_at: Generated<Date>
}

interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  /** Of a key that is sent as it is. */
  secret_hash: string | null
  /** Of a client that signs assertions with its private key instead (PEM). */
  public_key: string | null
  scopes: Json<Scope[]>
  created_at: Generated<Date>
  last_used_at: Date | null
  expires_at: Date | null
  revoked_at: Date | null
}

interface JobTable {
  id: string
  tenant_id: string
  consultation_id: string
  recording_id: string | null
  door: string
  status: Generated<JobStatus>
  progress: Generated<number>
  error: Json<JobError> | null
  /** Tries that ended in an error which may pass. */
  attempts: Generated<number>
  language: string
  kinds: Json<string[]>
  hearing: Json<HearingOptions>
  note_options: Json<NoteOptions>
  limits: Json<Limits>
  echo: Json<DoorState>
  duration_ms: number | null
  callback_url: string | null
  delivery: Delivery | null
  client_request_id: string | null
  idempotency_key: string | null
  /** Of a job that adds to what an earlier one made. */
  amendment: Json<Amendment> | null
  task: Generated<WorkTask>
  /** As in `PRIORITY`; of equal ones a lower rank goes first. */
  priority: Generated<number>
  rank: Generated<number>
  /** Null of one that waits here, and not in the queue. */
  queued_at: Date | null
  begun_at: Date | null
  /** Who wait for its answer, where nobody is told its id. */
  waiters: Generated<number>
  /** Of the submission, so that a repeated client request id can be told from a reused one. */
  fingerprint: string
  created_at: Generated<Date>
  finished_at: Date | null
}

/** Recognised speech segments of jobs under way; gone once the transcript is there. */
interface SegmentTable {
  job_id: string
  engine: string
  model: string
  channel: number
  start_ms: number
  end_ms: number
  words: Json<Word[]>
  language: string | null
}

/** Embeddings stand under the name that they had before. */
interface StoredVoice {
  label: string
  print: number[]
  speechMs: number
}

export interface StoredEmbedding {
  print: number[]
  recordings: number
}

interface TranscriptTable {
  job_id: string
  consultation_id: string
  tenant_id: string
  language: string
  duration_ms: number
  engine: string
  model: string
  items: Json<Item[]>
  voices: Json<StoredVoice[]>
  warnings: Json<Warning[]>
}

/** Under the lock of its row a session's changes are numbered, one after the other. */
interface SessionTable {
  /** Its consultation's. */
  id: string
  tenant_id: string
  /** The number of its last change. */
  sequence: Generated<number>
}

interface SessionItemTable {
  session_id: string
  id: string
  /** The number of its last change. */
  sequence: number
  /** In which it begins; its times are that recording's. */
  recording_id: string
  start_ms: number
  end_ms: number
  /** The label of its voice. */
  voice: string | null
  content: Json<Pick<Item, 'text' | 'words' | 'printedFrom' | 'confidence'>>
  /** The item that took it in. */
  merged_into: string | null
}

interface SessionVoiceTable {
  session_id: string
  label: string
  sequence: number
  speaker: Speaker
  speaker_confidence: number | null
  /** `{}` of a voice that is told by its channel. */
  embedding: Json<Partial<StoredEmbedding>>
}

interface NoteTable {
  job_id: string
  consultation_id: string
  tenant_id: string
  kind: string
  title: string
  language: string
  sections: Json<Section[]>
  writer: string
  unsupported_share: number | null
  warnings: Json<Warning[]>
  /** The order in which the documents were asked for. */
  position: number
}

/** What people made of a transcript or document: every version since the engine's, which is number 0. */
interface RevisionTable {
  id: string
  tenant_id: string
  consultation_id: string
  /** `transcript`, or the kind of a document. */
  subject: string
  version: number
  content: Json<Item[] | Section[]>
  /** Who changed it, as they called themselves. */
  author: string
  /** The engine that wrote it, where a person did not. */
  writer: string | null
  key_id: string
  is_signed: boolean
  created_at: Generated<Date>
}

interface DeliveryAttemptTable {
  id: string
  job_id: string
  at: Generated<Date>
  status: number | null
  outcome: string
}

/** PATIENT DATA: ids only; the lines outlive what they are about. */
interface AuditTable {
  id: string
  number: Generated<string>
  tenant_id: string
  key_id: string
  at: Date
  origin: string
  action: string
  subject: string
  /** Of the line before and this one; empty for lines from before there were hashes. */
  hash: string
  user_id: Generated<string>
  status: number | null
  /** Of the process that wrote it, and the place in it. */
  chain: string | null
  position: number | null
}

/** How each task of the upkeep went the last time, over all processes. */
interface UpkeepTable {
  task: UpkeepTask
  succeeded_at: Date | null
  /** Both are there while it fails. */
  failing_since: Date | null
  failure: ErrorCode | null
}

/** One row: what tells this database from others. */
interface InstallationTable {
  only: Generated<boolean>
  id: string
  /** The latest time at which anything was kept or deleted by the clock. */
  latest_seen_at: Date | null
  /** The master key that seals what comes, as eight bytes in hexadecimal. */
  sealed_with: string | null
}

/** Files that no row named, since when: what is found so again a day later goes. */
type OrphanTable = Record<'blob_key', string> & Record<'seen_at', Date>

/** Tokens that may be used once and were. */
type SpentTokenTable = Record<'id', string> & Record<'ends_at', Date>

/** Until when a user's tokens are ended. */
interface EndedTokenTable {
  tenant_id: string
  user_id: string
  ended_at: Date
}

export interface Tables extends AccountTables {
  tenants: TenantTable
  api_keys: ApiKeyTable
  consultations: ConsultationTable
  searchable: SearchableTable
  set_aside: SetAsideTable
  recordings: RecordingTable
  series: SeriesTable
  live_recordings: LiveRecordingTable
  live_pieces: LivePieceTable
  jobs: JobTable
  stretches: SegmentTable
  transcripts: TranscriptTable
  sessions: SessionTable
  session_items: SessionItemTable
  session_voices: SessionVoiceTable
  notes: NoteTable
  revisions: RevisionTable
  delivery_attempts: DeliveryAttemptTable
  records: RecordTable
  templates: ListTable
  vocabularies: ListTable
  letterheads: ListTable
  uploads: UploadTable
  upload_parts: UploadPartTable
  kept_answers: KeptAnswerTable
  audit: AuditTable
  upkeep: UpkeepTable
  installation: InstallationTable
  processes: ProcessTable
  orphans: OrphanTable
  spent_tokens: SpentTokenTable
  ended_tokens: EndedTokenTable
}
