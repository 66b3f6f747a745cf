import { type Kysely, sql } from 'kysely'

/** Where words are written, with the column that names the consultation. */
const WORDS = [
  ['transcripts', 'consultation_id', 'insert'],
  ['notes', 'consultation_id', 'insert'],
  ['revisions', 'consultation_id', 'insert'],
  ['session_items', 'session_id', 'insert'],
  ['session_items', 'session_id', 'update'],
] as const

/**
 * What each consultation is found by: keyed hashes of its words. `mark` rises with every change of its words, whichever version
 * of Osler makes it; `made_with` names the secret that the hashes were made with, and is null while they are not of what stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table searchable (
      consultation_id uuid primary key references consultations (id) on delete cascade,
      tenant_id text not null, mark integer not null default 1, made_with text, words bigint[] not null default '{}')`.execute(
    db,
  )
  await sql`create index searchable_words on searchable using gin (words)`.execute(db)
  await sql`create index searchable_made_with on searchable (made_with, tenant_id)`.execute(db)
  await markWords(db)
  await markVisits(db)
  await sql`
    insert into searchable (consultation_id, tenant_id) select id, tenant_id from consultations on conflict do nothing`.execute(
    db,
  )
}

async function markWords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function mark_words() returns trigger language plpgsql as $$ begin
      execute format('insert into searchable (consultation_id, tenant_id)
        select id, tenant_id from consultations where id in (select %I from changed)
        on conflict (consultation_id) do update set mark = searchable.mark + 1, made_with = null', tg_argv[0]);
      return null;
    end $$`.execute(db)
  for (const [table, column, change] of WORDS)
    await sql`
      create trigger ${sql.ref(`${table}_${change}_words`)} after ${sql.raw(change)} on ${sql.table(table)}
      referencing new table as changed for each statement execute function mark_words(${sql.lit(column)})`.execute(db)
}

async function markVisits(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function mark_visit() returns trigger language plpgsql as $$ begin
      insert into searchable (consultation_id, tenant_id) values (new.id, new.tenant_id)
        on conflict (consultation_id) do update set mark = searchable.mark + 1, made_with = null;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger consultations_words after insert or update of visit on consultations
    for each row execute function mark_visit()`.execute(db)
}
