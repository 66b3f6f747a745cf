import { sql } from 'kysely'
import { isId } from '../domain/ids.ts'
import type { SetAside } from '../domain/set-aside.ts'
import { type ConsultationRows, insertConsultationRows, readConsultationRows } from './consultation-rows.ts'
import { deleteConsultation } from './consultations.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

/**
 * Takes a consultation's rows out of all tables and keeps them as one, with the names of its blobs, which stay. What works
 * on it finds it gone. False when the tenant has no such consultation.
 */
export async function setAside(
  trx: Handle,
  tenantId: string,
  id: string,
  { reason, by, title }: Pick<SetAside, 'reason' | 'by' | 'title'>,
): Promise<boolean> {
  if (!isId(id)) return false
  // Nobody adds to it meanwhile.
  const own = trx
    .selectFrom('consultations')
    .select('created_at')
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
  const found = await own.forUpdate().executeTakeFirst()
  if (found === undefined) return false
  const rows = await readConsultationRows(trx, tenantId, id)
  const blobKeys = (await deleteConsultation(trx, tenantId, id)) ?? []
  await trx
    .insertInto('set_aside')
    .values({
      ...{ id, tenant_id: tenantId, begun_at: found.created_at, reason },
      about: confidential({ by, ...(title && { title }) }),
      content: confidential(rows),
      blob_keys: sql`${blobKeys}::text[]`,
    })
    .execute()
  return true
}

/** Puts it back as it was; what was under way is begun anew. False when nothing of this id is set aside. */
export async function putBack(trx: Handle, tenantId: string, id: string): Promise<boolean> {
  const content = await findSetAsideRows(trx, tenantId, id)
  if (content === undefined) return false
  await trx.deleteFrom('set_aside').where('id', '=', id).execute()
  await insertConsultationRows(trx, content)
  return true
}

/** All rows of a consultation that is set aside, opened, by their table. */
export async function findSetAsideRows(
  db: Handle,
  tenantId: string,
  id: string,
): Promise<ConsultationRows | undefined> {
  if (!isId(id)) return undefined
  const own = db.selectFrom('set_aside').select('content').where('id', '=', id).where('tenant_id', '=', tenantId)
  return (await own.executeTakeFirst())?.content
}

/** Of a tenant, what was deleted last first. */
export async function listSetAside(db: Handle, tenantId: string): Promise<SetAside[]> {
  const rows = await db
    .selectFrom('set_aside')
    .select(['id', 'begun_at as createdAt', 'at as deletedAt', 'reason', 'about'])
    .where('tenant_id', '=', tenantId)
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ about, ...row }) => ({ ...row, ...about }))
}

/** Those that were deleted before `before`, or begun before `begunBefore`. */
export async function listToForget(db: Handle, tenantId: string, before: Date, begunBefore?: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('set_aside')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(({ eb, or }) => or([eb('at', '<', before), ...(begunBefore ? [eb('begun_at', '<', begunBefore)] : [])]))
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Deletes a consultation's rows for good, also where they are set aside; answers the keys of its blobs, which the caller
 * deletes after the transaction. None where the tenant has no such consultation.
 */
export const deleteForGood = async (trx: Handle, tenantId: string, id: string): Promise<string[]> =>
  (await deleteConsultation(trx, tenantId, id)) ?? (await forgetSetAside(trx, tenantId, id)) ?? []

async function forgetSetAside(trx: Handle, tenantId: string, id: string): Promise<string[] | undefined> {
  if (!isId(id)) return undefined
  const row = await trx
    .deleteFrom('set_aside')
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
    .returning('blob_keys')
    .executeTakeFirst()
  return row?.blob_keys
}
