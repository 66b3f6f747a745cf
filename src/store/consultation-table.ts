import type { ColumnType, Generated } from 'kysely'
import type { ConsultationDetails } from '../domain/consultation.ts'
import type { DeletionReason } from '../domain/set-aside.ts'
import type { Visit } from '../domain/visit.ts'
import type { ConsultationRows } from './consultation-rows.ts'
import type { Json } from './json-column.ts'

export interface ConsultationTable {
  id: string
  tenant_id: string
  details: Json<ConsultationDetails>
  /** Through which door it was begun as a session, '' where it was not; null until it was carried over. */
  door: string | null
  /** The user whose session it is, and the patient: ids by which sessions are found, since SQL cannot look into details. */
  user_id: string | null
  patient_id: string | null
  visit: ColumnType<Visit, string | undefined, string>
  /** By which the visits of one patient are found: a keyed hash of what tells who it is. */
  patient_hash: string | null
  created_at: Generated<Date>
}

/** What a consultation is found by. */
export interface SearchableTable {
  consultation_id: string
  tenant_id: string
  /** Rises with every change of its words. */
  mark: Generated<number>
  /** Which secret the hashes were made with; null while they are not of what stands. */
  made_with: string | null
  /** Keyed hashes of 64 bits, as PostgreSQL writes arrays. */
  words: Generated<string>
}

/** A consultation that was deleted and may be returned. */
export interface SetAsideTable {
  id: string
  tenant_id: string
  begun_at: Date
  at: Generated<Date>
  reason: DeletionReason
  /** Who deleted it, and what it is called. */
  about: Json<{ by: string; title?: string }>
  content: Json<ConsultationRows>
  blob_keys: string[]
}
