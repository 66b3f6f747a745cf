import { type Kysely, sql } from 'kysely'

/** Where somebody paused a recording, in its own milliseconds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table recordings add pauses_ms integer[] not null default '{}'`.execute(db)
}
