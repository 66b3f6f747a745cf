import { type Kysely, sql } from 'kysely'

/** Every version of a transcript or document that a person made. A version is written once: who comes second has a conflict. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('revisions')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'jsonb', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('is_signed', 'boolean', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addUniqueConstraint('revision_is_written_once', ['consultation_id', 'subject', 'version'])
    .execute()
}
