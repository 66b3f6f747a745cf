import type { Kysely } from 'kysely'
import { deleteConsultation } from '../../consultations/delete.ts'
import { expiryOf, type Retention } from '../../domain/retention.ts'
import type { Blobs } from '../../store/blobs.ts'
import { dropExpiredAudio, listExpiredConsultations, listTenantIds } from '../../store/expired.ts'
import type { Tables } from '../../store/tables.ts'
import { deleteUploadsBefore } from '../../store/uploads.ts'

/** An upload that was begun and not ended a day later is not gone on with. */
const UPLOAD_KEPT_MS = 24 * 3_600_000

/** Removes what is older than its tenant wants it kept. What is under way stays until it has ended. */
export async function retain(
  tools: { db: Kysely<Tables>; blobs: Blobs; retention: Retention },
  now: Date = new Date(),
): Promise<void> {
  const { db, blobs, retention } = tools
  await deleteUploadsBefore(db, new Date(now.getTime() - UPLOAD_KEPT_MS))
  for (const tenantId of await listTenantIds(db)) {
    const consultationsBefore = expiryOf(retention.consultations, tenantId, now)
    const expired = consultationsBefore ? await listExpiredConsultations(db, tenantId, consultationsBefore) : []
    for (const id of expired) await deleteConsultation(tools, tenantId, id)
    const audioBefore = expiryOf(retention.audio, tenantId, now)
    if (audioBefore === undefined) continue
    // A blob whose row has forgotten it is an orphan, which the sweep deletes should this process die here.
    const keys = await db.transaction().execute((trx) => dropExpiredAudio(trx, tenantId, audioBefore))
    for (const key of keys) await blobs.delete(key)
  }
}
