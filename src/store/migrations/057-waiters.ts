import { type Kysely, sql } from 'kysely'

/** How many wait for the answer of a job whose id nobody is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table jobs add waiters integer not null default 0`.execute(db)
}
