import { createReadStream } from 'node:fs'
import pLimit from 'p-limit'
import { openEngines } from '../../src/server/open-engines.ts'
import type { System } from '../../src/server/open-system.ts'
import { findJob } from '../../src/store/jobs.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem } from '../../test/support/open-test-system.ts'
import { startCluster } from '../../test/support/postgres-cluster.ts'
import { ffmpeg, make } from '../../test/support/recordings.ts'
import { submissionOf } from '../../test/support/submissions.ts'
import { until } from '../../test/support/until.ts'
import { median, printFigure } from '../figures.ts'

// What one tenant's ten thousand recordings cost another's dictation of ten seconds, with PostgreSQL and the recogniser that
// is set: `node bench/cluster/small-behind-many.ts [how many]`.
const TRIES = 5
const SAMPLE = 'samples/consultation.ogg'
const AT_ONCE = 8
const PATIENCE_MS = 600_000

export async function measureSmallBehindMany(many = 10_000): Promise<void> {
  await using cluster = await startCluster()
  await using osler = await openTestSystem({ databaseUrl: cluster.url, speechModel: undefined }, true, openEngines)
  const { system } = osler
  for (const tenant of ['many', 'other']) await ensureTenant(system.forDoors.db, tenant)
  const dictation = await make('ogg', `ten seconds of ${SAMPLE}`, (path) =>
    ffmpeg(['-ss', '20', '-t', '10', '-i', SAMPLE, '-c', 'copy', path]),
  )
  // Loads the model.
  await timeOne(system, dictation)
  const idle = median(await timeSome(system, dictation))
  const startedMs = performance.now()
  await sendMany(system, many)
  const perSecond = many / ((performance.now() - startedMs) / 1000)
  const behind = await timeSome(system, dictation)
  const what = `ten seconds behind ${many} recordings of another tenant, beside ${inSeconds(idle)} alone`
  printFigure(`${what} (${perSecond.toFixed(0)} taken a second)`, inSeconds(median(behind)), `≤ ${inSeconds(2 * idle)}`)
  printFigure('  the longest of them', inSeconds(Math.max(...behind)), '')
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

async function timeSome(system: System, file: string): Promise<number[]> {
  const times: number[] = []
  for (let count = 0; count < TRIES; count++) times.push(await timeOne(system, file))
  return times
}

async function timeOne(system: System, file: string): Promise<number> {
  const { ingest, submit } = system.capabilitiesOf('native').intake
  const startedMs = performance.now()
  const audio = await ingest(createReadStream(file), 1e9)
  const job = await submit('other', submissionOf({ source: { type: 'audio', audio } }))
  const isHeard = async () => (await findJob(system.forDoors.db, 'other', job.id))?.status === 'succeeded'
  await until('it is heard', isHeard, PATIENCE_MS)
  return performance.now() - startedMs
}

/** One recording, which so many jobs are to hear. */
async function sendMany(system: System, many: number): Promise<void> {
  const { ingest, submit } = system.capabilitiesOf('native').intake
  const audio = await ingest(createReadStream(SAMPLE), 1e9)
  const { recordingId = '' } = await submit('many', submissionOf({ source: { type: 'audio', audio } }))
  const atOnce = pLimit(AT_ONCE)
  const sendOne = () => submit('many', submissionOf({ source: { type: 'recording', recordingId } }))
  await Promise.all(Array.from({ length: many - 1 }, () => atOnce(sendOne)))
}

if (import.meta.main) await measureSmallBehindMany(Number(process.argv[2] ?? 10_000))
