import { type Kysely, sql } from 'kysely'

const NOW = sql`now()`

/**
 * Consultations of several recordings, recordings in numbered segments, jobs that begin with words or with an address.
 * Transcripts and notes belong to the job that they came of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await consultations(db)
  await recordings(db)
  await jobs(db)
  await results(db)
  await clients(db)
}

async function consultations({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('consultations')
    .addColumn('details', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .execute()
}

async function recordings({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('series')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('finished_at', 'timestamptz')
    .execute()
  await schema.createIndex('series_by_consultation').on('series').column('consultation_id').execute()
  // A recording that is still to be fetched has an address in place of a blob.
  for (const column of ['blob_key', 'bytes', 'sha256', 'container']) {
    await schema
      .alterTable('recordings')
      .alterColumn(column, (alter) => alter.dropNotNull())
      .execute()
  }
  await schema
    .alterTable('recordings')
    .addColumn('address', 'text')
    .addColumn('series_id', 'uuid', (column) => column.references('series.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('started_at', 'timestamptz')
    .addColumn('ended_at', 'timestamptz')
    .addColumn('overlap_before_ms', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('overlap_after_ms', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('recordings').addUniqueConstraint('recordings_by_series', ['series_id', 'position']).execute()
}

async function jobs({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('jobs')
    .alterColumn('recording_id', (column) => column.dropNotNull())
    .addColumn('note_options', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .addColumn('idempotency_key', 'text')
    .addColumn('task', 'text', (column) => column.notNull().defaultTo('run'))
    .execute()
  await schema
    .alterTable('jobs')
    .addUniqueConstraint('jobs_by_idempotency_key', ['tenant_id', 'idempotency_key'])
    .execute()
  await schema.createIndex('jobs_by_recording').on('jobs').column('recording_id').execute()
}

async function results(db: Kysely<unknown>): Promise<void> {
  for (const table of ['transcripts', 'notes']) {
    await db.schema
      .alterTable(table)
      .addColumn('job_id', 'uuid', (column) => column.references('jobs.id').onDelete('cascade'))
      .execute()
    const name = sql.table(table)
    await sql`update ${name} set job_id = jobs.id from jobs where jobs.consultation_id = ${name}.consultation_id`.execute(
      db,
    )
  }
  await sql`alter table transcripts drop constraint transcripts_pkey, add primary key (job_id)`.execute(db)
  await sql`alter table notes drop constraint notes_key, add primary key (job_id, position)`.execute(db)
  await db.schema.createIndex('transcripts_by_consultation').on('transcripts').column('consultation_id').execute()
  await db.schema.createIndex('notes_by_consultation').on('notes').column('consultation_id').execute()
}

async function clients({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('api_keys')
    .alterColumn('secret_hash', (column) => column.dropNotNull())
    .addColumn('public_key', 'text')
    .execute()
  await schema
    .createTable('records')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('consultation_id', 'uuid', (column) => column.references('consultations.id').onDelete('cascade'))
    .addColumn('data', 'jsonb', (column) => column.notNull())
    .addColumn('blob_key', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addUniqueConstraint('records_by_key', ['tenant_id', 'collection', 'key'])
    .execute()
  await schema.createIndex('records_by_consultation').on('records').column('consultation_id').execute()
}
