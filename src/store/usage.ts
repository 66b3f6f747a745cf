import { sql } from 'kysely'
import type { Handle } from './tables.ts'

/** How many requests of a tenant are under way. */
export async function countUnderWay(db: Handle, tenantId: string): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'ongoing')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In how many seconds the first of a tenant's requests will have ended, by how far each has come; undefined where none has. */
export async function secondsToFirstEnd(db: Handle, tenantId: string): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number | null }>`
    select min(extract(epoch from now() - begun_at) * (1 - progress) / progress)::float8 as seconds from jobs
    where tenant_id = ${tenantId} and status = 'ongoing' and begun_at is not null and progress > 0`.execute(db)
  return rows[0]?.seconds ?? undefined
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
