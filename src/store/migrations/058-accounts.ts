import { type Kysely, sql } from 'kysely'

/** People who sign in, and the sessions in which they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table accounts (
      id uuid primary key, tenant_id text not null references tenants, sign_in_name text not null unique,
      name text not null, role text not null, password_hash text, link_hash text unique, link_ends_at timestamptz,
      created_at timestamptz not null default now(), last_signed_in_at timestamptz, disabled_at timestamptz)`.execute(
    db,
  )
  await sql`create index accounts_of_tenant on accounts (tenant_id)`.execute(db)
  await sql`
    create table account_sessions (
      secret_hash text primary key, account_id uuid not null references accounts, seen_at timestamptz not null,
      ends_at timestamptz not null)`.execute(db)
  await sql`create index sessions_of_account on account_sessions (account_id)`.execute(db)
}
