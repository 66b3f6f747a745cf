import { type Kysely, sql } from 'kysely'

/** Signing is a scope of its own: who could sign goes on. Tokens that are used once, and users whose tokens were ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update api_keys set scopes = scopes || '["sign"]'::jsonb where scopes @> '["submit"]'::jsonb`.execute(db)
  await db.schema
    .createTable('spent_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ends_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('ended_tokens')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('ended_tokens_key', ['tenant_id', 'user_id'])
    .execute()
}
