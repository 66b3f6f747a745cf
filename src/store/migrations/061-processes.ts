import { type Kysely, sql } from 'kysely'

/** The processes that share this database, and what each has done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table processes (
      id uuid primary key, host text not null, version text not null, tasks text not null, workers integer not null,
      cores integer not null, engines text not null, core_seconds float8 not null, cores_busy float8 not null,
      heard_seconds float8 not null, clock_ahead_ms integer not null, started_at timestamptz not null default now(),
      seen_at timestamptz not null default now(), is_ended boolean not null default false)`.execute(db)
}
