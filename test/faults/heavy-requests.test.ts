import assert from 'node:assert/strict'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { TEST_KEY } from '../support/open-test-system.ts'
import { type OslerProcess, startOsler } from '../support/osler-process.ts'
import { speak, synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

/** On a machine that does nothing else it is a fiftieth of that; while these requests held the server, 6 to 120 s. */
const SILENT_MS = 5000
/** The work's own limit, and the way there and back. */
const ENDS_MS = 90_000

interface Document {
  version: number
  sections: { statements: object[] }[]
}

describe('while one request has much work, the server answers', () => {
  let osler: OslerProcess
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-heavy-'))
    osler = await startOsler(folder, { OSLER_WORKERS: '1' })
  })
  after(async () => {
    osler.process.kill('SIGTERM')
    await once(osler.process, 'exit')
    await rm(folder, { recursive: true })
  })

  const ask = (path: string, method = 'GET', body?: object) =>
    fetch(osler.address + path, {
      method,
      headers: { authorization: `Bearer ${TEST_KEY}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })

  /** The requests' answers, which must come in bounded time, with `/health/live` answered all the while. */
  async function watch(requests: readonly Promise<Response>[]): Promise<Response[]> {
    const startedMs = performance.now()
    const done = Promise.all(requests)
    let [isDone, longestMs] = [false, 0]
    const ended = () => {
      isDone = true
    }
    done.then(ended, ended)
    while (!isDone) {
      const askedMs = performance.now()
      assert.equal((await ask('/health/live')).status, 200)
      longestMs = Math.max(longestMs, performance.now() - askedMs)
      await sleep(20)
    }
    assert.ok(longestMs < SILENT_MS, `/health/live was silent for ${Math.round(longestMs)} ms`)
    assert.ok(performance.now() - startedMs < ENDS_MS, 'it takes too long')
    return done
  }

  const write = (...texts: string[]) =>
    ask('/v1/core/server/generate-note', 'POST', {
      note_locale: 'ENGLISH_US',
      note_template: 'GENERIC_SOAP',
      transcript_items: texts.map((text) => ({ text, speaker_type: 'DOCTOR' })),
    })

  /** A consultation with a summary. */
  async function hear(file: string, documents: string): Promise<string> {
    const form = new FormData()
    form.append('file', await openAsBlob(file), 'x.wav')
    if (documents) form.append('documents', documents)
    const headers = { authorization: `Bearer ${TEST_KEY}` }
    const response = await fetch(`${osler.address}/api/consultations`, { method: 'POST', body: form, headers })
    return `/api/consultations/${((await response.json()) as { id: string }).id}`
  }

  const isHeard = (path: string) =>
    until('it is heard', async () => {
      const { request } = (await (await ask(path)).json()) as { request: { status: string } }
      return request.status === 'succeeded'
    })

  test('a dictated list of medicines without a full stop is written', async () => {
    const [response] = await watch([write('take metformin 500 mg twice a day '.repeat(235))])
    assert.equal(response?.status, 200)
  })

  test('forty thousand full stops are written', async () => {
    const [response] = await watch([write(`${'.'.repeat(40_000)}a`)])
    assert.ok([200, 422].includes(response?.status ?? 0), `status ${response?.status}`)
  })

  test('a plain consultation of 900 kB is written', { timeout: 300_000 }, async () => {
    const lines = [
      'I have had a headache for three days.',
      'Do you have any fever?',
      'No, I do not.',
      'Take ibuprofen.',
    ]
    const [response] = await watch([write(...Array.from({ length: 900 }, (_, at) => long(lines[at % 4] ?? '', at)))])
    assert.ok([200, 422].includes(response?.status ?? 0), `status ${response?.status}`)
  })

  test('a word of 900 kB in a document, a text written anew twice, and its redaction', {
    timeout: 300_000,
  }, async () => {
    const path = await hear(await speak('I have had a headache for three days and I take aspirin'), 'summary')
    await isHeard(path)
    const { version, sections } = (await (await ask(`${path}/documents/summary`)).json()) as Document
    const statement = { text: 'x'.repeat(900_000), evidence: [], support: 'entered' }
    const changed = sections.map((section, at) => ({ ...section, statements: at === 0 ? [statement] : [] }))
    const edit = { version, author: 'Dr. Okonkwo', sections: changed }
    const [put] = await watch([ask(`${path}/documents/summary`, 'PUT', edit)])
    assert.equal(put?.status, 200)
    const [pdf, html] = await watch(['pdf', 'html'].map((format) => ask(`${path}/documents/summary?format=${format}`)))
    assert.deepEqual([pdf?.status, html?.status], [200, 200])
    assert.match((await pdf?.text()) ?? '', /^%PDF-/)

    for (const [seen, letter] of ['a', 'b'].entries()) {
      const { items } = (await (await ask(`${path}/transcript`)).json()) as { items: { id: string }[] }
      const text = Array.from({ length: 3500 }, (_, at) => letter + String(at)).join(' ')
      const change = { action: 'edit', item: items[0]?.id, text }
      const patch = ask(`${path}/transcript`, 'PATCH', { version: seen, author: 'Dr. Okonkwo', change })
      assert.equal((await watch([patch]))[0]?.status, 200)
    }
    const looks = await watch([ask(`${path}/transcript?redact=true`), ask(`${path}/fhir`)])
    assert.deepEqual(
      looks.map(({ status }) => status),
      [200, 200],
    )
  })

  test('forty looks at the outline of an hour', { timeout: 300_000 }, async () => {
    const path = await hear(await synthesize('anoisesrc=amplitude=0.01', 3500, 'mp3'), '')
    const looks = await watch(Array.from({ length: 40 }, () => ask(`${path}/audio/outline`)))
    assert.ok(looks.every(({ status }) => status === 200))
  })
})

/** Nearly a thousand letters. */
const long = (line: string, at: number) => `${line} It was so on day ${at}. `.repeat(30).slice(0, 980).trim()
