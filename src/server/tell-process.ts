import { availableParallelism, hostname } from 'node:os'
import { newId } from '../domain/ids.ts'
import type { Engines } from '../engines/choose-engines.ts'
import { treeCoreSeconds } from '../platform/core-seconds.ts'
import type { Metrics } from '../platform/metrics.ts'
import { VERSION } from '../platform/version.ts'
import { type ProcessState, TELL_MS, tellProcess } from '../store/processes.ts'
import type { Handle } from '../store/tables.ts'

export interface TellTools {
  db: Handle
  engines: Pick<Engines, 'recognizers' | 'writers'>
  metrics: Metrics
  workers: number
}

/** Tells all who share the database of this process, every half minute until it is disposed: what it takes on, and what it did. */
export async function tellOfProcess(tools: TellTools, tasks: readonly string[]): Promise<AsyncDisposable> {
  const id = newId()
  let before = { atMs: performance.now(), coreSeconds: await treeCoreSeconds() }
  const tell = async (isEnded = false) => {
    const now = { atMs: performance.now(), coreSeconds: await treeCoreSeconds() }
    const seconds = (now.atMs - before.atMs) / 1000
    const coresBusy = seconds > 0 ? Math.max(0, now.coreSeconds - before.coreSeconds) / seconds : 0
    before = now
    const state = { id, ...describe(tools, tasks), core_seconds: now.coreSeconds, cores_busy: coresBusy }
    await tellProcess(tools.db, { ...state, heard_seconds: await heardSeconds(tools.metrics) }, new Date(), isEnded)
  }
  await tell()
  // Where the database is down for a while the next time will do.
  const timer = setInterval(() => void tell().catch(() => {}), TELL_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await tell(true).catch(() => {})
    },
  }
}

type Description = Pick<ProcessState, 'host' | 'version' | 'tasks' | 'workers' | 'cores' | 'engines'>

function describe({ engines, workers }: TellTools, tasks: readonly string[]): Description {
  const all = [...engines.recognizers, ...engines.writers].map(({ name, model }) => `${name} ${model}`)
  const machine = { host: hostname(), cores: availableParallelism() }
  return { ...machine, version: VERSION, workers, tasks: tasks.join(','), engines: all.join(',') }
}

const heardSeconds = async ({ heardSeconds }: Metrics) => (await heardSeconds.get()).values[0]?.value ?? 0
