import { type Kysely, type RawBuilder, sql } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import { confidential } from '../sealed/seal-texts.ts'

/**
 * Templates, vocabularies, uploads in parts and answers that are kept to be repeated stand in tables of their own; until
 * now they stood among what doors keep.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await lists(db)
  await uploads(db)
  await answers(db)
}

async function lists(db: Kysely<unknown>): Promise<void> {
  for (const name of ['templates', 'vocabularies']) {
    const table = sql.table(name)
    await sql`
      create table ${table} (
        tenant_id text not null references tenants, id text not null, content jsonb not null,
        created_at timestamptz not null default now(), primary key (tenant_id, id))`.execute(db)
    await sql`
      insert into ${table} (tenant_id, id, content, created_at)
      select tenant_id, coalesce(key, id::text), data, created_at from records where collection = ${name}`.execute(db)
    await sql`delete from records where collection = ${name}`.execute(db)
  }
}

async function uploads(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table uploads (
      id uuid primary key, tenant_id text not null references tenants, length_bytes bigint not null,
      consultation_id uuid, created_at timestamptz not null default now())`.execute(db)
  await sql`
    create table upload_parts (
      upload_id uuid not null references uploads on delete cascade, offset_bytes bigint not null, bytes bigint not null,
      blob_key text not null, primary key (upload_id, offset_bytes))`.execute(db)
  for (const { id, tenant_id, data, created_at } of await take<Upload>(db, sql`collection = 'upload'`)) {
    await sql`
      insert into uploads (id, tenant_id, length_bytes, consultation_id, created_at)
      values (${id}, ${tenant_id}, ${data.lengthBytes}, ${data.consultationId ?? null}, ${created_at})`.execute(db)
  }
  for (const { collection, data } of await take<Part>(db, sql`collection like 'upload.%'`)) {
    await sql`
      insert into upload_parts (upload_id, offset_bytes, bytes, blob_key)
      select id, ${data.offsetBytes}, ${data.bytes}, ${data.blobKey} from uploads
      where id::text = ${collection.slice('upload.'.length)}`.execute(db)
  }
}

async function answers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kept_answers (
      tenant_id text not null references tenants, key text not null, fingerprint text not null, answer jsonb,
      created_at timestamptz not null default now(), primary key (tenant_id, key))`.execute(db)
  for (const { tenant_id, key, data, created_at } of await take<Answer>(db, sql`collection = 'answers'`)) {
    const answer = data.answer ? confidential(data.answer) : null
    await sql`
      insert into kept_answers (tenant_id, key, fingerprint, answer, created_at)
      values (${tenant_id}, ${key}, ${data.fingerprint}, ${answer}::jsonb, ${created_at})`.execute(db)
  }
}

interface Upload {
  lengthBytes: number
  consultationId?: string
}

interface Part {
  offsetBytes: number
  bytes: number
  blobKey: string
}

interface Answer {
  fingerprint: string
  answer?: object
}

interface Row<Data> {
  id: string
  tenant_id: string
  collection: string
  key: string
  data: Data
  created_at: Date
}

/** Takes rows out of the records. They serve for a day: what is sealed with a key that is not here is not missed. */
async function take<Data>(db: Kysely<unknown>, which: RawBuilder<unknown>): Promise<Row<Data>[]> {
  const ids = await sql<{ id: string }>`select id from records where ${which}`.execute(db)
  const rows: Row<Data>[] = []
  for (const { id } of ids.rows) {
    const found = await sql<Row<Data>>`select * from records where id = ${id}`.execute(db).catch(ifSealed)
    rows.push(...found.rows)
  }
  await sql`delete from records where ${which}`.execute(db)
  return rows
}

function ifSealed(error: unknown): { rows: never[] } {
  if (error instanceof OslerError && ['key_lost', 'blob_damaged'].includes(error.code)) return { rows: [] }
  throw error
}
