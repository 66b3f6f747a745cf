import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { formOf, openHeidiClient } from '../../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { convert, cutOff, speak } from '../../support/recordings.ts'

const SAID =
  'good morning doctor I have had a headache for three days and I take aspirin every morning but it does not help'
const WRITTEN = SAID.replace('three', '3')

interface Live {
  response: {
    user_uploaded: {
      id: string
      chunks: { id: number; status: string; transcript: string | null; duration: number }[]
    }[]
    transcript: string | null
  }
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9' ]/g, '')

describe("Heidi's segments, as its page documents them", () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>
  /** The sentence in three parts whose borders lie within words. */
  let parts: string[]

  before(async () => {
    osler = await openTestSystem()
    heidi = openHeidiClient(osler)
    await heidi.signIn()
    const whole = await speak(SAID)
    const cut = (from: number, to: number) => convert(whole, 'mp3', ['-ss', String(from), '-to', String(to)])
    parts = await Promise.all([cut(0, 2.33), cut(2.33, 4.6), cut(4.6, 30)])
  })
  after(() => osler[Symbol.asyncDispose]())

  async function start() {
    const session = await heidi.begin()
    const { status, body } = await heidi.call('POST', `${session}/restful-segment-transcription`)
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['recording_id'])
    assert.ok(typeof body.recording_id === 'string' && body.recording_id !== '')
    return { session, series: `${session}/restful-segment-transcription/${body.recording_id}` }
  }

  const send = async (series: string, file: string | undefined, index: number | string) =>
    heidi.call('POST', `${series}:transcribe`, await formOf(file ?? '', { index: String(index) }))
  const finish = (series: string) => heidi.call('POST', `${series}:finish`)
  const live = async (session: string, state = 'complete') =>
    (await heidi.call<Live>('GET', `${session}/transcript/live?recording_status=${state}`)).body.response

  test('segments answer is_success and give the whole text, with the words that their borders cut', async () => {
    const { session, series } = await start()
    for (const [index, part] of parts.entries()) {
      const { status, body } = await send(series, part, index)
      assert.equal(status, 200)
      assert.deepEqual(body, { is_success: true })
    }
    assert.deepEqual((await finish(series)).body, { is_success: true })
    assert.equal(plain(await heidi.transcript(session)), plain(WRITTEN))
    const { user_uploaded, transcript } = await live(session, 'in_progress')
    const chunks = user_uploaded[0]?.chunks ?? []
    assert.deepEqual(
      chunks.map(({ id, status }) => [id, status]),
      [
        [1, 'COMPLETE'],
        [2, 'COMPLETE'],
        [3, 'COMPLETE'],
      ],
    )
    assert.equal(plain(chunks.map(({ transcript: text }) => text).join(' ')), plain(WRITTEN))
    assert.equal(plain(transcript ?? ''), plain(WRITTEN))
    assert.ok(Math.abs((chunks[0]?.duration ?? 0) - 2.33) < 0.1)
  })

  test('segments may come out of order, twice and behind the finish, and the text is in order', async () => {
    const { session, series } = await start()
    for (const index of [2, 0, 2]) assert.equal((await send(series, parts[index], index)).status, 200)
    assert.deepEqual((await finish(series)).body, { is_success: true })
    assert.match((await live(session)).transcript ?? '', /headache.*does not help/i)
    assert.equal((await send(series, parts[1], 1)).status, 200)
    assert.equal(plain(await heidi.transcript(session)), plain(WRITTEN))
    assert.equal((await live(session)).user_uploaded[0]?.chunks.length, 3)
    assert.deepEqual((await finish(series)).body, { is_success: true })
  })

  test('the same segment sent twice at once is one segment', async () => {
    const { session, series } = await start()
    const answers = await Promise.all([send(series, parts[0], 0), send(series, parts[0], 0)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    )
    assert.equal((await live(session)).user_uploaded[0]?.chunks.length, 1)
  })

  test('a gap stays a gap: what came is there, in order', async () => {
    const { session, series } = await start()
    for (const index of [7, 3]) await send(series, parts[index === 3 ? 0 : 2], index)
    const text = await heidi.transcript(session)
    assert.match(text, /^Good morning.*help\.$/)
    assert.deepEqual(
      (await live(session)).user_uploaded[0]?.chunks.map(({ id }) => id),
      [4, 8],
    )
  })

  test('another file under the number of a segment that is there is refused', async () => {
    const { session, series } = await start()
    await send(series, parts[0], 0)
    await heidi.transcript(session)
    const { status, body } = await send(series, parts[1], 0)
    assert.equal(status, 409)
    assert.match(String(body.detail), /Segment 0 came before with another content/)
    assert.match(await heidi.transcript(session), /good morning/i)
  })

  test('a damaged segment is refused at once and can be sent again whole', async () => {
    const { session, series } = await start()
    const damaged = await cutOff(await convert(parts[0] ?? '', 'm4a'), 0.5)
    const { status, body } = await send(series, damaged, 0)
    assert.deepEqual([status, body], [400, { detail: 'only audio file is allowed' }])
    assert.equal((await send(series, parts[0], 0)).status, 200)
    assert.match(await heidi.transcript(session), /good morning/i)
  })

  test('wrong numbers and unknown recordings are refused in the right shape', async () => {
    const { session, series } = await start()
    for (const index of ['', 'one', '-1', '1.5']) {
      const { status, body } = await send(series, parts[0], index)
      assert.equal(status, 422)
      assert.deepEqual((body.detail as { loc: string[] }[])[0]?.loc, ['body', 'index'])
    }
    const unknown = `${session}/restful-segment-transcription/123`
    for (const { status, body } of [await send(unknown, parts[0], 0), await finish(unknown)]) {
      assert.equal(status, 404)
      assert.deepEqual(body, { detail: { msg: 'Recording not found', type: 'RecordingNotFoundError' } })
    }
    const { status } = await heidi.call('GET', `${session}/transcript/live?recording_status=done`)
    assert.equal(status, 422)
  })

  test('the live transcript is also at the path that the document prints', async () => {
    const { session } = await start()
    const fromRoot = openHeidiClient(osler, '')
    await fromRoot.signIn()
    assert.equal((await fromRoot.call('GET', `/open-api${session}/transcript/live`)).status, 200)
    assert.equal((await fromRoot.call('GET', `${session}/transcript/live`)).status, 200)
  })
})
