import pLimit from 'p-limit'
import { OslerError } from '../../domain/errors.ts'
import { watchIdle } from '../../platform/idle-watch.ts'

const IDLE_MS = 60_000

/** A process with its models loaded, for one piece of work at a time. */
export interface EngineProcess {
  close(): Promise<void>
}

/** A process, and what it was started for: another key needs another process. */
interface Member<Process> {
  key: string
  starting: Promise<Process>
}

interface Work<Process, Value> {
  /** Equal for work that the same process can do. */
  key: string
  start(): Promise<Process>
  /** Throws when the process died or hangs; it is closed then. */
  do(process: Process): Promise<Value>
}

/** Processes that do work, so many at a time, kept loaded for a minute. */
export interface ProcessPool<Process extends EngineProcess> extends AsyncDisposable {
  /** Does the work, once more in a new process when it failed. Throws what failed, or the reason of `signal`. */
  run<Value>(work: Work<Process, Value>, signal: AbortSignal): Promise<Value>
}

/** @param name what the engine is called in an error */
export function openProcessPool<Process extends EngineProcess>(name: string, atOnce: number): ProcessPool<Process> {
  const limit = pLimit(atOnce)
  const idle: Member<Process>[] = []
  const busy = new Set<Member<Process>>()
  const disposal = new AbortController()
  const watch = watchIdle(IDLE_MS, () => void closeAll(idle.splice(0)))

  /** One with the same key; for a new one the longest idle of the others goes, so that memory stays bounded. */
  function take({ key, start }: Work<Process, unknown>): Member<Process> {
    const at = idle.findIndex((member) => member.key === key)
    if (at >= 0) return idle.splice(at, 1)[0] as Member<Process>
    if (idle.length + busy.size >= 2 * atOnce) closeAll(idle.splice(0, 1))
    return { key, starting: start() }
  }

  /** In a process that does nothing else meanwhile; one that failed is not used again. */
  async function runIn<Value>(member: Member<Process>, work: Work<Process, Value>): Promise<Value> {
    using _ = watch.begin()
    busy.add(member)
    try {
      const value = await work.do(await member.starting)
      idle.push(member)
      return value
    } catch (error) {
      await closeAll([member])
      throw error
    } finally {
      busy.delete(member)
    }
  }

  /** A new process gets what a first one failed at: memory may have been short, so the idle ones go before it starts. */
  async function runTwice<Value>(work: Work<Process, Value>, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted()
    return runIn(take(work), work).catch(async () => {
      signal.throwIfAborted()
      await closeAll(idle.splice(0))
      return runIn({ key: work.key, starting: work.start() }, work)
    })
  }

  return {
    run(work, signal) {
      const stop = AbortSignal.any([signal, disposal.signal])
      return limit(() => runTwice(work, stop))
    },
    async [Symbol.asyncDispose]() {
      disposal.abort(new OslerError('engine_failed', `${name} was closed.`))
      watch.stop()
      await closeAll([...idle.splice(0), ...busy])
    },
  }
}

/** Ends processes, also those that are about to start. */
async function closeAll(members: readonly Member<EngineProcess>[]): Promise<void> {
  const closeOne = ({ starting }: Member<EngineProcess>) =>
    starting.then(
      (process) => process.close(),
      () => {},
    )
  await Promise.all(members.map(closeOne))
}
