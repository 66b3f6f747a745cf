import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type QueryOptions, type Transaction } from '@electric-sql/pglite'
import { DurableFiles } from './durable-files.ts'

export interface ThreadData {
  folder: string
  /** Compiled. */
  pgliteWasmModule: object
}

/** What the thread that holds the embedded database does for `embedded.ts`. Nothing else may open its folder. */
const { folder, pgliteWasmModule }: ThreadData = workerData
const pglite = await PGlite.create({ fs: new DurableFiles(folder), pgliteWasmModule })

interface Open {
  trx: Transaction
  end: PromiseWithResolvers<void>
  done: Promise<unknown>
}

const transactions = new Map<number, Open>()
const listeners = new Map<string, (payload: string) => void>()

/** Keeps all others out until it ends. */
async function begin(number: number): Promise<void> {
  const end = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<Transaction>()
  const done = pglite.transaction(async (trx) => {
    begun.resolve(trx)
    await end.promise
  })
  done.catch(begun.reject)
  transactions.set(number, { trx: await begun.promise, end, done })
}

async function finish(number: number, end: (open: Open) => void): Promise<void> {
  const open = transactions.get(number)
  if (open === undefined) return
  transactions.delete(number)
  end(open)
  await open.done
}

const REQUESTS = {
  query: (sql: string, parameters?: unknown[], options?: QueryOptions) => pglite.query(sql, parameters, options),
  exec: (sql: string) => pglite.exec(sql),
  begin,
  queryIn: (number: number, ...[sql, parameters, options]: Parameters<PGlite['query']>) =>
    transactions.get(number)?.trx.query(sql, parameters, options),
  commit: (number: number) => finish(number, ({ end }) => end.resolve()),
  rollback: (number: number) => finish(number, ({ end }) => end.reject(new Error('rolled back'))).catch(() => {}),
  async listen(channel: string) {
    const onPayload = (payload: string) => parentPort?.postMessage({ channel, payload })
    listeners.set(channel, onPayload)
    await pglite.listen(channel, onPayload)
  },
  async unlisten(channel: string) {
    await pglite.unlisten(channel, listeners.get(channel))
    listeners.delete(channel)
  },
  close: () => pglite.close(),
}

export type Requests = typeof REQUESTS

parentPort?.on('message', async ({ number, name, args }: { number: number; name: keyof Requests; args: never[] }) => {
  const request = REQUESTS[name] as (...args: never[]) => unknown
  try {
    parentPort?.postMessage({ number, value: await request(...args) })
  } catch (error) {
    parentPort?.postMessage({ number, error: describe(error as Error) })
  }
})

/** PATIENT DATA: the statement's values, which the error of the database has too, stay here. */
function describe(error: Error & { code?: string; constraint?: string }) {
  const { message, code, constraint } = error
  return { message, code, constraint }
}
