import { type Kysely, sql } from 'kysely'

/** Each line of the audit trail carries the hash of the one before it. Lines from before this have none and are not checked. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('audit')
    .addColumn('number', 'bigserial', (column) => column.notNull().unique())
    .addColumn('key_id', 'text', (column) => column.notNull().defaultTo(sql`''`))
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo(sql`''`))
    .addColumn('hash', 'text', (column) => column.notNull().defaultTo(sql`''`))
    .execute()
}
