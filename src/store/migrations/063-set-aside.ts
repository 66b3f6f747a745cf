import { type Kysely, sql } from 'kysely'

/** Consultations that were deleted and may be returned: all their rows in one, and the blobs that these name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table set_aside (
      id uuid primary key, tenant_id text not null, begun_at timestamptz not null, at timestamptz not null default now(),
      reason text not null, about jsonb not null, content jsonb not null, blob_keys text[] not null)`.execute(db)
  await sql`create index set_aside_of_tenant on set_aside (tenant_id, at)`.execute(db)
}
