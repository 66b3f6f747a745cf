import type { Generated, JSONColumnType, Kysely, Transaction } from 'kysely'
import type { Delivery, JobError, JobStatus } from '../domain/job.ts'
import type { Section } from '../domain/note.ts'
import type { Container, DurationLimits, Submission } from '../domain/submission.ts'
import type { Scope } from '../domain/tenant.ts'
import type { Item, Warning, Word } from '../domain/transcript.ts'

/** What store functions take first: the database itself, or a transaction of it. */
export type Handle = Kysely<Tables> | Transaction<Tables>

// Arrays need JSON text on the way in: the drivers would send them as PostgreSQL arrays.
type Json<Value extends object> = JSONColumnType<Value, string, string>

interface TenantTable {
  id: string
  /** Signs the callbacks of this tenant (Standard Webhooks). */
  callback_secret: string
  created_at: Generated<Date>
}

interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  secret_hash: string
  scopes: Json<Scope[]>
  created_at: Generated<Date>
  last_used_at: Date | null
  expires_at: Date | null
  revoked_at: Date | null
}

interface ConsultationTable {
  id: string
  tenant_id: string
  created_at: Generated<Date>
}

interface RecordingTable {
  id: string
  tenant_id: string
  consultation_id: string
  blob_key: string
  bytes: number
  sha256: string
  container: Container
  created_at: Generated<Date>
}

interface JobTable {
  id: string
  tenant_id: string
  consultation_id: string
  recording_id: string
  door: string
  status: Generated<JobStatus>
  progress: Generated<number>
  error: Json<JobError> | null
  /** Tries that ended in an error which may pass. */
  attempts: Generated<number>
  language: string
  kinds: Json<string[]>
  limits: Json<DurationLimits>
  echo: Json<Submission['echo']>
  duration_ms: number | null
  callback_url: string | null
  delivery: Delivery | null
  client_request_id: string | null
  /** Of the submission, so that a repeated client request id can be told from a reused one. */
  fingerprint: string
  created_at: Generated<Date>
  finished_at: Date | null
}

/** Recognised stretches of jobs under way; gone once the transcript is there. */
interface StretchTable {
  job_id: string
  engine: string
  model: string
  channel: number
  start_ms: number
  end_ms: number
  words: Json<Word[]>
}

interface TranscriptTable {
  consultation_id: string
  tenant_id: string
  language: string
  duration_ms: number
  engine: string
  model: string
  items: Json<Item[]>
  warnings: Json<Warning[]>
}

interface NoteTable {
  consultation_id: string
  tenant_id: string
  kind: string
  title: string
  language: string
  sections: Json<Section[]>
  writer: string
  warnings: Json<Warning[]>
  /** The order in which the documents were asked for. */
  position: number
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
  tenant_id: string
  at: Generated<Date>
  action: string
  subject: string
}

export interface Tables {
  tenants: TenantTable
  api_keys: ApiKeyTable
  consultations: ConsultationTable
  recordings: RecordingTable
  jobs: JobTable
  stretches: StretchTable
  transcripts: TranscriptTable
  notes: NoteTable
  delivery_attempts: DeliveryAttemptTable
  audit: AuditTable
}
