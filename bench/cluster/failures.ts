import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'
import { countDone, type Node, type Nodes, openNodes, sendWork } from './nodes.ts'

// What becomes of work when a worker is killed, stands still, or the database restarts: three workers of one hand each, an
// engine that takes a second. Nothing may be lost or done twice, and all is to be done within 60 s more than undisturbed.
const JOBS = 30
const WORK_MS = 1000
const WORKERS = 3
const AFTER_MS = 2500
/** Longer than the queue waits for a sign of life, so that the work is given to another. */
const PAUSE_MS = 45_000
const DOWN_MS = 3000

const DISTURBANCES: Record<string, (nodes: Nodes, worker: Node) => Promise<void>> = {
  undisturbed: async () => {},
  'one is killed': async (_, worker) => worker.stop('SIGKILL'),
  'one stands still for 45 s': async (_, { process }) => {
    process.kill('SIGSTOP')
    await sleep(PAUSE_MS)
    process.kill('SIGCONT')
  },
  'PostgreSQL is gone for 3 s': async ({ postgres }) => postgres.restart(DOWN_MS),
}

export async function measureFailures(): Promise<void> {
  for (const [name, disturb] of Object.entries(DISTURBANCES)) {
    await using nodes = await openNodes()
    const workers: Node[] = []
    for (let count = 0; count < WORKERS; count++) workers.push(await nodes.start('worker'))
    const startedMs = performance.now()
    for (let count = 0; count < JOBS; count++) await sendWork(nodes.server, WORK_MS)
    await sleep(AFTER_MS)
    const disturbed = disturb(nodes, workers[0] as Node)
    // Until the database is back nothing can be counted.
    await until('all are done', async () => (await countDone(nodes.server).catch(() => 0)) === JOBS, 240_000)
    const seconds = (performance.now() - startedMs) / 1000
    await disturbed
    // Who stood still may still write what it had in hand.
    await sleep(2 * WORK_MS)
    const { lost, doubled } = await countFaults(nodes)
    printFigure(
      `${name}: ${JOBS} works of a second by three, ${lost} lost, ${doubled} doubled`,
      `${seconds.toFixed(0)} s`,
      '0, 0',
    )
  }
}

/** Jobs that did not end well or without a document, and such as have two. */
export async function countFaults({ server }: Nodes): Promise<{ lost: number; doubled: number }> {
  const { rows } = await sql<{ lost: number; doubled: number }>`
    with of_jobs as (select jobs.id, jobs.status, count(notes.job_id) as notes from jobs left join notes on notes.job_id = jobs.id
      group by jobs.id)
    select count(*) filter (where status != 'succeeded' or notes = 0)::int as lost,
      count(*) filter (where notes > 1)::int as doubled from of_jobs`.execute(server.system.forDoors.db)
  return rows[0] ?? { lost: JOBS, doubled: 0 }
}

if (import.meta.main) await measureFailures()
