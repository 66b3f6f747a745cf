import { createReadStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { ffmpeg, make } from '../../test/support/recordings.ts'
import { submissionOf } from '../../test/support/submissions.ts'
import { until } from '../../test/support/until.ts'
import { printFigure } from '../figures.ts'
import { type CuttableLine, openLine } from './cuttable-line.ts'
import { countDone, type Node, type Nodes, openNodes } from './nodes.ts'

// What becomes of recordings when a worker is killed, stands still or loses its network, or when the database or the store
// restarts: three workers of one hand each, with engines that take a second. Nothing may be lost or done twice, and all is to be
// done within 60 s more than undisturbed. `node bench/cluster/failures.ts [which]`, as 'killed'.
const JOBS = 30
const WORKERS = 3
const AFTER_MS = 2500
/** Longer than the queue waits for a sign of life, so that the work is given to another. */
const PAUSE_MS = 45_000
const CUT_MS = 60_000
const DOWN_MS = 3000
const SLOW_MS = 5000

interface Disturbed {
  nodes: Nodes
  /** The first worker, and its lines to the database and the store. */
  worker: Node
  lines: readonly CuttableLine[]
}

const DISTURBANCES: Record<string, (disturbed: Disturbed) => Promise<void>> = {
  undisturbed: async () => {},
  'one is killed': async ({ worker }) => worker.stop('SIGKILL'),
  'one stands still for 45 s': async ({ worker }) => {
    worker.process.kill('SIGSTOP')
    await sleep(PAUSE_MS)
    worker.process.kill('SIGCONT')
  },
  "one's network is cut for a minute": async ({ lines }) => {
    for (const line of lines) line.cut()
    await sleep(CUT_MS)
    for (const line of lines) line.mend()
  },
  'PostgreSQL is gone for 3 s': async ({ nodes }) => nodes.postgres.restart(DOWN_MS),
  'the store is gone for 3 s': async ({ nodes: { store } }) => {
    store.refusesAll = 'cut'
    await sleep(DOWN_MS)
    store.refusesAll = undefined
  },
  'the store takes 5 s for an answer': async ({ nodes: { store } }) => {
    store.delayMs = SLOW_MS
  },
}

export async function measureFailures(which = ''): Promise<void> {
  for (const [name, disturb] of Object.entries(DISTURBANCES)) if (name.includes(which)) await measure(name, disturb)
}

async function measure(name: string, disturb: (disturbed: Disturbed) => Promise<void>): Promise<void> {
  await using nodes = await openNodes()
  const portOf = (url: string) => Number(new URL(url).port)
  await using toDatabase = await openLine(portOf(nodes.postgres.url))
  await using toStore = await openLine(portOf(nodes.store.endpoint))
  const apart = {
    OSLER_DATABASE_URL: Object.assign(new URL(nodes.postgres.url), { port: toDatabase.port }).href,
    OSLER_BLOBS_URL: nodes.storeUrl.replace(nodes.store.endpoint, `http://127.0.0.1:${toStore.port}`),
  }
  const worker = await nodes.start('hearer', apart)
  for (let count = 1; count < WORKERS; count++) await nodes.start('hearer')
  await sendRecordings(nodes)
  const startedMs = performance.now()
  await sleep(AFTER_MS)
  const disturbed = disturb({ nodes, worker, lines: [toDatabase, toStore] })
  // Until the database is back nothing can be counted.
  await until('all are done', async () => (await countDone(nodes.server).catch(() => 0)) === JOBS, 300_000)
  const seconds = (performance.now() - startedMs) / 1000
  await disturbed
  // Who stood still may still write what it had in hand.
  await sleep(SLOW_MS)
  const { lost, doubled } = await countFaults(nodes)
  const what = `${name}: ${JOBS} recordings of a second by three, ${lost} lost, ${doubled} doubled`
  printFigure(what, `${seconds.toFixed(0)} s`, '0, 0')
}

async function sendRecordings({ server }: Nodes): Promise<void> {
  const { ingest, submit } = server.system.capabilitiesOf('native').intake
  const file = await make('wav', 'one second of a sine', (path) =>
    ffmpeg(['-f', 'lavfi', '-i', 'sine=frequency=300:duration=1', '-ar', '16000', path]),
  )
  for (let count = 0; count < JOBS; count++) {
    const audio = await ingest(createReadStream(file), 1e9)
    await submit('default', submissionOf({ source: { type: 'audio', audio }, kinds: ['summary'] }))
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

if (import.meta.main) await measureFailures(process.argv[2])
