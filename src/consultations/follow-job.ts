import { EventEmitter, once } from 'node:events'
import type { JobResult } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { DraftLine } from '../domain/transcript.ts'
import { openSharedReading } from '../platform/shared-reading.ts'
import { openTurnstile } from '../platform/turnstile.ts'
import { findJob } from '../store/jobs.ts'
import type { Handle } from '../store/tables.ts'
import { readDraft } from './read-draft.ts'
import { readResult } from './read-result.ts'

/** A notification that got lost, while PostgreSQL was away, costs no more than this. */
const LOOK_AGAIN_MS = 5000
/** To tell one follower a change takes a quarter of a millisecond. */
const FOLLOWERS_A_TURN = 25

/**
 * Tells by its id when something about a job or a session has changed in the database, whichever process changed it; and
 * how a job stands, which is read once for all who follow it.
 */
export class JobEvents extends EventEmitter<Record<string, []>> {
  readonly #readJob = openSharedReading<Job | undefined>()
  readonly #readDraft = openSharedReading<ReadonlyMap<string, DraftLine>>()
  readonly #pass = openTurnstile(FOLLOWERS_A_TURN)
  readonly #db: Handle

  constructor(db: Handle) {
    super()
    this.setMaxListeners(0)
    this.#db = db
  }

  readJob(tenantId: string, jobId: string): Promise<Job | undefined> {
    return this.#readJob(`${tenantId} ${jobId}`, () => findJob(this.#db, tenantId, jobId))
  }

  /** What is heard so far, each line by what it is known by. */
  async readDraft(jobId: string): Promise<ReadonlyMap<string, DraftLine>> {
    const lines = await this.#readDraft(jobId, async () => {
      const draft = await readDraft(this.#db, jobId)
      return new Map(draft.map((line) => [`${line.startMs} ${line.text}`, line]))
    })
    await this.#pass()
    return lines
  }
}

/**
 * The states of a job from now on, each after a change, until it has ended or `signal` aborts; also after one of the session
 * that is named. A change that comes while the reader is busy is not missed.
 */
export async function* watchJob(
  events: JobEvents,
  tenantId: string,
  jobId: string,
  signal: AbortSignal,
  sessionId?: string,
): AsyncGenerator<Job> {
  while (!signal.aborted) {
    const changed = waitForChange(events, [jobId, ...(sessionId ? [sessionId] : [])], signal)
    const job = await events.readJob(tenantId, jobId)
    if (job === undefined) return
    yield job
    if (job.status !== 'ongoing') return
    await changed
  }
}

async function waitForChange(events: JobEvents, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  const patience = AbortSignal.any([signal, over.signal, AbortSignal.timeout(LOOK_AGAIN_MS)])
  await Promise.race(ids.map((id) => once(events, id, { signal: patience }))).catch(() => undefined)
  over.abort()
}

/** The job when it has ended, or as it stands after `timeoutMs`. */
export async function waitForJob(events: JobEvents, job: Job, timeoutMs: number, signal: AbortSignal): Promise<Job> {
  let latest = job
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  for await (const state of watchJob(events, job.tenantId, job.id, limit)) latest = state
  return latest
}

/** What came of a job once it has ended. Throws its error when it failed, and `processing_slow` after `timeoutMs`. */
export async function waitForResult(
  { db, events }: { db: Handle; events: JobEvents },
  accepted: Job,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Required<JobResult>> {
  const job = await waitForJob(events, accepted, timeoutMs, signal)
  if (job.error) throw new OslerError(job.error.code, job.error.message, job.error.details)
  const result = job.status === 'succeeded' ? await readResult(db, job.tenantId, job.id) : undefined
  if (result?.transcript) return { ...result, transcript: result.transcript }
  const seconds = Math.round(timeoutMs / 1000)
  throw new OslerError('processing_slow', `Processing takes longer than ${seconds} s; it goes on.`, { seconds })
}
