import type { Kysely } from 'kysely'
import { OslerError } from '../domain/errors.ts'
import type { Retention } from '../domain/retention.ts'
import { type DeletionReason, keptUntil, type ReturnableConsultation } from '../domain/set-aside.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Audit } from '../store/audit.ts'
import { listSetAside, putBack, setAside } from '../store/set-aside.ts'
import type { Tables } from '../store/tables.ts'
import { DELETED } from './delete.ts'
import { noConsultation } from './find.ts'
import { readSummary } from './list.ts'

interface SetAsideTools {
  db: Kysely<Tables>
  audit: Audit
  retention: Pick<Retention, 'deleted'>
}

/** Deletes a consultation for everybody; it may be returned for a while. Throws `not_found`. */
export async function deleteForNow(
  { db, audit }: SetAsideTools,
  { tenantId, keyId }: Caller,
  id: string,
  { reason, by }: { reason: DeletionReason; by: string },
): Promise<void> {
  const { title } = await readSummary(db, tenantId, id)
  // Before it is done: nothing goes without a line.
  await audit.append({ ...DELETED, tenantId, keyId, action: `set aside: ${reason}`, subject: id })
  const about = { reason, by, ...(title && { title }) }
  if (!(await db.transaction().execute((trx) => setAside(trx, tenantId, id, about)))) throw noConsultation()
}

/** What may be returned, deleted last first. */
export async function listReturnable(
  { db, retention }: Pick<SetAsideTools, 'db' | 'retention'>,
  tenantId: string,
): Promise<ReturnableConsultation[]> {
  return (await listSetAside(db, tenantId)).map((one) => ({ ...one, keptUntil: keptUntil(one, retention.deleted) }))
}

/** Puts a deleted consultation back where it was. Throws `not_found`. */
export async function returnDeleted(
  { db, audit }: SetAsideTools,
  { tenantId, keyId }: Caller,
  id: string,
): Promise<void> {
  await audit.append({ ...DELETED, tenantId, keyId, action: 'returned', subject: id })
  if (!(await db.transaction().execute((trx) => putBack(trx, tenantId, id)))) throw noneSetAside()
}

const noneSetAside = () => new OslerError('not_found', 'There is no deleted consultation with this id.')
