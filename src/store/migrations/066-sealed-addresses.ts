import { type Kysely, sql } from 'kysely'

/**
 * Where a recording is to be fetched from, as a text that is sealed. What waits to be fetched keeps its address where it
 * stands, for a process of before that has its job.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table recordings add source jsonb`.execute(db)
  await sql`
    update recordings set source = jsonb_build_object('address', address), address = null where address is not null
      and not exists (select from jobs where jobs.recording_id = recordings.id and jobs.status = 'ongoing')`.execute(db)
}
