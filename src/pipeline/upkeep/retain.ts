import type { Kysely } from 'kysely'
import { expiryOf, type Retention } from '../../domain/retention.ts'
import type { Blobs } from '../../store/blobs.ts'
import { dropExpiredAudio, listExpiredConsultations, listTenantIds } from '../../store/expired.ts'
import type { Tables } from '../../store/tables.ts'
import { deleteUploadsBefore } from '../../store/uploads.ts'

export interface RetainTools {
  db: Kysely<Tables>
  blobs: Blobs
  retention: Retention
  deleteConsultation(tenantId: string, consultationId: string): Promise<unknown>
}

/** An upload that was begun and not ended a day later is not gone on with. */
const UPLOAD_KEPT_MS = 24 * 3_600_000

/**
 * Removes what is older than its tenant wants it kept. What is under way stays until it has ended. What cannot be removed
 * keeps nothing else: the rest goes, and then the first failure is thrown.
 */
export async function retain(tools: RetainTools, now: Date = new Date()): Promise<void> {
  const failures: unknown[] = []
  const attempt = (work: Promise<unknown>) => work.catch((error) => failures.push(error))
  await attempt(deleteUploadsBefore(tools.db, new Date(now.getTime() - UPLOAD_KEPT_MS)))
  for (const tenantId of await listTenantIds(tools.db)) {
    await attempt(dropConsultations(tools, tenantId, now, attempt))
    await attempt(dropAudio(tools, tenantId, now, attempt))
  }
  if (failures.length > 0) throw failures[0]
}

type Attempt = (work: Promise<unknown>) => Promise<unknown>

async function dropConsultations(tools: RetainTools, tenantId: string, now: Date, attempt: Attempt): Promise<void> {
  const before = expiryOf(tools.retention.consultations, tenantId, now)
  const expired = before ? await listExpiredConsultations(tools.db, tenantId, before) : []
  for (const id of expired) await attempt(tools.deleteConsultation(tenantId, id))
}

async function dropAudio({ db, blobs, retention }: RetainTools, tenantId: string, now: Date, attempt: Attempt) {
  const before = expiryOf(retention.audio, tenantId, now)
  if (before === undefined) return
  // A blob whose row has forgotten it is an orphan, which the sweep deletes should this process die here.
  const keys = await db.transaction().execute((trx) => dropExpiredAudio(trx, tenantId, before))
  for (const key of keys) await attempt(blobs.delete(key))
}
