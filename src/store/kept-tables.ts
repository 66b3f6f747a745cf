import type { Generated } from 'kysely'
import type { Json } from './json-column.ts'

// What tenants and doors keep beside consultations.

/** Templates, vocabularies, or letterheads: what a tenant keeps for all doors, under ids of its own or of ours. */
export interface ListTable {
  tenant_id: string
  id: string
  content: Json<Record<string, unknown>>
  created_at: Generated<Date>
}

/** A file that comes in parts. */
export interface UploadTable {
  id: string
  tenant_id: string
  length_bytes: number
  /** What it became. */
  consultation_id: string | null
  created_at: Generated<Date>
}

export interface UploadPartTable {
  upload_id: string
  offset_bytes: number
  bytes: number
  blob_key: string
}

/** An answer that is given again to who asks again with the same idempotency key. */
export interface KeptAnswerTable {
  tenant_id: string
  key: string
  /** Of what was asked. */
  fingerprint: string
  /** Null while it is being made. */
  answer: Json<object> | null
  created_at: Generated<Date>
}

/** What a door keeps beside consultations, in its own words: users, patient profiles, …. */
export interface RecordTable {
  id: string
  tenant_id: string
  collection: string
  /** Unique in the collection of a tenant, where there is one. */
  key: string | null
  consultation_id: string | null
  /** The user whose it is, where it is asked for by that. */
  user_id: string | null
  data: Json<Record<string, unknown>>
  blob_key: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}
