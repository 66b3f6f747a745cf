import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pLimit from 'p-limit'
import { TEST_KEY } from '../../test/support/open-test-system.ts'
import { until } from '../../test/support/until.ts'
import { printFigure, quantile } from '../figures.ts'
import { countDone, openNodes, sendWork } from './nodes.ts'

// How many jobs a second PostgreSQL bears beside the processes here, which share its cores; and how quickly a client that
// polls is answered meanwhile. The engine is faked at its port, so that this is what the queue and the rows cost.
const WORKERS = 2
const AT_ONCE = 8
const POLL_MS = 50

export async function measureThroughput(jobs = 2000): Promise<void> {
  await using nodes = await openNodes()
  const { server } = nodes
  for (let count = 0; count < WORKERS; count++) await nodes.start('worker', { OSLER_WORKERS: '8' })
  const { consultationId } = await sendWork(server, 0)
  await until('the first is done', async () => (await countDone(server)) === 1)
  const [before, startedMs] = [await countStatements(server), performance.now()]
  const atOnce = pLimit(AT_ONCE)
  const sent = Promise.all(Array.from({ length: jobs }, () => atOnce(() => sendWork(server, 0))))
  const done = sent.then(() => until('all are done', async () => (await countDone(server)) > jobs, 600_000))
  const polls: Promise<number>[] = []
  let isDone = false
  void done.finally(() => {
    isDone = true
  })
  while (!isDone) {
    polls.push(poll(server.address, consultationId))
    await sleep(POLL_MS)
  }
  await done
  const seconds = (performance.now() - startedMs) / 1000
  const each = ((await countStatements(server)) - before) / jobs
  printFigure(
    `jobs a second, taken and done, by ${WORKERS} processes of 8 (${jobs} of them)`,
    (jobs / seconds).toFixed(0),
    '≥ 100',
  )
  printFigure('  transactions of the database a job', each.toFixed(1), '')
  const p99 = quantile(await Promise.all(polls), 0.99)
  printFigure(`  99th percentile of ${polls.length} status polls meanwhile`, `${p99.toFixed(0)} ms`, '≤ 50 ms')
}

async function poll(address: string, consultationId: string): Promise<number> {
  const startedMs = performance.now()
  const headers = { authorization: `Bearer ${TEST_KEY}` }
  const answer = await fetch(`${address}/api/consultations/${consultationId}`, { headers })
  await answer.arrayBuffer()
  return performance.now() - startedMs
}

/** PostgreSQL tells its counts a second late. */
const STATISTICS_MS = 1500

async function countStatements({ system }: Awaited<ReturnType<typeof openNodes>>['server']): Promise<number> {
  await sleep(STATISTICS_MS)
  const asked = sql<{ count: number }>`
    select sum(xact_commit + xact_rollback)::int as count from pg_stat_database`
  return (await asked.execute(system.forDoors.db)).rows[0]?.count ?? 0
}

if (import.meta.main) await measureThroughput(Number(process.argv[2] ?? 2000))
