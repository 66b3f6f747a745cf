import { limitOf } from '../domain/per-tenant.ts'
import type { Retention } from '../domain/retention.ts'
import type { Trail } from '../domain/trail.ts'
import { listAccess } from '../store/audit.ts'
import { listKeys } from '../store/keys.ts'
import type { Handle } from '../store/tables.ts'
import { findOwn } from './find.ts'

/** More than a person reads; the operator's audit has all. */
const MOST = 200

/** Who read and changed a consultation, by name, and how long it is kept. Throws `not_found`. */
export async function readTrail(
  { db, retention }: { db: Handle; retention: Retention },
  tenantId: string,
  id: string,
): Promise<Trail> {
  await findOwn(db, tenantId, id)
  const names = new Map((await listKeys(db, tenantId)).map((key) => [key.id, key.name]))
  const lines = await listAccess(db, { tenantId, subject: id, limit: MOST })
  return {
    keepAudioDays: limitOf(retention.audio, tenantId),
    keepDays: limitOf(retention.consultations, tenantId),
    // An account is known by its sign-in name, a token by the vendor's user it speaks for.
    lines: lines.map(({ at, action, userId, keyId }) => ({ at, action, by: userId || (names.get(keyId) ?? keyId) })),
  }
}
