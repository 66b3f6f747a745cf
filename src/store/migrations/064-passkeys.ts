import { type Kysely, sql } from 'kysely'

/** Passkeys of accounts, and what somebody who signs in must come back with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passkeys (
      id uuid primary key, account_id uuid not null references accounts, credential_id text not null unique,
      public_key text not null, counter bigint not null, name text not null,
      created_at timestamptz not null default now(), last_used_at timestamptz)`.execute(db)
  await sql`create index passkeys_of_account on passkeys (account_id)`.execute(db)
  await sql`
    create table sign_in_attempts (
      secret_hash text primary key, account_id uuid references accounts, content text not null,
      ends_at timestamptz not null)`.execute(db)
}
