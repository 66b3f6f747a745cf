import type { WorkTask } from '../domain/job.ts'
import type { Handle } from './tables.ts'

/** How many requests of a tenant are under way; of one sort of work, or of all. */
export async function countUnderWay(db: Handle, tenantId: string, task?: WorkTask): Promise<number> {
  const query = db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'ongoing')
  const { count } = await (task ? query.where('task', '=', task) : query).executeTakeFirstOrThrow()
  return Number(count)
}

/** The bytes of all recordings that a tenant keeps. */
export async function sumRecordingBytes(db: Handle, tenantId: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('recordings')
    .select(({ fn }) => fn.sum('bytes').as('bytes'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}
