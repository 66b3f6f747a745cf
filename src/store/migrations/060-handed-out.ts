import { type Kysely, sql } from 'kysely'

/** What goes before what; since when the queue has a job's task, and since when it is worked on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table jobs add priority smallint not null default 0, add rank integer not null default 0,
      add queued_at timestamptz, add begun_at timestamptz`.execute(db)
  await sql`update jobs set queued_at = created_at where status = 'ongoing'`.execute(db)
}
