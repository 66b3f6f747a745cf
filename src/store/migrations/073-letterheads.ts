import { type Kysely, sql } from 'kysely'

/** What stands at the head of a tenant's letters: its name, address and telephone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letterheads (
      tenant_id text not null references tenants, id text not null, content jsonb not null,
      created_at timestamptz not null default now(), primary key (tenant_id, id))`.execute(db)
}
