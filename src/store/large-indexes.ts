import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Indexes of tables that grow with every consultation. They are made behind the migrations, while processes read and write:
 * in a migration they would stop all writing for as long as the table is read.
 */
const LARGE_INDEXES: Record<string, string> = {
  audit_by_subject: 'on audit (subject, number)',
  jobs_under_way: `on jobs (tenant_id, task, queued_at, id) where status = 'ongoing'`,
  jobs_begun: `on jobs (task, priority, rank) where status = 'ongoing' and begun_at is not null`,
}

/** One process makes them; this number is nobody else's. */
const LOCK = 1_849_072
const LOOK_AGAIN_MS = 500

/** Makes those that are not there, or that a process which died left half made. */
export async function makeLargeIndexes(db: Kysely<Tables>): Promise<void> {
  if ((await listMissing(db)).length === 0) return
  await db.connection().execute(async (own) => {
    // Who waits for the lock in a statement is waited for by the making of an index.
    while (!(await isLocked(own))) await sleep(LOOK_AGAIN_MS)
    try {
      await sql`select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`.execute(own)
      for (const name of await listMissing(own)) {
        await sql`drop index concurrently if exists ${sql.id(name)}`.execute(own)
        await sql`create index concurrently ${sql.id(name)} ${sql.raw(LARGE_INDEXES[name] ?? '')}`.execute(own)
      }
    } finally {
      await sql`reset statement_timeout`.execute(own)
      await sql`reset lock_timeout`.execute(own)
      await sql`select pg_advisory_unlock(${LOCK})`.execute(own)
    }
  })
}

async function isLocked(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ is_locked: boolean }>`select pg_try_advisory_lock(${LOCK}) as is_locked`.execute(db)
  return rows[0]?.is_locked === true
}

async function listMissing(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
    where indisvalid and relnamespace = current_schema()::regnamespace`.execute(db)
  const whole = new Set(rows.map(({ name }) => name))
  return Object.keys(LARGE_INDEXES).filter((name) => !whole.has(name))
}
