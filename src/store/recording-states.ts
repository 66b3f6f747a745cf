import type { RecordingState } from '../domain/consultation.ts'
import { newestJobs } from './jobs.ts'
import type { Handle } from './tables.ts'

/** The recordings of each consultation in the order of their ids, with their newest jobs and without what was heard. */
export async function listRecordingStates(
  db: Handle,
  tenantId: string,
  consultationIds: readonly string[],
): Promise<Map<string, RecordingState[]>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('recordings')
    .select(['id', 'consultation_id', 'series_id', 'position', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .where('consultation_id', 'in', consultationIds)
    .orderBy('id')
    .execute()
  const jobOf = await newestJobs(db, consultationIds)
  const groups = Map.groupBy(rows, ({ consultation_id }) => consultation_id)
  const stateOf = ({ id, position, created_at: createdAt, series_id: seriesId }: (typeof rows)[number]) => {
    const job = jobOf.get(id)
    return { id, position, createdAt, ...(seriesId && { seriesId }), ...(job && { job }) }
  }
  return new Map([...groups].map(([id, own]) => [id, own.map(stateOf)]))
}
