import type { Change } from '../domain/consultation-record.ts'
import { OslerError } from '../domain/errors.ts'
import type { Handle } from '../store/tables.ts'
import { findOwn } from './find.ts'
import { type JobEvents, watchJob } from './follow-job.ts'

/**
 * What happens to the newest request of a consultation from now on: what is heard, each line once, before the state in
 * which it was. Ends with the request, or when `signal` aborts. Throws `not_found`, and `not_ready` where nothing was
 * asked.
 */
export async function* follow(
  { db, events }: { db: Handle; events: JobEvents },
  tenantId: string,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  const { job } = await findOwn(db, tenantId, id)
  if (job === undefined) throw new OslerError('not_ready', 'Nothing was asked of this consultation yet.')
  const sent = new Set<string>()
  for await (const state of watchJob(events, tenantId, job.id, signal)) {
    for (const [key, line] of await events.readDraft(job.id)) {
      if (sent.has(key)) continue
      sent.add(key)
      yield { type: 'heard', line }
    }
    yield { type: 'state', job: state }
  }
}
