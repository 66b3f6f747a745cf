import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { convert, durationMs } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')
const SEGMENT_SECONDS = 10

interface Documents {
  sections: { key: string; statements: { text: string }[] }[]
}

/** Of the whole sample, at all offsets: `node bench/segments.ts`. */
describe('a recording in segments is as good as one that is uploaded', () => {
  let osler: TestSystem
  let whole: string
  let uploaded: Awaited<ReturnType<typeof read>>

  before(async () => {
    osler = await openTestSystem()
    whole = await convert(SAMPLE, 'wav', ['-t', '20', '-ar', '16000', '-ac', '1'])
    const form = new FormData()
    form.append('file', await openAsBlob(whole), 'x.wav')
    form.append('documents', 'soap_note')
    const response = await osler.ask('/api/consultations', { method: 'POST', body: form })
    uploaded = await read(((await response.json()) as { id: string }).id)
  })
  after(() => osler[Symbol.asyncDispose]())

  const readJson = async <Body>(path: string) => (await (await osler.ask(path)).json()) as Body

  async function read(id: string) {
    const path = `/api/consultations/${id}`
    await until(
      'the note is there',
      async () => (await osler.ask(`${path}/documents/soap_note`)).status === 200,
      120_000,
    )
    const { sections } = await readJson<Documents>(`${path}/documents/soap_note`)
    const { items } = await readJson<{ items: { text: string; speaker: string; startMs: number }[] }>(
      `${path}/transcript`,
    )
    return {
      note: sections.map(({ key, statements }) => [key, statements.map(({ text }) => text)]),
      said: items.map(({ text, speaker, startMs }) => [text, speaker, startMs]),
    }
  }

  /** The beginning of the sample in segments of which the first ends at `offset` seconds. */
  async function record(offset: number) {
    const begun = await osler.ask('/api/series', { method: 'POST' })
    const { id, consultationId } = (await begun.json()) as Record<string, string>
    const seconds = (await durationMs(whole)) / 1000
    let number = 0
    for (let from = 0; from < seconds; number++) {
      const to = from === 0 && offset > 0 ? offset : from + SEGMENT_SECONDS
      const form = new FormData()
      form.append(
        'file',
        await openAsBlob(await convert(whole, 'wav', ['-ss', String(from), '-to', String(to)])),
        'x.wav',
      )
      await osler.ask(`/api/series/${id}/segments/${number}`, { method: 'POST', body: form })
      from = to
    }
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ documents: 'soap_note' })
    assert.equal((await osler.ask(`/api/series/${id}/finish`, { method: 'POST', headers, body })).status, 202)
    return read(String(consultationId))
  }

  for (const offset of [3, 7]) {
    test(`its first one ending at ${offset} s: the same note, sentences and speakers`, async () => {
      const recorded = await record(offset)
      assert.deepEqual(recorded.said, uploaded.said)
      assert.deepEqual(recorded.note, uploaded.note)
    })
  }
})
