import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSession } from '../src/consultations/read-session.ts'
import { openDatabase } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { readSession as readStored } from '../src/store/sessions.ts'
import { ensureTenant } from '../src/store/tenants.ts'
import { openSeries } from '../test/support/heard-sessions.ts'
import { cutSpeech, hearChunk, makeSpeech } from '../test/support/made-series.ts'
import { makeRandom } from '../test/support/random.ts'
import { median, printFigure } from './figures.ts'

const [FEW, MANY] = [2, 160]
/** Two hours, at the pace of people who talk. */
const WORDS = 18_000
const CHUNK_MS = 45_000
const READS = 41
/** As many items change with a chunk. */
const NEWS = 12

/** What it costs to read a session of two hours in 160 chunks, compared with two chunks, and to add the last of them. */
export async function measureSessionReads(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-'))
  await using database = await openDatabase({ url: process.env.OSLER_DATABASE_URL, folder: join(folder, 'database') })
  const { db } = database
  await migrate(db)
  await ensureTenant(db, 'bench')
  const speech = makeSpeech(makeRandom(1), WORDS)
  const chunks = cutSpeech(() => CHUNK_MS, speech).slice(0, MANY)
  const { consultationId, hear } = await openSeries(db, 'bench')
  const read = () => readSession(db, 'bench', consultationId)
  const [reads, news, appends] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  for (const position of chunks.keys()) {
    const heard = hearChunk(speech, chunks, position, (other) => other < position)
    const appendMs = await timeMedian(1, () => hear(heard))
    const count = position + 1
    if (count !== FEW && count !== chunks.length) continue
    appends.set(count, appendMs)
    reads.set(count, await timeMedian(READS, read))
    const stored = await readStored(db, 'bench', consultationId)
    const seen = (stored?.sequence ?? 0) - NEWS
    news.set(count, await timeMedian(READS, () => readStored(db, 'bench', consultationId, seen)))
  }
  const figures: [string, Map<number, number>][] = [
    ['reading what is new in a session', news],
    ['reading all of it', reads],
    ['adding a chunk to it', appends],
  ]
  for (const [what, ms] of figures) {
    const [few = 0, many = 0] = [ms.get(FEW), ms.get(chunks.length)]
    printFigure(
      `${what} at chunk ${chunks.length}, of that at chunk ${FEW} (${few.toFixed(1)} and ${many.toFixed(1)} ms)`,
      `${(many / few).toFixed(2)} ×`,
      '≤ 1.5 ×',
    )
  }
  await rm(folder, { recursive: true })
}

async function timeMedian(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const startedMs = performance.now()
    await work()
    took.push(performance.now() - startedMs)
  }
  return median(took)
}

if (import.meta.main) await measureSessionReads()
