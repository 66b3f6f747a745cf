import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import { OslerError } from '../domain/errors.ts'
import { type Answer, type AnyTasks, readError } from './thread-answers.ts'

type Answered<Task extends AnyTasks[string]> = Awaited<ReturnType<Task>>

/** Work that holds a thread, done in threads of their own, so that the one that answers stays free. */
export interface Threads<Tasks extends AnyTasks> extends AsyncDisposable {
  /**
   * Runs a task with these arguments, which are copied, as is what it answers. Throws what the task throws,
   * `work_too_heavy` past the limits, `stopping`, and the signal's reason.
   */
  run<Name extends keyof Tasks & string>(
    name: Name,
    args: Parameters<Tasks[Name]>,
    signal?: AbortSignal,
  ): Promise<Answered<Tasks[Name]>>
}

export interface ThreadLimits {
  /** Of one task, and of the memory that its thread may take. */
  seconds: number
  megabytes: number
  /** Threads at most; they start when there is work. */
  threads: number
}

/** Nine hundred kilobytes of talk take 8 s of a processor; what takes longer than this is no consultation. */
const LIMITS: ThreadLimits = { seconds: 60, megabytes: 1024, threads: Math.max(2, availableParallelism() - 1) }

interface Job {
  name: string
  args: unknown[]
  signal: AbortSignal | undefined
}

/** Threads that run `module`, which calls `answerTasks`. */
export function openThreads<Tasks extends AnyTasks>(module: URL, limits: ThreadLimits = LIMITS): Threads<Tasks> {
  const turn = pLimit(limits.threads)
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let isClosed = false

  function start(): Worker {
    const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
    // What went wrong is told where it is waited for; nobody may be.
    worker.on('error', () => {})
    all.add(worker)
    return worker
  }

  async function work(job: Job): Promise<Answer> {
    if (isClosed) throw new OslerError('stopping')
    job.signal?.throwIfAborted()
    // The one that worked last still has in its memory what it read.
    const worker = idle.pop() ?? start()
    try {
      const answer = await ask(worker, job, limits)
      idle.push(worker)
      return answer
    } catch (error) {
      // What it is at cannot be stopped otherwise.
      all.delete(worker)
      void worker.terminate()
      throw error
    }
  }

  return {
    async run<Name extends keyof Tasks & string>(
      name: Name,
      args: Parameters<Tasks[Name]>,
      signal?: AbortSignal,
    ): Promise<Answered<Tasks[Name]>> {
      const answer = await turn(() => work({ name, args, signal }))
      if ('error' in answer) throw readError(answer.error)
      return answer.value as Answered<Tasks[Name]>
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

/** Throws where the thread is of no use any more. */
async function ask(worker: Worker, { name, args, signal }: Job, limits: ThreadLimits): Promise<Answer> {
  const timeout = AbortSignal.timeout(limits.seconds * 1000)
  const done = new AbortController()
  const until = { signal: AbortSignal.any([timeout, done.signal, ...(signal ? [signal] : [])]) }
  const ended = once(worker, 'exit', until).then(() => {
    throw new OslerError('stopping')
  })
  worker.ref()
  try {
    worker.postMessage({ name, args })
    const [answer] = await Promise.race([once(worker, 'message', until), ended])
    return answer as Answer
  } catch (error) {
    signal?.throwIfAborted()
    const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    throw timeout.aborted || isOutOfMemory ? tooHeavy(limits) : error
  } finally {
    done.abort()
    // A thread that waits keeps no process alive.
    worker.unref()
  }
}

function tooHeavy({ seconds, megabytes }: ThreadLimits): OslerError {
  const message = `The work takes more than ${seconds} s or ${megabytes} MB: send less at once, or shorter sentences and words.`
  return new OslerError('work_too_heavy', message, { seconds, megabytes })
}
