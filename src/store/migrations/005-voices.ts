import { type Kysely, sql } from 'kysely'

/** What the voices of a recording sound like, so that they are known again in the next segment of a consultation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('transcripts')
    .addColumn('voices', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
    .execute()
}
