import type { Kysely } from 'kysely'

/** How each task of the upkeep went the last time. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('upkeep')
    .addColumn('task', 'text', (column) => column.primaryKey())
    .addColumn('succeeded_at', 'timestamptz')
    .addColumn('failing_since', 'timestamptz')
    .addColumn('failure', 'text')
    .execute()
}
