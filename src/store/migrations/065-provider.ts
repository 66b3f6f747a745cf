import { type Kysely, sql } from 'kysely'

/** Who an account is at the organisation's provider, and which sessions began there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table accounts add column provider_issuer text, add column provider_subject text`.execute(db)
  await sql`create unique index accounts_of_provider on accounts (provider_issuer, provider_subject)`.execute(db)
  await sql`alter table account_sessions add column is_from_provider boolean not null default false`.execute(db)
}
