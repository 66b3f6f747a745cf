import { type Kysely, sql } from 'kysely'

const NOW = sql`now()`

/** Everything below a consultation goes with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('tenants')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('callback_secret', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .execute()

  await schema
    .createTable('api_keys')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('scopes', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('last_used_at', 'timestamptz')
    .addColumn('expires_at', 'timestamptz')
    .addColumn('revoked_at', 'timestamptz')
    .execute()

  await schema
    .createTable('consultations')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .execute()
  await schema.createIndex('consultations_by_tenant').on('consultations').columns(['tenant_id', 'id']).execute()

  await schema
    .createTable('recordings')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('blob_key', 'text', (column) => column.notNull().unique())
    .addColumn('bytes', 'float8', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('container', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .execute()
  await schema.createIndex('recordings_by_consultation').on('recordings').column('consultation_id').execute()

  await schema
    .createTable('jobs')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('recording_id', 'uuid', (column) => column.notNull().references('recordings.id').onDelete('cascade'))
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().defaultTo('ongoing'))
    .addColumn('progress', 'float8', (column) => column.notNull().defaultTo(0))
    .addColumn('error', 'jsonb')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('kinds', 'jsonb', (column) => column.notNull())
    .addColumn('limits', 'jsonb', (column) => column.notNull())
    .addColumn('echo', 'jsonb', (column) => column.notNull())
    .addColumn('duration_ms', 'integer')
    .addColumn('callback_url', 'text')
    .addColumn('delivery', 'text')
    .addColumn('client_request_id', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('finished_at', 'timestamptz')
    .addUniqueConstraint('jobs_by_client_request', ['tenant_id', 'client_request_id'])
    .execute()
  await schema.createIndex('jobs_by_consultation').on('jobs').column('consultation_id').execute()
  await schema.createIndex('jobs_by_status').on('jobs').columns(['status', 'id']).execute()

  await schema
    .createTable('stretches')
    .addColumn('job_id', 'uuid', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('channel', 'integer', (column) => column.notNull())
    .addColumn('start_ms', 'integer', (column) => column.notNull())
    .addColumn('end_ms', 'integer', (column) => column.notNull())
    .addColumn('words', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('stretches_key', ['job_id', 'engine', 'model', 'channel', 'start_ms', 'end_ms'])
    .execute()

  await schema
    .createTable('transcripts')
    .addColumn('consultation_id', 'uuid', (column) =>
      column.primaryKey().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('items', 'jsonb', (column) => column.notNull())
    .addColumn('warnings', 'jsonb', (column) => column.notNull())
    .execute()

  await schema
    .createTable('notes')
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenants.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('sections', 'jsonb', (column) => column.notNull())
    .addColumn('writer', 'text', (column) => column.notNull())
    .addColumn('warnings', 'jsonb', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('notes_key', ['consultation_id', 'kind'])
    .execute()

  await schema
    .createTable('delivery_attempts')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('job_id', 'uuid', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('status', 'integer')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('delivery_attempts_by_job').on('delivery_attempts').column('job_id').execute()

  await schema
    .createTable('audit')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(NOW))
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .execute()
}
