import type { Kysely } from 'kysely'
import type { Audit } from '../store/audit.ts'
import type { Blobs } from '../store/blobs.ts'
import { deleteForGood } from '../store/set-aside.ts'
import type { Tables } from '../store/tables.ts'
import { findOwn } from './find.ts'

interface DeleteTools {
  db: Kysely<Tables>
  blobs: Blobs
  audit: Audit
}

/** The line of what is deleted, whoever asked for it: who did has another. */
export const DELETED = { keyId: '', userId: '', origin: '', action: 'deleted', status: null }

/**
 * Deletes a consultation with its recordings, transcript, documents and requests, also one that was set aside; an audit line
 * that names only its id stays. A run that is under way finds its job gone and ends.
 */
export async function deleteConsultation(
  { db, blobs, audit }: DeleteTools,
  tenantId: string,
  consultationId: string,
): Promise<void> {
  // Before it is done: nothing goes without a line.
  await audit.append({ ...DELETED, tenantId, subject: consultationId })
  const blobKeys = await db.transaction().execute((trx) => deleteForGood(trx, tenantId, consultationId))
  for (const key of blobKeys) await blobs.delete(key)
}

/** The same for who asks for it; what was set aside is not there for them. Throws `not_found`. */
export async function deleteOwn(tools: DeleteTools, tenantId: string, id: string): Promise<void> {
  await findOwn(tools.db, tenantId, id)
  await deleteConsultation(tools, tenantId, id)
}
