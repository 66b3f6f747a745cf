import { type Kysely, sql } from 'kysely'

/** Recordings that go on: who holds one, and the pieces of sound that it has so far. Both go when it is whole. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('live_recordings')
    .addColumn('recording_id', 'uuid', (column) => column.primaryKey().references('recordings.id').onDelete('cascade'))
    .addColumn('job_id', 'uuid', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('sample_rate', 'integer', (column) => column.notNull())
    .addColumn('channels', 'integer', (column) => column.notNull())
    .addColumn('holder', 'uuid', (column) => column.notNull())
    .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('ended_at', 'timestamptz')
    .execute()
  await schema
    .createTable('live_pieces')
    .addColumn('recording_id', 'uuid', (column) =>
      column.notNull().references('live_recordings.recording_id').onDelete('cascade'),
    )
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('blob_key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('live_pieces_key', ['recording_id', 'position'])
    .execute()
  await schema.createIndex('live_pieces_by_blob').on('live_pieces').column('blob_key').execute()
}
