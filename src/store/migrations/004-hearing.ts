import { type Kysely, sql } from 'kysely'

/** How a recording is to be heard: number of speakers, words of one's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('jobs')
    .addColumn('hearing', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .execute()
}
