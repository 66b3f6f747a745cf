import { fromKysely, PgBoss } from 'pg-boss'
import { WORK_TASKS, type WorkTask } from '../domain/job.ts'
import type { Database } from './database.ts'
import type { Handle } from './tables.ts'

/** Take a job down the pipeline, or post its result to its callback. */
export type Task = WorkTask | 'deliver'
const TASKS: readonly Task[] = [...WORK_TASKS, 'deliver']

type TaskHandler = (jobId: string, signal: AbortSignal) => Promise<void>

interface When {
  afterSeconds?: number
  /**
   * So many tasks of the same tenant wait before it. The first of each tenant is taken before the second of any: a tenant
   * that sends a thousand at once does not keep the others waiting.
   */
  behind?: number
}

export interface Queue extends AsyncDisposable {
  /** True when no task outlived the last process, so that all must be made anew from the rows. */
  startsEmpty: boolean
  /** Adds the task in the caller's transaction. A job has at most one waiting task of each sort. */
  enqueue(trx: Handle, task: Task, jobId: string, when?: When): Promise<void>
  /**
   * Calls `handler` for each task, `concurrency` at once. When it throws, the task comes again, after growing gaps;
   * the handler decides when to stop by returning. Its signal aborts when the queue is disposed; what it throws then
   * hands the task to the next process, at once.
   */
  work(task: Task, concurrency: number, handler: TaskHandler): Promise<void>
}

interface TaskData {
  jobId: string
}

/** Notifications wake workers at once; this poll finds tasks whose time has come, and those whose notification got lost. */
const POLL_SECONDS = 5
/** A worker of another process that is silent for so long has died: its tasks come back. */
const HEARTBEAT_SECONDS = 30
/** How often silent workers are looked for: a killed one's task started again after 35 s, and after 65 s with 60. */
const SUPERVISE_SECONDS = 10
const DAY_SECONDS = 86_400
const STOP_TIMEOUT_MS = 10_000

const EVERY_QUEUE = {
  notify: true,
  retryLimit: 100_000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: DAY_SECONDS - 1,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retentionSeconds: 14 * DAY_SECONDS,
  deleteAfterSeconds: 3600,
}

/**
 * Opens the queue in the same database as the rows. The embedded database has one process, so what it finds under
 * way is left over from one that died: all tasks go, and the sweep makes them anew from the jobs.
 */
export async function openQueue(database: Database, onError: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    ...database.forQueue,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', onError)
  await boss.start()
  for (const task of WORK_TASKS) await boss.createQueue(task, { ...EVERY_QUEUE, policy: 'exclusive' })
  await boss.createQueue('deliver', { ...EVERY_QUEUE, policy: 'short' })
  if (database.backend === 'pglite') for (const task of TASKS) await boss.deleteAllJobs(task)
  const stopping = new AbortController()
  return {
    startsEmpty: database.backend === 'pglite',

    async enqueue(trx, task, jobId, { afterSeconds = 0, behind = 0 } = {}) {
      // What is to start at once starts “yesterday”: a clock that is set back must not make it wait.
      const startAfter = afterSeconds > 0 ? afterSeconds : new Date(Date.now() - DAY_SECONDS * 1000)
      const options = { singletonKey: jobId, startAfter, priority: -behind, db: fromKysely(trx) }
      await boss.send(task, { jobId }, options)
    },

    async work(task, concurrency, handler) {
      const options = { notifyPollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }
      for (let count = 0; count < concurrency; count++) {
        const worker = await boss.work<TaskData>(task, options, async ([job]) => {
          try {
            stopping.signal.throwIfAborted()
            if (job) await handler(job.data.jobId, AbortSignal.any([job.signal, stopping.signal]))
          } catch (error) {
            if (!job || !stopping.signal.aborted) throw error
            await handBack(boss, task, job.id)
          } finally {
            // Whoever is done looks for the next task at once: those that waited are not announced again.
            boss.notifyWorker(worker)
          }
        })
      }
    },

    async [Symbol.asyncDispose]() {
      // No worker takes another task once the running ones are told, least of all one that was just handed back.
      for (const task of TASKS) await boss.offWork(task, { wait: false })
      stopping.abort(new Error('The queue stops.'))
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: true })
    },
  }
}

/** Makes a task that is under way wait again, as if nobody had begun it: failing it would count as a try and cost a gap. */
async function handBack(boss: PgBoss, task: Task, taskId: string): Promise<void> {
  await boss.cancel(task, taskId)
  await boss.resume(task, taskId)
}
