import { newId } from '../domain/ids.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

/** What a tenant keeps for all doors; each list is a table of the same columns. */
export type ListName = 'templates' | 'vocabularies' | 'letterheads'

export interface Listed {
  id: string
}

/** More than a person looks through. */
const MOST = 1000

/** The tenant's, newest first. */
export async function readList<Thing extends Listed>(db: Handle, list: ListName, tenantId: string): Promise<Thing[]> {
  const rows = await select(db, list, tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => read<Thing>(row))
}

/** Undefined for an unknown id and for another tenant's. */
export async function findInList<Thing extends Listed>(
  db: Handle,
  list: ListName,
  tenantId: string,
  id: string,
): Promise<Thing | undefined> {
  const row = await select(db, list, tenantId).where('id', '=', id).executeTakeFirst()
  return row && read<Thing>(row)
}

/** Under an id of ours. */
export async function addToList<Thing extends Listed>(
  db: Handle,
  list: ListName,
  tenantId: string,
  content: Omit<Thing, 'id'>,
): Promise<Thing> {
  const id = newId()
  await db
    .insertInto(list)
    .values({ tenant_id: tenantId, id, content: confidential(content) })
    .execute()
  return { ...content, id } as Thing
}

/** Puts it in the place of what has this id; true when nothing had. */
export async function putInList<Thing extends Listed>(
  db: Handle,
  list: ListName,
  tenantId: string,
  { id, ...content }: Thing,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(list)
    .set({ content: confidential(content) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return false
  await db
    .insertInto(list)
    .values({ tenant_id: tenantId, id, content: confidential(content) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ content: confidential(content) }))
    .execute()
  return true
}

/** False when there was none of this id. */
export async function deleteFromList(db: Handle, list: ListName, tenantId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom(list)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

const select = (db: Handle, list: ListName, tenantId: string) =>
  db.selectFrom(list).select(['id', 'content']).where('tenant_id', '=', tenantId)

const read = <Thing extends Listed>({ id, content }: { id: string; content: object }) => ({ ...content, id }) as Thing
