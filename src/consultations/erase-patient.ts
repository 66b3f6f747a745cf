import type { Kysely } from 'kysely'
import type { Patient } from '../domain/patient.ts'
import type { Audit } from '../store/audit.ts'
import type { Blobs } from '../store/blobs.ts'
import { deleteToldOfPatients } from '../store/patients.ts'
import { deleteForGood } from '../store/set-aside.ts'
import type { Tables } from '../store/tables.ts'
import { DELETED } from './delete.ts'

/**
 * Deletes all that is kept of a patient, at once or not at all; audit lines that name ids alone stay. What dies between rows
 * and recordings leaves files that nothing names, which the sweep takes.
 */
export async function erasePatient(
  { db, blobs, audit }: { db: Kysely<Tables>; blobs: Blobs; audit: Audit },
  tenantId: string,
  { profiles, consultations }: Patient,
): Promise<void> {
  // Before it is done: nothing goes without a line.
  for (const subject of [...profiles, ...consultations]) await audit.append({ ...DELETED, tenantId, subject })
  const blobKeys = await db.transaction().execute(async (trx) => {
    await deleteToldOfPatients(trx, tenantId, profiles)
    const deleted: string[] = []
    for (const id of consultations) deleted.push(...(await deleteForGood(trx, tenantId, id)))
    return deleted
  })
  for (const key of blobKeys) await blobs.delete(key)
}
