import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { PGliteDialectConfig } from 'kysely'
import { OslerError } from '../domain/errors.ts'
import type { Requests, ThreadData } from './embedded-thread.ts'

/** What Kysely takes for PGlite. */
type Pglite = Exclude<PGliteDialectConfig['pglite'], (...args: never[]) => unknown>

/** The embedded database, as Kysely and pg-boss know PGlite. */
export interface Embedded extends Pglite {
  exec(sql: string): Promise<{ rows: object[] }[]>
  /** Answers a way to end it. */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>
}

/**
 * Opens the embedded database in a thread of its own: it computes and writes to the disk in one go, and all who ask this
 * process would wait meanwhile. Throws what PGlite throws.
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  compiled ??= compile()
  const { ask, listeners, end } = startThread({ folder, pgliteWasmModule: await compiled })
  let isClosed = false
  let transactions = 0

  const opened: Embedded = {
    ready: true,
    waitReady: Promise.resolve(),
    get closed() {
      return isClosed
    },
    query: (sql, parameters, options) => ask('query', sql, parameters, options),
    exec: (sql) => ask('exec', sql),
    async transaction(work) {
      const number = ++transactions
      await ask('begin', number)
      const rollback = () => ask<void>('rollback', number)
      try {
        const value = await work({
          query: (sql, parameters, options) => ask('queryIn', number, sql, parameters, options),
          rollback,
        })
        await ask('commit', number)
        return value
      } catch (error) {
        await rollback()
        throw error
      }
    },
    async listen(channel, onPayload) {
      const all = listeners.get(channel) ?? new Set()
      listeners.set(channel, all.add(onPayload))
      if (all.size === 1) await ask('listen', channel)
      return async () => {
        all.delete(onPayload)
        if (all.size === 0) await ask('unlisten', channel)
      }
    },
    async close() {
      isClosed = true
      await ask('close')
      await end()
    },
  }
  // It is there when it answers.
  await opened.exec('select').catch(async (error) => {
    await end()
    throw error
  })
  return opened
}

/** Once a process, for all databases that it opens: it takes half a second of a processor. */
let compiled: Promise<object> | undefined

/** The part of it that is used; TypeScript knows it for browsers alone. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

const compile = async () =>
  WebAssembly.compile(await readFile(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'))))

/** From the thread: what was asked for, or what somebody listens to. */
type Message =
  | { number: number; value?: unknown; error?: { message: string; code?: string; constraint?: string } }
  | { channel: string; payload: string }

function startThread(workerData: ThreadData) {
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData, execArgv: [] })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Set<(payload: string) => void>>()
  let number = 0
  let failure: Error | undefined

  /** A thread that waits keeps no process alive. */
  const keepAlive = () => (waiting.size > 0 ? worker.ref() : worker.unref())

  worker.on('message', (message: Message) => {
    if ('channel' in message) {
      for (const onPayload of [...(listeners.get(message.channel) ?? [])]) onPayload(message.payload)
      return
    }
    const asked = waiting.get(message.number)
    waiting.delete(message.number)
    keepAlive()
    if (message.error) asked?.reject(Object.assign(new Error(message.error.message), message.error))
    else asked?.resolve(message.value)
  })
  const fail = (error: Error) => {
    failure ??= error
    for (const asked of waiting.values()) asked.reject(failure)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new OslerError('database_down')))
  keepAlive()

  return {
    listeners,
    ask<Value>(name: keyof Requests, ...args: unknown[]): Promise<Value> {
      if (failure) return Promise.reject(failure)
      const asked = Promise.withResolvers<unknown>()
      waiting.set(++number, asked)
      keepAlive()
      worker.postMessage({ number, name, args })
      return asked.promise as Promise<Value>
    },
    end: () => worker.terminate(),
  }
}
