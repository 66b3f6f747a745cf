import type { Kysely } from 'kysely'
import type { Audit } from '../store/audit.ts'
import type { Blobs } from '../store/blobs.ts'
import { deleteConsultation as deleteRows, findConsultation } from '../store/consultations.ts'
import type { Tables } from '../store/tables.ts'
import { noConsultation } from './find.ts'

interface DeleteTools {
  db: Kysely<Tables>
  blobs: Blobs
  audit: Audit
}

/** The line of what is deleted, whoever asked for it: who did has another. */
export const DELETED = { keyId: '', userId: '', origin: '', action: 'deleted', status: null }

/**
 * Deletes a consultation with its recordings, transcript, documents and requests; an audit line that names only its
 * id stays. A run that is under way finds its job gone and ends. False when the tenant has no such consultation.
 */
export async function deleteConsultation(
  { db, blobs, audit }: DeleteTools,
  tenantId: string,
  consultationId: string,
): Promise<boolean> {
  if ((await findConsultation(db, tenantId, consultationId)) === undefined) return false
  // Before it is done: nothing goes without a line.
  await audit.append({ ...DELETED, tenantId, subject: consultationId })
  const blobKeys = await db.transaction().execute((trx) => deleteRows(trx, tenantId, consultationId))
  for (const key of blobKeys ?? []) await blobs.delete(key)
  return blobKeys !== undefined
}

/** The same for who asks for it. Throws `not_found`. */
export async function deleteOwn(tools: DeleteTools, tenantId: string, id: string): Promise<void> {
  if (!(await deleteConsultation(tools, tenantId, id))) throw noConsultation()
}
