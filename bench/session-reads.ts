import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHeard } from '../src/consultations/read-heard.ts'
import { DEFAULT_TENANT } from '../src/domain/tenant.ts'
import { openSystem, type System } from '../src/server/open-system.ts'
import { readConfig } from '../src/server/settings.ts'
import { readSession as readStored } from '../src/store/sessions.ts'
import { openSeries } from '../test/support/heard-sessions.ts'
import { cutSpeech, hearChunk, makeSpeech } from '../test/support/made-series.ts'
import { makeRandom } from '../test/support/random.ts'
import { median, printFigure } from './figures.ts'

const [FEW, MANY] = [2, 160]
/** Two hours, at the pace of people who talk. */
const WORDS = 18_000
const CHUNK_MS = 45_000
const READS = 41
/** Looks behind as many chunks each. */
const RECENT = 5
/** As many items change with a chunk. */
const NEWS = 12
const KEY = 'the-key-of-this-bench'
const BASE = '/api/v2/ml-scribe/open-api'
const SESSIONS = `${BASE}/sessions`

/** Goals are of what does not grow with a session; the others tell what a long one costs. */
const FIGURES = {
  live: ['looking on by transcript/live while nothing changes', '≤ 1.5 ×'],
  changed: ['looking on by transcript/live behind each chunk', '≤ 1.5 ×'],
  news: ['reading what is new in a session', '≤ 1.5 ×'],
  whole: ['reading all of it', ''],
  append: ['adding a chunk to it', ''],
} as const

/** What it costs to look on a session of two hours in 160 chunks, to read it and to add to it, compared with two chunks. */
export async function measureSessionReads(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-bench-'))
  const settings = { OSLER_DATA: folder, OSLER_API_KEY: KEY, OSLER_LOG: 'silent' }
  await using system = await openSystem(readConfig({ OSLER_DATABASE_URL: process.env.OSLER_DATABASE_URL, ...settings }))
  const { db } = system.forDoors
  await using heidi = await openHeidi(system)
  const { consultationId, hear } = await openSeries(db, DEFAULT_TENANT, heidi.consultationId)
  const speech = makeSpeech(makeRandom(1), WORDS)
  const chunks = cutSpeech(() => CHUNK_MS, speech).slice(0, MANY)
  const looks: number[] = []
  const measured: Record<keyof typeof FIGURES, number>[] = []
  for (const position of chunks.keys()) {
    const heard = hearChunk(speech, chunks, position, (other) => other < position)
    const append = await timeMedian(1, () => hear(heard))
    looks.push(await timeMedian(1, heidi.look))
    if (position + 1 !== FEW && position + 1 !== chunks.length) continue
    const changed = median(looks.slice(-RECENT))
    const stored = await readStored(db, DEFAULT_TENANT, consultationId)
    const seen = (stored?.sequence ?? 0) - NEWS
    measured.push({
      ...{ append, changed },
      live: await timeMedian(READS, heidi.look),
      news: await timeMedian(READS, () => readStored(db, DEFAULT_TENANT, consultationId, seen)),
      whole: await timeMedian(READS, () => readHeard(db, DEFAULT_TENANT, consultationId)),
    })
  }
  for (const [name, [what, goal]] of Object.entries(FIGURES)) {
    const [few = 0, many = 0] = measured.map((ms) => ms[name as keyof typeof FIGURES])
    const times = `(${few.toFixed(1)} and ${many.toFixed(1)} ms)`
    printFigure(
      `${what} at chunk ${chunks.length}, of that at chunk ${FEW} ${times}`,
      `${(many / few).toFixed(2)} ×`,
      goal,
    )
  }
  await rm(folder, { recursive: true })
}

/** A session at Heidi's door, and how its client looks on. */
async function openHeidi(system: System) {
  const app = await system.openApp()
  const jwt = `${BASE}/jwt?email=doctor@example.org&third_party_internal_id=7`
  const signedIn = await app.inject({ method: 'GET', url: jwt, headers: { 'heidi-api-key': KEY } })
  const headers = { authorization: `Bearer ${signedIn.json<{ token: string }>().token}` }
  const begun = await app.inject({ method: 'POST', url: SESSIONS, headers })
  const { session_id: id } = begun.json<{ session_id: string }>()
  const { sessions } = await system.capabilitiesOf('heidi').sessions.list(DEFAULT_TENANT, { limit: 1 })
  const consultationId = sessions[0]?.id ?? ''
  const url = `${SESSIONS}/${id}/transcript/live?recording_status=in_progress`
  return {
    consultationId,
    async look() {
      const { statusCode, payload } = await app.inject({ method: 'GET', url, headers })
      if (statusCode !== 200) throw new Error(`transcript/live answered ${statusCode}: ${payload}`)
    },
    [Symbol.asyncDispose]: () => app.close(),
  }
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
