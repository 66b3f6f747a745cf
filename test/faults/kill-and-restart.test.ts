import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { copyPostgresDatabase, DATABASES } from '../support/databases.ts'
import { formOf } from '../support/heidi-client.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { killHard, type OslerProcess, startOsler } from '../support/osler-process.ts'
import { convert, speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')
const REQUESTS = 2
/** Long enough for two windows of sound, so that a kill comes between them. */
const SECONDS = 40

/** A machine that does much else may take so long for a window. */
const HEARD_MS = 180_000

/** When the server is killed: as soon as it has heard more than when it started; at once; while it loads. */
const KILLS: ((progress: () => Promise<number[]>, before: readonly number[]) => Promise<unknown>)[] = [
  untilMore,
  async () => {},
  () => sleep(1500),
]

function untilMore(progress: () => Promise<number[]>, before: readonly number[]): Promise<unknown> {
  const isMore = async () => (await progress()).some((share, at) => share > (before[at] ?? 0))
  return until('more is heard', isMore, HEARD_MS)
}

interface Request {
  id: string
  status: string
  progress: number
}

const headers = { authorization: `Bearer ${TEST_KEY}` }

async function upload(osler: OslerProcess): Promise<string> {
  const form = new FormData()
  form.append('file', await openAsBlob(await convert(SAMPLE, 'ogg', ['-t', String(SECONDS)])), 'sample.ogg')
  const response = await fetch(`${osler.address}/api/consultations`, { method: 'POST', headers, body: form })
  return ((await response.json()) as { request: Request }).request.id
}

const readRequest = async (osler: OslerProcess, id: string): Promise<Request> =>
  (await (await fetch(`${osler.address}/api/requests/${id}`, { headers })).json()) as Request

test('segments that were acknowledged are all in the transcript, although the server was killed as they came', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-kill-'))
  const whole = await speak('I have had a headache for three days and I take aspirin every morning')
  const cut = (from: number, to: number) => convert(whole, 'mp3', ['-ss', String(from), '-to', String(to)])
  const parts = [await cut(0, 1.5), await cut(1.5, 3), await cut(3, 30)]
  // It starts in half of what the embedded database takes, which is killed below.
  const environment = { OSLER_DATABASE_URL: await copyPostgresDatabase() }
  let osler = await startOsler(folder, environment)
  const post = async (path: string, body?: FormData) => {
    const response = await fetch(osler.address + path, { method: 'POST', headers, ...(body && { body }) })
    assert.equal(response.status, 200)
    return (await response.json()) as Record<string, string>
  }
  try {
    const session = `/sessions/${(await post('/sessions')).session_id}`
    const series = `${session}/restful-segment-transcription`
    const { recording_id } = await post(series)
    for (const [index, part] of parts.entries()) {
      await post(`${series}/${recording_id}:transcribe`, await formOf(part, { index: String(index) }))
      await killHard(osler)
      osler = await startOsler(folder, environment)
    }
    const response = await fetch(`${osler.address}${session}/transcript`, { headers })
    const { transcript } = (await response.json()) as { transcript: string }
    assert.match(transcript, /^I have \w+ a headache for 3 days and I take .*every morning\.$/)
  } finally {
    await killHard(osler)
    await rm(folder, { recursive: true, force: true })
  }
})

for (const backend of DATABASES) {
  test(`every acknowledged request finishes on ${backend.name}, however often the server is killed`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'osler-test-kill-'))
    const environment: Record<string, string> =
      backend.name === 'PostgreSQL' ? { OSLER_DATABASE_URL: await copyPostgresDatabase() } : {}
    let osler = await startOsler(folder, environment)
    const ids: string[] = []
    for (let count = 0; count < REQUESTS; count++) ids.push(await upload(osler))
    const progress = () => Promise.all(ids.map(async (id) => (await readRequest(osler, id)).progress))
    let before = await progress()
    // The database is no part of what is lost otherwise: of the second one kill is enough here, bench/faults has many.
    for (const untilKill of backend.name === 'PostgreSQL' ? KILLS.slice(0, 1) : KILLS) {
      await untilKill(progress, before)
      const seen = await progress()
      await killHard(osler)
      osler = await startOsler(folder, environment)
      before = await progress()
      for (const [at, share] of before.entries()) assert.ok(share >= (seen[at] ?? 0), 'what was heard is never lost')
    }
    for (const id of ids) {
      await until('the request is done', async () => (await readRequest(osler, id)).status === 'succeeded', HEARD_MS)
    }
    await killHard(osler)
    await rm(folder, { recursive: true, force: true })
  })
}
