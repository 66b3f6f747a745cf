import { WORK_TASKS } from '../../domain/job.ts'
import type { Retention } from '../../domain/retention.ts'
import { retain } from '../upkeep/retain.ts'
import { enqueueForgotten, sweep } from '../upkeep/sweep.ts'
import { type DeliverTools, deliverJob } from './deliver-job.ts'
import { type RunTools, runJob } from './run-job.ts'

/** Callbacks wait for other people's servers, so many may wait at once. */
const DELIVERIES_AT_ONCE = 8
/** A job that is run again in the moment in which its last task ends gets no new one: this finds it. */
const LOOK_FOR_FORGOTTEN_MS = 30_000
const RETAIN_MS = 3_600_000

/** Takes tasks from the queue, `workers` of each sort at once, until the queue is disposed; call what it answers before. */
export async function startWork(
  tools: RunTools & DeliverTools & { retention: Retention },
  workers: number,
): Promise<() => void> {
  await sweep(tools)
  await retain(tools)
  // Each sort of work has as many hands: engines share their processes fairly between all that is under way.
  for (const task of WORK_TASKS) await tools.queue.work(task, workers, (jobId, signal) => runJob(tools, jobId, signal))
  await tools.queue.work('deliver', DELIVERIES_AT_ONCE, (jobId) => deliverJob(tools, jobId))
  // What goes wrong here is tried again in half a minute.
  const timer = setInterval(() => void enqueueForgotten(tools).catch(() => {}), LOOK_FOR_FORGOTTEN_MS)
  const hourly = setInterval(() => void retain(tools).catch(() => {}), RETAIN_MS)
  return () => {
    clearInterval(timer)
    clearInterval(hourly)
  }
}
