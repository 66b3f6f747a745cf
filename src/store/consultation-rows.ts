import { sql } from 'kysely'
import { SEALED_COLUMNS } from './sealed/seal-all-texts.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle, Tables } from './tables.ts'

type Owner = 'consultation' | 'job' | 'recording'

/**
 * By which column a table's rows belong to a consultation, to its jobs or to its recordings. Each table stands here, so that
 * a new one has to say whether it can hold something of a patient; in an order in which their rows may be written.
 */
const BELONGS_TO: Record<keyof Tables, [Owner, string] | undefined> = {
  consultations: ['consultation', 'id'],
  series: ['consultation', 'consultation_id'],
  recordings: ['consultation', 'consultation_id'],
  jobs: ['consultation', 'consultation_id'],
  live_recordings: ['recording', 'recording_id'],
  live_pieces: ['recording', 'recording_id'],
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
  // Hashes of words that the other rows have; rows that were taken out of the other tables.
  searchable: undefined,
  set_aside: undefined,
  // These are of tenants, keys, accounts and the server; the audit trail holds ids, and stays.
  tenants: undefined,
  templates: undefined,
  vocabularies: undefined,
  letterheads: undefined,
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

/** Rows of one statement: it takes 65,535 values. */
const AT_ONCE = 1000

/**
 * Writes the rows of a consultation that were read once, sealed again where they are; what was under way waits to be begun
 * anew. A client's own id that names another request by now names that one.
 */
export async function insertConsultationRows(trx: Handle, rows: ConsultationRows): Promise<void> {
  const columns = await listJsonColumns(trx)
  for (const table of Object.keys(BELONGS_TO) as (keyof Tables)[]) {
    const written = rows[table] ?? []
    if (table === 'jobs') await dropTakenIds(trx, written)
    const values = written.map((row) => toStored(table, row, columns))
    for (let at = 0; at < values.length; at += AT_ONCE)
      await trx
        .insertInto(table)
        .values(values.slice(at, at + AT_ONCE) as never)
        .execute()
  }
}

/** As `table column`. */
async function listJsonColumns(db: Handle): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select table_name || ' ' || column_name as name from information_schema.columns
    where table_schema = current_schema() and data_type = 'jsonb'`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** The drivers would send arrays as PostgreSQL's. */
function toStored(table: keyof Tables, row: Record<string, unknown>, jsonColumns: ReadonlySet<string>) {
  const isSealed = (column: string) => SEALED_COLUMNS.some((sealed) => sealed[0] === table && sealed[1] === column)
  const store = ([column, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || !jsonColumns.has(`${table} ${column}`)) return [column, value]
    return [column, isSealed(column) ? confidential(value) : JSON.stringify(value)]
  }
  return Object.fromEntries(Object.entries(row).map(store))
}

async function dropTakenIds(trx: Handle, jobs: Record<string, unknown>[]): Promise<void> {
  for (const job of jobs) {
    if (job.status === 'ongoing') Object.assign(job, { queued_at: null, begun_at: null })
    for (const column of ['client_request_id', 'idempotency_key'] as const) {
      if (job[column] === null) continue
      const same = trx.selectFrom('jobs').select('id').where('tenant_id', '=', String(job.tenant_id))
      if (await same.where(column, '=', String(job[column])).executeTakeFirst()) job[column] = null
    }
  }
}
