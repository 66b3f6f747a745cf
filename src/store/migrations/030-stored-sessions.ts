import { type Kysely, sql } from 'kysely'

/**
 * What a session says, one row an item and one a voice. Sessions of before have none yet: their texts may be sealed, which
 * SQL cannot open, so they are carried over when they are first read or added to.
 */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('sessions')
    .addColumn('id', 'uuid', (column) => column.primaryKey().references('consultations.id').onDelete('cascade'))
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('session_items')
    .addColumn('session_id', 'uuid', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('recording_id', 'uuid', (column) => column.notNull().references('recordings.id').onDelete('cascade'))
    .addColumn('start_ms', 'integer', (column) => column.notNull())
    .addColumn('end_ms', 'integer', (column) => column.notNull())
    .addColumn('voice', 'text')
    .addColumn('content', 'jsonb', (column) => column.notNull())
    .addColumn('merged_into', 'text')
    .addPrimaryKeyConstraint('session_items_key', ['session_id', 'id'])
    .addUniqueConstraint('session_items_by_sequence', ['session_id', 'sequence'])
    .execute()
  await schema.createIndex('session_items_by_recording').on('session_items').column('recording_id').execute()
  await schema
    .createTable('session_voices')
    .addColumn('session_id', 'uuid', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('speaker_confidence', 'double precision')
    .addColumn('embedding', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .addPrimaryKeyConstraint('session_voices_key', ['session_id', 'label'])
    .execute()
  await schema.alterTable('recordings').addColumn('is_punctuated', 'boolean').execute()
}
