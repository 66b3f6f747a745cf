import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { Client } from 'pg'
import { treeCoreSeconds } from '../../src/platform/core-seconds.ts'
import { startCluster } from '../../test/support/postgres-cluster.ts'
import { S3Server } from '../../test/support/s3-server.ts'
import { send } from '../native-client.ts'
import { type BenchServer, startServer } from '../server.ts'
import type { Cost, Linear } from './simulate.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')
const SAMPLE_MINUTES = 86.23 / 60
/** The sample so many times over. */
const LONGER = 4
/** PostgreSQL tells its counts a second late. */
const STATISTICS_MS = 2500
const IDLE_MS = 10_000
const POLL_MS = 500

interface Counts {
  coreSeconds: number
  transactions: number
  storeRequests: number
}

/**
 * What one consultation costs, measured here with PostgreSQL, a bucket and the recogniser that is set: of its own, and for
 * each minute that it is long. Cores are those of the server and all that it started, without the database's.
 */
export async function measureCost(): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-cost-'))
  await using cluster = await startCluster()
  await using store = await S3Server.open()
  const { id, secret } = store.key
  Object.assign(process.env, { OSLER_DATABASE_URL: cluster.url, OSLER_BLOBS_URL: store.url('cost') })
  Object.assign(process.env, { OSLER_BLOBS_KEY_ID: id, OSLER_BLOBS_SECRET: secret })
  await using server = await startServer()
  const count = () => readCounts(server, cluster.url, store)
  const longer = join(folder, 'longer.ogg')
  await execa('ffmpeg', ['-v', 'error', '-stream_loop', String(LONGER - 1), '-i', SAMPLE, '-c', 'copy', longer])
  const hear = async (file: string) => {
    const [before, startedMs] = [await count(), performance.now()]
    const asked = await waitUntilDone(cluster.url, await send(server, file))
    const seconds = (performance.now() - startedMs) / 1000 + STATISTICS_MS / 1000
    const spent = subtract(await count(), before)
    return { ...spent, transactions: spent.transactions - asked, seconds }
  }
  // Loads the model.
  await hear(SAMPLE)
  const [idle, idleFromMs] = [await count(), performance.now()]
  await sleep(IDLE_MS)
  const idleTransactions = subtract(await count(), idle).transactions
  const idleTransactionsPerSecond = idleTransactions / ((performance.now() - idleFromMs) / 1000)
  const [short, long] = [await hear(SAMPLE), await hear(longer)]
  await rm(folder, { recursive: true })
  const fit = (read: (one: typeof short) => number): Linear => {
    const perMinute = (read(long) - read(short)) / (SAMPLE_MINUTES * (LONGER - 1))
    return { fixed: Math.max(0, read(short) - perMinute * SAMPLE_MINUTES), perMinute }
  }
  return {
    coreSeconds: fit(({ coreSeconds }) => coreSeconds),
    // Without what a process asks for while nothing comes.
    transactions: fit(({ transactions, seconds }) => Math.max(0, transactions - idleTransactionsPerSecond * seconds)),
    storeRequests: fit(({ storeRequests }) => storeRequests),
    idleTransactionsPerSecond,
  }
}

/** Nobody looks on, as that costs by itself; answers how often it asked the database, which is counted there. */
async function waitUntilDone(url: string, consultationId: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (let asked = 1; ; asked++) {
    const { rows } = await client.query('select status from jobs where consultation_id = $1', [consultationId])
    if (rows[0]?.status === 'failed') throw new Error('The recording failed.')
    if (rows[0]?.status === 'succeeded') return client.end().then(() => asked)
    await sleep(POLL_MS)
  }
}

async function readCounts(server: BenchServer, url: string, store: S3Server): Promise<Counts> {
  await sleep(STATISTICS_MS)
  const client = new Client({ connectionString: url })
  await client.connect()
  const asked = 'select sum(xact_commit + xact_rollback)::int as count from pg_stat_database'
  const [row] = (await client.query<{ count: number }>(asked)).rows
  await client.end()
  const coreSeconds = await treeCoreSeconds(server.process.pid ?? 0)
  return { coreSeconds, transactions: row?.count ?? 0, storeRequests: store.requestCount }
}

const subtract = (after: Counts, before: Counts): Counts => ({
  coreSeconds: after.coreSeconds - before.coreSeconds,
  transactions: after.transactions - before.transactions,
  storeRequests: after.storeRequests - before.storeRequests,
})
