import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { answersTo, type Item } from '../../src/domain/transcript.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { convert, onTwoChannels, speak, speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Outline {
  durationMs: number
  peaks: number[]
}

describe('a recording that goes on', () => {
  let osler: TestSystem
  let segments: string[]

  before(async () => {
    osler = await openTestSystem()
    const { path } = await speakTurns([
      ['slt', 'good morning. how can I help you today?'],
      ['rms', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    const cut = (from: number, to: number) => convert(path, 'webm', ['-ss', String(from), '-to', String(to)])
    segments = [await cut(0, 3), await cut(3, 6), await cut(6, 20)]
  })
  after(() => osler[Symbol.asyncDispose]())

  const post = (path: string, body?: object) =>
    osler.ask(path, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })

  async function open(): Promise<{ id: string; consultationId: string }> {
    const response = await post('/api/series')
    assert.equal(response.status, 201)
    return (await response.json()) as { id: string; consultationId: string }
  }

  async function send(id: string, number: number | string, file = segments[Number(number)] ?? '') {
    const form = new FormData()
    form.append('file', await openAsBlob(file), 'x.webm')
    return osler.ask(`/api/series/${id}/segments/${number}`, { method: 'POST', body: form })
  }

  const readJson = async <Body>(path: string) => (await (await osler.ask(path)).json()) as Body

  test('is heard segment by segment, and its documents are written when it has ended', async () => {
    const { id, consultationId } = await open()
    assert.equal((await send(id, 0)).status, 202)
    const path = `/api/consultations/${consultationId}`
    await until('the first words are there', async () => (await osler.ask(`${path}/transcript`)).status === 200)
    for (const number of [1, 2]) assert.equal((await send(id, number)).status, 202)
    const finished = await post(`/api/series/${id}/finish`, { documents: 'soap_note' })
    assert.equal(finished.status, 202)
    await until('the note is there', async () => (await osler.ask(`${path}/documents/soap_note`)).status === 200)
    const text = await (await osler.ask(`${path}/transcript?format=text`)).text()
    assert.match(text, /headache for 3 days/)
    const { sections } = await readJson<{ sections: { statements: { text: string }[] }[] }>(
      `${path}/documents/soap_note`,
    )
    assert.ok(sections.some(({ statements }) => statements.some(({ text }) => /headache/.test(text))))
    const { consultations } = await readJson<{ consultations: { durationMs: number }[] }>('/api/consultations')
    assert.equal(consultations.length, 1)
    const { durationMs } = await readJson<{ durationMs: number }>(`${path}/transcript`)
    assert.equal(consultations[0]?.durationMs, durationMs)
  })

  test('answers every id that it gave after each segment, in whichever order they come', async () => {
    for (const order of [
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const { id, consultationId } = await open()
      const given = new Set<string>()
      for (const number of order) {
        const request = (await (await send(id, number)).json()) as { id: string }
        await until('the segment is heard', async () => {
          const { status } = await readJson<{ status: string }>(`/api/requests/${request.id}`)
          return status === 'succeeded'
        })
        const { items } = await readJson<{ items: Pick<Item, 'id' | 'tookIn'>[] }>(
          `/api/consultations/${consultationId}/transcript`,
        )
        for (const item of items) given.add(item.id)
        const lost = [...given].filter((one) => !items.some((item) => answersTo(item, one)))
        assert.deepEqual(lost, [], `order ${order}, segment ${number}`)
      }
      const text = await (await osler.ask(`/api/consultations/${consultationId}/transcript?format=text`)).text()
      assert.match(text, /headache for 3 days/)
    }
  })

  test('is played as one sound, in the times of its transcript', async () => {
    const { id, consultationId } = await open()
    for (const number of [2, 0, 1]) assert.equal((await send(id, number)).status, 202)
    assert.equal((await post(`/api/series/${id}/finish`, { documents: '' })).status, 202)
    const path = `/api/consultations/${consultationId}`
    const { durationMs } = await readJson<{ durationMs: number }>(`${path}/transcript`)
    const outline = await readJson<Outline>(`${path}/audio/outline`)
    assert.ok(Math.abs(outline.durationMs - durationMs) < 50, `${outline.durationMs} and ${durationMs} ms`)
    assert.ok(outline.peaks.some((peak) => peak > 0.1))
    const sound = await osler.ask(`${path}/audio`)
    assert.equal(sound.headers.get('content-type'), 'audio/wav')
    const bytes = Buffer.from(await sound.arrayBuffer())
    assert.equal(bytes.length, Number(sound.headers.get('content-length')))
    assert.equal(bytes.toString('latin1', 0, 4), 'RIFF')
    assert.ok(Math.abs((bytes.length - 44) / 32 - durationMs) < 50)
    assert.equal((await osler.ask(`${path}/audio?recording=1`)).headers.get('content-type'), 'audio/webm')
  })

  test('a segment with a voice on each channel is played with both', async () => {
    const { id, consultationId } = await open()
    const both = await onTwoChannels(await speak('how are you today', 'slt'), await speak('I am well', 'rms'), 3500)
    for (const [number, file] of [segments[0], both].entries()) assert.equal((await send(id, number, file)).status, 202)
    assert.equal((await post(`/api/series/${id}/finish`, { documents: '' })).status, 202)
    const { durationMs, peaks } = await readJson<Outline>(`/api/consultations/${consultationId}/audio/outline`)
    const loudest = (fromMs: number, toMs: number) =>
      Math.max(
        ...peaks.filter(
          (_, at) => at >= (fromMs / durationMs) * peaks.length && at < (toMs / durationMs) * peaks.length,
        ),
      )
    assert.ok(loudest(3000, 6000) > 0.05, 'the left channel')
    assert.ok(loudest(6500, durationMs) > 0.05, 'the right channel')
  })

  test('is finished once, however often that is said', async () => {
    const { id } = await open()
    await send(id, 0)
    const first = (await (await post(`/api/series/${id}/finish`, {})).json()) as { request: { id: string } }
    const second = (await (await post(`/api/series/${id}/finish`, { documents: 'summary' })).json()) as typeof first
    assert.equal(second.request.id, first.request.id)
  })

  test('a segment that comes twice is heard once, and another file under its number is refused', async () => {
    const { id } = await open()
    const first = (await (await send(id, 0)).json()) as { id: string }
    const second = (await (await send(id, 0)).json()) as { id: string }
    assert.equal(second.id, first.id)
    const other = await send(id, 0, segments[1])
    assert.equal(other.status, 409)
    assert.equal(((await other.json()) as { error: { code: string } }).error.code, 'segment_reused')
  })

  test('wrong numbers, unknown fields, unknown series and nothing to write from are refused in a sentence', async () => {
    const { id } = await open()
    const refuse = async (response: Response, status: number, says: RegExp) => {
      assert.equal(response.status, status)
      assert.match(((await response.json()) as { error: { message: string } }).error.message, says)
    }
    await refuse(await send(id, 'first', segments[0]), 400, /number is "first"; count them 0, 1, 2/)
    await refuse(await post(`/api/series/${id}/finish`, {}), 409, /Nothing was sent yet/)
    await refuse(await post('/api/series/none/finish', {}), 404, /no series/)
    const form = new FormData()
    form.append('file', await openAsBlob(segments[0] ?? ''), 'x.webm')
    form.append('documents', 'summary')
    await refuse(
      await osler.ask(`/api/series/${id}/segments/0`, { method: 'POST', body: form }),
      400,
      /documents|Unrecognized/,
    )
  })
})
