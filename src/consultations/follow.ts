import type { Change, Look } from '../domain/consultation-record.ts'
import { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import { findOwn } from './find.ts'
import { type JobEvents, watchJob } from './follow-job.ts'
import { type LookTools, lookOn } from './look-on.ts'

/**
 * What happens to the newest request of a consultation from now on: what is heard, each line once, before the state in
 * which it was; and to who looks on, what its session says by then. Ends with the request, or when `signal` aborts. Throws
 * `not_found`, and `not_ready` where nothing was asked.
 */
export async function* follow(
  { events, ...tools }: LookTools & { events: JobEvents },
  tenantId: string,
  id: string,
  look: Look | undefined,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  const { job } = await findOwn(tools.db, tenantId, id)
  if (job === undefined) throw new OslerError('not_ready', 'Nothing was asked of this consultation yet.')
  const sent = new Set<string>()
  const told = look && lookOn(tools, tenantId, id, look)
  let last: Job | undefined
  for await (const state of watchJob(events, tenantId, job.id, signal, look && id)) {
    for (const [key, line] of await events.readDraft(job.id)) {
      if (sent.has(key)) continue
      sent.add(key)
      yield { type: 'heard', line }
    }
    if (told) yield* await told.readNews(state)
    // A session changes more often than its request does.
    if (told === undefined || last?.status !== state.status || last.progress !== state.progress)
      yield { type: 'state', job: state }
    last = state
  }
}
