import { asOslerError } from '../../domain/errors.ts'
import { checkClock } from '../../domain/held-back.ts'
import { UPKEEP_TASKS, type UpkeepTask } from '../../domain/upkeep.ts'
import type { Scratch } from '../../platform/open-scratch.ts'
import { findLatestTime, noteLatestTime } from '../../store/installation.ts'
import { forgetProcesses } from '../../store/processes.ts'
import { noteUpkeepFailed, noteUpkeepSucceeded } from '../../store/upkeep.ts'
import { type Deleted, type RetainTools, retain } from './retain.ts'
import { enqueueForgotten, type SweepTools, sweepOrphans } from './sweep.ts'

export interface UpkeepTools extends SweepTools, RetainTools {
  scratch: Scratch
  makeAllSearchable(): Promise<void>
  observe: { upkept(task: UpkeepTask, error?: unknown): void }
}

/** When each is due (UTC). A job that is run again in the moment in which its last task ends gets no new one. */
const CRONS: Record<UpkeepTask, string> = {
  find_forgotten: '* * * * *',
  retain: '7 * * * *',
  clear_scratch: '27 * * * *',
  make_searchable: '* * * * *',
  sweep: '47 3 * * *',
}

/** With PostgreSQL other processes may be at work: only what no run can still use goes. */
export const SCRATCH_KEPT_MS = 24 * 3_600_000

/** Takes part in the upkeep until the queue is disposed: what is due is done by one process of all that do. */
export async function startUpkeep(tools: UpkeepTools): Promise<void> {
  await tools.queue.repeat(CRONS, async (name, signal) => {
    const task = UPKEEP_TASKS.find((each) => each === name)
    // What a newer release has put into the schedule is not for this one.
    if (task) await upkeep(tools, task, signal)
  })
}

/** Does one task and notes how it went. Throws what went wrong: the queue tries it again. */
async function upkeep(tools: UpkeepTools, task: UpkeepTask, signal: AbortSignal): Promise<void> {
  const { db, observe } = tools
  try {
    await work(tools, task)
  } catch (error) {
    // What stops with the process has not failed.
    signal.throwIfAborted()
    observe.upkept(task, error)
    // Where the database is the cause this fails too, and `/health/ready` says so by itself.
    await noteUpkeepFailed(db, task, asOslerError(error).code).catch((cause) => observe.upkept(task, cause))
    throw error
  }
  await noteUpkeepSucceeded(db, task)
  observe.upkept(task)
}

async function work(tools: UpkeepTools, task: UpkeepTask): Promise<void> {
  if (task === 'find_forgotten') return enqueueForgotten(tools)
  if (task === 'make_searchable') return tools.makeAllSearchable()
  if (task === 'clear_scratch') {
    await forgetProcesses(tools.db)
    return tools.scratch.sweep(SCRATCH_KEPT_MS)
  }
  const now = new Date()
  checkClock(await findLatestTime(tools.db), now)
  await noteLatestTime(tools.db, now)
  if (task === 'retain') await retain(tools, now)
  else await sweepOrphans(tools, now)
}

/** Deletes what retention and sweep hold back: somebody says that the clock is right and that it may go. */
export async function deleteHeld(tools: SweepTools & RetainTools, now: Date = new Date()): Promise<Deleted> {
  await noteLatestTime(tools.db, now)
  return { ...(await retain(tools, now, true)), files: await sweepOrphans(tools, now, true) }
}
