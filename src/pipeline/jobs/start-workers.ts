import { type TaskClass, WORK_TASKS, type WorkTask } from '../../domain/job.ts'
import type { Task } from '../../store/queue.ts'
import { type DeliverTools, deliverJob } from './deliver-job.ts'
import { type RunTools, runJob } from './run-job.ts'

/** Callbacks wait for other people's servers, so many may wait at once. */
const DELIVERIES_AT_ONCE = 8

const CLASS_OF: Record<WorkTask, TaskClass> = { run: 'transcribe', hear_segment: 'transcribe', write: 'write' }

type WorkerTools = RunTools & DeliverTools & { observe: { taskThrew(task: Task, error: unknown): void } }

/** Takes tasks of these classes from the queue, `workers` of each sort at once, until the queue is disposed. */
export async function startWorkers(tools: WorkerTools, classes: readonly TaskClass[], workers: number): Promise<void> {
  const watch = (task: Task, handle: (jobId: string, signal: AbortSignal) => Promise<void>) => {
    return (jobId: string, signal: AbortSignal) =>
      handle(jobId, signal).catch((error) => {
        // The queue tries it again; what stops with the process has not failed.
        if (!signal.aborted) tools.observe.taskThrew(task, error)
        throw error
      })
  }
  // Each sort of work has as many hands: engines share their processes fairly between all that is under way.
  for (const task of WORK_TASKS.filter((each) => classes.includes(CLASS_OF[each]))) {
    const run = watch(task, (jobId, signal) => runJob(tools, jobId, signal))
    await tools.queue.work(task, workers, run, true)
  }
  const post = watch('deliver', (jobId) => deliverJob(tools, jobId))
  if (classes.includes('deliver')) await tools.queue.work('deliver', DELIVERIES_AT_ONCE, post)
}
