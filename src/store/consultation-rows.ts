import { sql } from 'kysely'
import type { Handle, Tables } from './tables.ts'

type Owner = 'consultation' | 'job' | 'recording'

/**
 * By which column a table's rows belong to a consultation, to its jobs or to its recordings. Each table stands here, so that
 * a new one has to say whether it can hold something of a patient.
 */
const BELONGS_TO: Record<keyof Tables, [Owner, string] | undefined> = {
  consultations: ['consultation', 'id'],
  recordings: ['consultation', 'consultation_id'],
  series: ['consultation', 'consultation_id'],
  live_recordings: ['recording', 'recording_id'],
  live_pieces: ['recording', 'recording_id'],
  jobs: ['consultation', 'consultation_id'],
  stretches: ['job', 'job_id'],
  transcripts: ['consultation', 'consultation_id'],
  sessions: ['consultation', 'id'],
  session_items: ['consultation', 'session_id'],
  session_voices: ['consultation', 'session_id'],
  notes: ['consultation', 'consultation_id'],
  revisions: ['consultation', 'consultation_id'],
  delivery_attempts: ['job', 'job_id'],
  records: ['consultation', 'consultation_id'],
  uploads: ['consultation', 'consultation_id'],
  // These are of tenants, keys, accounts and the server; the audit trail holds ids, and stays.
  tenants: undefined,
  templates: undefined,
  vocabularies: undefined,
  upload_parts: undefined,
  kept_answers: undefined,
  api_keys: undefined,
  accounts: undefined,
  account_sessions: undefined,
  passkeys: undefined,
  sign_in_attempts: undefined,
  audit: undefined,
  upkeep: undefined,
  installation: undefined,
  orphans: undefined,
  spent_tokens: undefined,
  ended_tokens: undefined,
  processes: undefined,
}

export type ConsultationRows = Partial<Record<keyof Tables, Record<string, unknown>[]>>

/** All rows that belong to a consultation, opened where they were sealed, by their table. */
export async function readConsultationRows(db: Handle, tenantId: string, id: string): Promise<ConsultationRows> {
  const own = sql`consultation_id = ${id} and tenant_id = ${tenantId}`
  const ids: Record<Owner, ReturnType<typeof sql>> = {
    consultation: sql`select id from consultations where id = ${id} and tenant_id = ${tenantId}`,
    job: sql`select id from jobs where ${own}`,
    recording: sql`select id from recordings where ${own}`,
  }
  const rows: ConsultationRows = {}
  for (const [table, belongs] of Object.entries(BELONGS_TO)) {
    if (belongs === undefined) continue
    const [owner, column] = belongs
    const query = sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where ${sql.ref(column)} in (${ids[owner]})`
    const found = (await query.execute(db)).rows
    if (found.length > 0) rows[table as keyof Tables] = found
  }
  return rows
}
