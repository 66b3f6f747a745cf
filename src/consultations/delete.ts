import type { Kysely } from 'kysely'
import type { Blobs } from '../store/blobs.ts'
import { deleteConsultation as deleteRows } from '../store/consultations.ts'
import type { Tables } from '../store/tables.ts'
import { noConsultation } from './find.ts'

/**
 * Deletes a consultation with its recordings, transcript, documents and requests; an audit line that names only its
 * id stays. A run that is under way finds its job gone and ends. False when the tenant has no such consultation.
 */
export async function deleteConsultation(
  { db, blobs }: { db: Kysely<Tables>; blobs: Blobs },
  tenantId: string,
  consultationId: string,
): Promise<boolean> {
  const blobKeys = await db.transaction().execute((trx) => deleteRows(trx, tenantId, consultationId))
  for (const key of blobKeys ?? []) await blobs.delete(key)
  return blobKeys !== undefined
}

/** The same for who asks for it. Throws `not_found`. */
export async function deleteOwn(
  tools: { db: Kysely<Tables>; blobs: Blobs },
  tenantId: string,
  id: string,
): Promise<void> {
  if (!(await deleteConsultation(tools, tenantId, id))) throw noConsultation()
}
