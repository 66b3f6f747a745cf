import { fromKysely, PgBoss } from 'pg-boss'
import { asOslerError, OslerError } from '../domain/errors.ts'
import { PRIORITY, WORK_TASKS, type WorkTask } from '../domain/job.ts'
import type { Database } from './database.ts'
import type { Handle } from './tables.ts'

/** Take a job through the pipeline, or post its result to its callback. */
export type Task = WorkTask | 'deliver'
/** The queue of what the clock asks for. */
const REPEATED = 'upkeep'
const QUEUES: readonly string[] = [...WORK_TASKS, 'deliver', REPEATED]

type TaskHandler = (jobId: string, signal: AbortSignal) => Promise<void>

/** What decides which task is taken next. */
interface Place {
  /** Whether its tenant has no other of its sort and priority under way; by default it has none. */
  isFirst?: boolean
  /** As in `PRIORITY`. */
  priority?: number
  /** Among those that are no firsts, of the same priority, lower ones go before. */
  rank?: number
}

export interface WaitingJob extends Place {
  id: string
}

interface When extends Place {
  afterSeconds?: number
}

export interface Queue extends AsyncDisposable {
  /** True when no task outlived the last process, so that all must be made anew from the rows. */
  startsEmpty: boolean
  /** Adds the task in the caller's transaction. A job has at most one waiting task of each sort. */
  enqueue(trx: Handle, task: Task, jobId: string, when?: When): Promise<void>
  /** The same for many jobs, in one statement. */
  enqueueAll(trx: Handle, task: Task, jobs: readonly WaitingJob[]): Promise<void>
  /**
   * Calls `handler` for each task, `concurrency` at once. When it throws, the task comes again, after growing gaps;
   * the handler decides when to stop by returning. Its signal aborts when the queue is disposed; what it throws then
   * hands the task to the next process, at once.
   * @param keepsOne while `concurrency` are at work, one more takes what is the first of its tenant, so that this waits for
   * nobody's recording to end
   */
  work(task: Task, concurrency: number, handler: TaskHandler, keepsOne?: boolean): Promise<void>
  /**
   * Has one process of all that ask for it call `handler` with a name at the times that its cron expression tells (UTC),
   * and once at first; never twice at a time with the same name. When it throws, the name comes again after growing gaps.
   */
  repeat(crons: Readonly<Record<string, string>>, handler: TaskHandler): Promise<void>
}

interface TaskData {
  /** Of what is repeated, its name. */
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
const UNIQUE_VIOLATION = '23505'

const EVERY_QUEUE = {
  notify: true,
  retryLimit: 100_000,
  retryDelay: 2,
  retryBackoff: true,
  // A disk that has room again is found soon.
  retryDelayMax: 120,
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
  await boss.start().catch(async (error) => {
    // Another process made the queue's tables at the same moment, and has done so now.
    if (error.code !== UNIQUE_VIOLATION) throw error
    await boss.start()
  })
  for (const task of [...WORK_TASKS, REPEATED]) await boss.createQueue(task, { ...EVERY_QUEUE, policy: 'exclusive' })
  await boss.createQueue('deliver', { ...EVERY_QUEUE, policy: 'short' })
  if (database.backend === 'pglite') for (const name of QUEUES) await boss.deleteAllJobs(name)
  const stopping = new AbortController()
  return {
    startsEmpty: database.backend === 'pglite',

    async enqueue(trx, task, jobId, { afterSeconds = 0, ...place } = {}) {
      const { data, ...options } = toTask({ id: jobId, ...place })
      await boss.send(task, data, {
        ...options,
        ...(afterSeconds > 0 && { startAfter: afterSeconds }),
        db: fromKysely(trx),
      })
    },

    async enqueueAll(trx, task, jobs) {
      if (jobs.length > 0) await boss.insert(task, jobs.map(toTask), { db: fromKysely(trx) })
    },

    async work(task, concurrency, handler, keepsOne = false) {
      await putHandsTo(boss, { task, concurrency, keepsOne, stopping: stopping.signal }, handler)
    },

    async repeat(crons, handler) {
      for (const [name, cron] of Object.entries(crons)) {
        const once = { singletonKey: name }
        await boss.schedule(REPEATED, cron, { jobId: name }, { key: name, ...once })
        await boss.send(REPEATED, { jobId: name }, once)
      }
      for (const _ of Object.keys(crons)) await startWorker(boss, REPEATED, stopping.signal, handler)
    },

    async [Symbol.asyncDispose]() {
      // No worker takes another task once the running ones are told, least of all one that was just handed back.
      for (const name of QUEUES) await boss.offWork(name, { wait: false })
      stopping.abort(new Error('The queue stops.'))
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: true })
    },
  }
}

function toTask({ id, ...place }: WaitingJob) {
  // What is to start at once starts “yesterday”: a clock that is set back must not make it wait.
  const startAfter = new Date(Date.now() - DAY_SECONDS * 1000)
  return { data: { jobId: id }, singletonKey: id, startAfter, priority: toNumber(place) }
}

/** The least number of a task that is the first of its tenant. */
const FIRST = 0
/** What a cluster that is never idle reaches after more than a year of a million tasks a day. */
const MOST_RANK = 500_000_000

/** The higher, the sooner: firsts by their priority, then all others by theirs, and then by rank. */
function toNumber({ isFirst = true, priority = PRIORITY.sent, rank = 0 }: Place): number {
  if (isFirst) return FIRST + priority
  return (priority - PRIORITY.live) * MOST_RANK - Math.min(rank + 1, MOST_RANK)
}

interface Work {
  task: Task
  concurrency: number
  keepsOne: boolean
  stopping: AbortSignal
}

/** So many firsts at most are worked on beside what the other hands have. */
const MOST_FIRSTS = 4

/**
 * So many hands take any task. While all of them are at work one more is put to it, which takes firsts alone: no sooner, or
 * it would take the first task of a tenant whose next ones then have all the others.
 */
async function putHandsTo(boss: PgBoss, work: Work, handler: TaskHandler): Promise<void> {
  const { task, concurrency, keepsOne, stopping } = work
  let free = concurrency
  let firsts = 0
  let kept: Promise<string> | undefined
  const takeFirst: TaskHandler = (jobId, signal) => {
    firsts++
    return handler(jobId, signal).finally(() => firsts--)
  }
  const keep = () => {
    kept = startWorker(boss, task, stopping, takeFirst, { minPriority: FIRST })
    // When the queue stops meanwhile, none is needed.
    kept.catch(() => {})
  }
  const letGo = () => {
    // What it has in hand it ends.
    kept?.then((id) => boss.offWork(task, { id, wait: false })).catch(() => {})
    kept = undefined
  }
  const take: TaskHandler = async (jobId, signal) => {
    free--
    if (free === 0 && keepsOne && firsts < MOST_FIRSTS) keep()
    await handler(jobId, signal).finally(() => {
      free++
      letGo()
    })
  }
  for (let count = 0; count < concurrency; count++) await startWorker(boss, task, stopping, take)
}

async function startWorker(
  boss: PgBoss,
  queue: string,
  stopping: AbortSignal,
  handler: TaskHandler,
  least: { minPriority?: number } = {},
): Promise<string> {
  const options = { notifyPollingIntervalSeconds: POLL_SECONDS, batchSize: 1, ...least }
  const worker = await boss.work<TaskData>(queue, options, async ([task]) => {
    try {
      stopping.throwIfAborted()
      if (task) await handler(task.data.jobId, AbortSignal.any([task.signal, stopping]))
    } catch (error) {
      // PATIENT DATA: the queue keeps what is thrown as text in the database, so that it gets the code alone.
      if (!task || !stopping.aborted) throw new OslerError(asOslerError(error).code)
      await handBack(boss, queue, task.id)
    } finally {
      // Whoever is done looks for the next task at once: those that waited are not announced again.
      boss.notifyWorker(worker)
    }
  })
  return worker
}

/** Makes a task that is under way wait again, as if nobody had begun it: failing it would count as a try and cost a gap. */
async function handBack(boss: PgBoss, queue: string, taskId: string): Promise<void> {
  await boss.cancel(queue, taskId)
  await boss.resume(queue, taskId)
}
