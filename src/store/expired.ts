import type { Handle } from './tables.ts'

export const listTenantIds = async (db: Handle) =>
  (await db.selectFrom('tenants').select('id').execute()).map(({ id }) => id)

/** The tenant's consultations that were made before `before` and have nothing under way. */
export async function listExpiredConsultations(db: Handle, tenantId: string, before: Date): Promise<string[]> {
  const rows = await selectAtRest(db, tenantId, before).select('consultations.id').execute()
  return rows.map(({ id }) => id)
}

/** How many consultations a tenant has. */
export async function countConsultations(db: Handle, tenantId: string): Promise<number> {
  const query = db.selectFrom('consultations').where('tenant_id', '=', tenantId)
  return Number((await query.select(({ fn }) => fn.countAll().as('all')).executeTakeFirstOrThrow()).all)
}

/** How many recordings of a tenant are in the store. */
export async function countRecordings(db: Handle, tenantId: string): Promise<number> {
  const query = db.selectFrom('recordings').where('tenant_id', '=', tenantId).where('blob_key', 'is not', null)
  return Number((await query.select(({ fn }) => fn.countAll().as('all')).executeTakeFirstOrThrow()).all)
}

/** Takes the recordings of such consultations out of their rows; answers the keys of their blobs, for the caller to delete. */
export async function dropExpiredAudio(trx: Handle, tenantId: string, before: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('recordings')
    .select(['id', 'blob_key'])
    .where('blob_key', 'is not', null)
    .where('consultation_id', 'in', selectAtRest(trx, tenantId, before).select('consultations.id'))
    .forUpdate()
    .execute()
  if (rows.length === 0) return []
  const nothing = { blob_key: null, bytes: null, sha256: null, container: null }
  const ids = rows.map(({ id }) => id)
  await trx.updateTable('recordings').set(nothing).where('id', 'in', ids).execute()
  return rows.flatMap(({ blob_key }) => blob_key ?? [])
}

function selectAtRest(db: Handle, tenantId: string, before: Date) {
  return db
    .selectFrom('consultations')
    .where('consultations.tenant_id', '=', tenantId)
    .where('consultations.created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jobs')
            .select('jobs.id')
            .whereRef('jobs.consultation_id', '=', 'consultations.id')
            .where('jobs.status', '=', 'ongoing'),
        ),
      ),
    )
}
