import { type ExpressionBuilder, sql } from 'kysely'
import { isId, newId } from '../domain/ids.ts'
import type { RecordFilter, StoredRecord } from '../domain/record.ts'
import { confidential } from './sealed/seal-texts.ts'
import { type Handle, inTransaction, type Tables } from './tables.ts'

export interface NewRecord {
  tenantId: string
  /** What sort of thing it is, and whose: `nabla.user`, `heidi.patient_profile`. */
  collection: string
  /** Unique in the tenant's collection; a second record with the same key is refused. */
  key?: string | undefined
  /** The record goes when this consultation goes, and so does the blob. */
  consultationId?: string | undefined
  blobKey?: string | undefined
  /** Whose it is; it can be asked for by that. */
  userId?: string | undefined
  data: object
}

/** Stores a record; undefined when its key is taken. */
export async function insertRecord(db: Handle, record: NewRecord): Promise<StoredRecord | undefined> {
  const { key = null, consultationId = null, blobKey = null, userId = null } = record
  return db
    .insertInto('records')
    .values({
      ...{ id: newId(), tenant_id: record.tenantId, collection: record.collection, key },
      ...{ consultation_id: consultationId, blob_key: blobKey, user_id: userId },
      data: confidential(record.data),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'collection', 'key']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
}

const COLUMNS = [
  ...(['id', 'key', 'data', 'user_id as userId'] as const),
  ...(['created_at as createdAt', 'updated_at as updatedAt'] as const),
] as const

const select = (db: Handle, tenantId: string, collection: string) =>
  db.selectFrom('records').select(COLUMNS).where('tenant_id', '=', tenantId).where('collection', '=', collection)

export async function findRecord(
  db: Handle,
  tenantId: string,
  collection: string,
  id: string,
): Promise<StoredRecord | undefined> {
  if (!isId(id)) return undefined
  return select(db, tenantId, collection).where('id', '=', id).executeTakeFirst()
}

export async function findRecordByKey(
  db: Handle,
  tenantId: string,
  collection: string,
  key: string,
): Promise<StoredRecord | undefined> {
  return select(db, tenantId, collection).where('key', '=', key).executeTakeFirst()
}

/** Newest first. */
export async function listRecords(
  db: Handle,
  tenantId: string,
  collection: string,
  { consultationId, userId, orNobodys, limit = 1000, offset = 0 }: RecordFilter = {},
): Promise<StoredRecord[]> {
  let query = select(db, tenantId, collection).orderBy('id', 'desc').limit(limit).offset(offset)
  if (consultationId) query = query.where('consultation_id', '=', consultationId)
  if (userId !== undefined) query = query.where(ofUser(userId, orNobodys))
  return query.execute()
}

/** How many records the collection has. */
export async function countRecords(
  db: Handle,
  tenantId: string,
  collection: string,
  { userId, orNobodys }: Pick<RecordFilter, 'userId' | 'orNobodys'> = {},
): Promise<number> {
  let query = select(db, tenantId, collection)
  if (userId !== undefined) query = query.where(ofUser(userId, orNobodys))
  const counted = await query
    .clearSelect()
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst()
  return Number(counted?.count ?? 0)
}

/** Sets the given fields and leaves the others; undefined when the tenant has no such record. */
export async function updateRecord(
  db: Handle,
  tenantId: string,
  collection: string,
  id: string,
  data: object,
): Promise<StoredRecord | undefined> {
  if (!isId(id)) return undefined
  return inTransaction(db, async (trx) => {
    const before = await select(trx, tenantId, collection).where('id', '=', id).forUpdate().executeTakeFirst()
    if (before === undefined) return undefined
    return trx
      .updateTable('records')
      .set({ data: confidential({ ...before.data, ...data }), updated_at: sql`now()` })
      .where('id', '=', id)
      .returning(COLUMNS)
      .executeTakeFirst()
  })
}

/** Deletes records by their ids; answers how many there were, and the blobs that go with them. */
export async function deleteRecords(db: Handle, tenantId: string, collection: string, ids: readonly string[]) {
  const known = ids.filter((id) => isId(id))
  if (known.length === 0) return { count: 0, blobKeys: [] }
  const rows = await db
    .deleteFrom('records')
    .where('tenant_id', '=', tenantId)
    .where('collection', '=', collection)
    .where('id', 'in', known)
    .returning('blob_key')
    .execute()
  return { count: rows.length, blobKeys: rows.flatMap(({ blob_key }) => blob_key ?? []) }
}

const ofUser =
  (userId: string, orNobodys = false) =>
  ({ eb, or }: ExpressionBuilder<Tables, 'records'>) =>
    or([eb('user_id', '=', userId), ...(orNobodys ? [eb('user_id', 'is', null)] : [])])
