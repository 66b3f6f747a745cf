import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { makeRandom } from '../../test/support/random.ts'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'
import { countDone, type Nodes, openNodes, sendWork } from './nodes.ts'
import { simulateHands, type Work } from './simulate.ts'

// Whether the simulation tells what really happens: the same works come at the same times to 1, 2 and 3 worker processes of
// one hand each, with an engine that takes as long as it is told (so this checks the queue, not how fast anybody hears).
const WORKS = 40
/** A little more than one worker can do, so that works wait and the queue grows. */
const LOAD = 1.3
const [LEAST_SECONDS, MOST_SECONDS] = [0.3, 1.5]
/** Works that one hand does one behind the other, to see what it takes besides. */
const PROBES = 20
const PROBE_SECONDS = 0.3

export async function checkSimulation(): Promise<void> {
  await using nodes = await openNodes()
  await nodes.start('worker')
  await sendWork(nodes.server, 0)
  await until('the first is done', async () => (await countDone(nodes.server)) === 1)
  const overhead = await measureOverhead(nodes)
  printFigure('what a hand takes for a work besides the engine', `${(1000 * overhead).toFixed(0)} ms`, '')
  for (const workers of [1, 2, 3]) {
    if (workers > 1) await nodes.start('worker')
    const works = makeWorks(workers)
    const real = await runReally(nodes, works)
    const held = works.map(({ at, seconds }) => ({ at, seconds: seconds + overhead }))
    const waits = simulateHands(held, workers)
    const [found, simulated] = [mean(real), mean(held.map(({ seconds }, index) => (waits[index] ?? 0) + seconds))]
    const what = `${workers} workers: from sent to done, on average, beside ${simulated.toFixed(2)} s simulated`
    printFigure(what, `${found.toFixed(2)} s`, `within 15 %: ${(100 * (found / simulated - 1)).toFixed(0)} %`)
  }
}

/** What a hand is busy for besides its engine, in seconds. */
async function measureOverhead(nodes: Nodes): Promise<number> {
  const real = await runReally(nodes, Array(PROBES).fill({ at: 0, seconds: PROBE_SECONDS }))
  return Math.max(...real) / PROBES - PROBE_SECONDS
}

function makeWorks(workers: number): Work[] {
  const random = makeRandom(workers)
  const chance = () => random.below(2 ** 31) / 2 ** 31
  const gap = (LEAST_SECONDS + MOST_SECONDS) / 2 / workers / LOAD
  let at = 0
  return Array.from({ length: WORKS }, () => {
    at += -Math.log(1 - chance()) * gap
    return { at, seconds: LEAST_SECONDS + chance() * (MOST_SECONDS - LEAST_SECONDS) }
  })
}

/** How long each took from when it was sent, in seconds. */
async function runReally({ server }: Nodes, works: readonly Work[]): Promise<number[]> {
  const { db } = server.system.forDoors
  const startedMs = performance.now()
  const jobs = await Promise.all(
    works.map(async ({ at, seconds }) => {
      await sleep(at * 1000 - (performance.now() - startedMs))
      return sendWork(server, seconds * 1000)
    }),
  )
  const ids = jobs.map(({ id }) => id)
  const asked = sql<{ seconds: number }>`
    select extract(epoch from finished_at - created_at)::float8 as seconds from jobs
    where id in (${sql.join(ids)}) and status = 'succeeded'`
  const rows = await until(
    'all are done',
    async () => {
      const { rows } = await asked.execute(db)
      return rows.length === ids.length && rows
    },
    300_000,
  )
  return rows.map(({ seconds }) => seconds)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

if (import.meta.main) await checkSimulation()
