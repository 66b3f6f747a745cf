import type { Kysely } from 'kysely'

/** What tells this database from others, and which files nothing named when they were last looked at. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('installation')
    .addColumn('only', 'boolean', (column) => column.primaryKey().defaultTo(true))
    .addColumn('id', 'uuid', (column) => column.notNull())
    .addColumn('latest_seen_at', 'timestamptz')
    .execute()
  await schema
    .createTable('orphans')
    .addColumn('blob_key', 'text', (column) => column.primaryKey())
    .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
    .execute()
}
