import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepInMemory, openPageServer } from './page.ts'

const { sendRecording } = await import('../../web/src/send-recording.ts')

const SERIES = { id: 's1', consultationId: 'c1' }
const OK = { status: 200, body: SERIES }
const failure = (status: number, code: string) => ({ status, body: { error: { code, message: `It is ${code}.` } } })
const segmentsOf = (...numbers: number[]) => numbers.map((number) => ({ number, seconds: [new Blob(['sound'])] }))
const ALL = () => Number.POSITIVE_INFINITY
const always = () => true

/** Sends what is kept, as after the end of a recording; tells what was in the way. */
async function sendAll(kept: ReturnType<typeof keepInMemory>) {
  const troubles: string[] = []
  let sent = 0
  const series = await sendRecording(
    ALL,
    always,
    () => sent++,
    (sentence) => troubles.push(sentence),
    kept,
  )
  return { series, sent, troubles }
}

test('segments are sent in order into one series, and forgotten; then the documents are asked for', async () => {
  await using server = await openPageServer(() => OK)
  const kept = keepInMemory(segmentsOf(0, 1))
  const { series, sent, troubles } = await sendAll(kept)
  assert.deepEqual([series, sent, troubles, kept.segments], [SERIES, 2, [], []])
  assert.deepEqual(server.asked, [
    'POST /api/series',
    'POST /api/series/s1/segments/0',
    'POST /api/series/s1/segments/1',
    'POST /api/series/s1/finish',
  ])
})

test('a segment that is not whole yet waits while the recording goes on', async () => {
  await using server = await openPageServer(() => OK)
  const kept = keepInMemory(segmentsOf(0, 1))
  let isOver = false
  const sending = sendRecording(
    () => 1,
    () => isOver,
    () => {
      assert.deepEqual(
        server.asked.at(-1),
        isOver ? 'POST /api/series/s1/segments/1' : 'POST /api/series/s1/segments/0',
      )
      isOver = true
    },
    () => {},
    kept,
  )
  assert.deepEqual(await sending, SERIES)
})

test('a server that is busy is said and asked again, and no segment is sent twice', async () => {
  await using server = await openPageServer((asked, time) =>
    asked.endsWith('/segments/1') && time === 1 ? failure(503, 'overloaded') : OK,
  )
  const { series, sent, troubles } = await sendAll(keepInMemory(segmentsOf(0, 1)))
  assert.deepEqual([series, sent, troubles], [SERIES, 2, ['It is overloaded.']])
  assert.equal(server.asked.filter((asked) => asked.endsWith('/segments/0')).length, 1)
})

test('a series that somebody deleted meanwhile is begun anew with the rest', async () => {
  const kept = keepInMemory(segmentsOf(3))
  await kept.keepSeries({ id: 'gone', consultationId: 'gone' })
  await using server = await openPageServer((asked) => (asked.includes('/gone/') ? failure(404, 'not_found') : OK))
  const { series } = await sendAll(kept)
  assert.deepEqual(series, SERIES)
  assert.ok(server.asked.includes('POST /api/series/s1/segments/3'))
})

test('a recording whose consultation was deleted after the last segment leads nowhere, and is forgotten', async () => {
  const kept = keepInMemory(segmentsOf(0))
  await using _ = await openPageServer((asked) => (asked.endsWith('/finish') ? failure(404, 'not_found') : OK))
  assert.equal((await sendAll(kept)).series, undefined)
  assert.equal(await kept.countSeconds(), undefined)
})

test('what waiting does not mend is thrown in the words of the server, and the segment stays', async () => {
  const kept = keepInMemory(segmentsOf(0))
  await using _ = await openPageServer(() => failure(401, 'key_wrong'))
  await assert.rejects(sendAll(kept), { message: 'It is key_wrong.', code: 'key_wrong' })
  assert.equal(kept.segments.length, 1)
})
