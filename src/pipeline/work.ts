import { type DeliverTools, deliverJob } from './deliver-job.ts'
import { type RunTools, runJob } from './run-job.ts'
import { sweep } from './sweep.ts'

/** Callbacks wait for other people's servers, so many may wait at once. */
const DELIVERIES_AT_ONCE = 8

/** Takes tasks from the queue, `workers` recordings at once, until the queue is disposed. */
export async function startWork(tools: RunTools & DeliverTools, workers: number): Promise<void> {
  await sweep(tools)
  await tools.queue.work('run', workers, (jobId, signal) => runJob(tools, jobId, signal))
  await tools.queue.work('deliver', DELIVERIES_AT_ONCE, (jobId) => deliverJob(tools, jobId))
}
