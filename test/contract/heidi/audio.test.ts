import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openHeidiClient } from '../../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { fileOf, speak, synthesize } from '../../support/recordings.ts'

describe("Heidi's upload of whole recordings, as its page documents it", () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>
  let headache: string
  let cough: string

  before(async () => {
    osler = await openTestSystem()
    heidi = openHeidiClient(osler)
    await heidi.signIn()
    headache = await speak('good morning doctor I have had a headache for three days')
    cough = await speak('I have a bad cough and I feel very tired', 'rms')
  })
  after(() => osler[Symbol.asyncDispose]())

  test('the answer has the fields of the document and no others, and nothing is heard yet', async () => {
    const session = await heidi.begin()
    const { status, body } = await heidi.upload(session, headache)
    assert.equal(status, 200)
    const { id, created_at, ...rest } = body.uploaded_audio
    assert.deepEqual(rest, { index: 0, status: 'INITIALIZED', access_url: null, expiry: 0 })
    assert.equal(typeof id, 'string')
    assert.match(String(created_at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
    assert.deepEqual((await heidi.call('GET', `${session}/transcript/live`)).body, {
      response: {
        user_uploaded: [
          {
            id,
            chunks: [{ id: 1, status: 'INITIALIZED', transcript: null, duration: 0 }],
            created_at: `${String(created_at).slice(0, 19)}Z`,
          },
        ],
        ...{ live: [], backup: [], transcript_in_use: 'user_uploaded', transcript: null },
      },
    })
  })

  test('the transcript is made when it is first read, also when two read at once', async () => {
    const session = await heidi.begin()
    await heidi.upload(session, headache)
    const [first, second] = await Promise.all([heidi.transcript(session), heidi.transcript(session)])
    assert.match(first, /headache for 3 days/)
    assert.equal(first, second)
    const { body } = await heidi.call<{ session: { audio: { status: string }[] } }>('GET', session)
    assert.deepEqual(
      body.session.audio.map((audio) => audio.status),
      ['COMPLETE'],
    )
    const live = await heidi.call<{ response: { user_uploaded: { chunks: { duration: number }[] }[] } }>(
      'GET',
      `${session}/transcript/live`,
    )
    assert.ok((live.body.response.user_uploaded[0]?.chunks[0]?.duration ?? 0) > 2)
  })

  test('recordings stand on the timeline where their start says, whichever came first', async () => {
    const session = await heidi.begin()
    const later = { start_time: '2024-12-11T03:57:57Z', end_time: '2024-12-11T04:12:57Z' }
    assert.equal((await heidi.upload(session, headache, later)).status, 200)
    const second = await heidi.upload(session, cough, { start_time: '2024-12-11T04:57:00+01:00' })
    assert.equal(second.body.uploaded_audio.index, 1)
    assert.match(await heidi.transcript(session), /tired.*headache/is)
  })

  test('a recording without a start follows the one that came before it', async () => {
    const session = await heidi.begin()
    await heidi.upload(session, headache)
    await heidi.upload(session, cough)
    assert.match(await heidi.transcript(session), /headache.*tired/is)
  })

  test('an expiry gives an address that works without a key until then', async () => {
    const session = await heidi.begin()
    const { body } = await heidi.upload(session, headache, { expiry: '1' })
    assert.equal(body.uploaded_audio.expiry, 1)
    const address = String(body.uploaded_audio.access_url)
    const open = await fetch(address)
    assert.equal(open.status, 200)
    assert.equal(open.headers.get('content-type'), 'audio/wav')
    assert.ok((await open.arrayBuffer()).byteLength > 10_000)
    assert.equal((await fetch(address.replace(/token=.*/, 'token=x.y.z'))).status, 401)
    await sleep(2100)
    const closed = await fetch(address)
    assert.equal(closed.status, 401)
    assert.deepEqual(await closed.json(), { detail: 'This address is not valid, or has expired.' })
  })

  test('a session with nothing in it has an empty transcript, and silence too', async () => {
    const session = await heidi.begin()
    assert.equal(await heidi.transcript(session), '')
    await heidi.upload(session, await synthesize('anullsrc', 3))
    assert.equal(await heidi.transcript(session), '')
  })

  test('what is no recording is refused with the sentence of the document', async () => {
    const session = await heidi.begin()
    const noSound = [await fileOf('This is a letter.\n'.repeat(900), 'mp3'), await fileOf('', 'mp3')]
    for (const file of noSound) {
      const { status, body } = await heidi.upload(session, file)
      assert.equal(status, 400)
      assert.deepEqual(body, { detail: 'only audio file is allowed' })
    }
  })

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['a time that is none', { start_time: 'yesterday' }, /"start_time" is no ISO 8601 time/],
    ['an end before the start', { start_time: '2024-12-11T03:57:57Z', end_time: '2024-12-11T03:00:00Z' }, /before/],
    ['an endless expiry', { expiry: '99999999' }, /"expiry"/],
  ]
  for (const [what, fields, message] of wrong) {
    test(`${what} is refused as FastAPI refuses a field`, async () => {
      const { status, body } = await heidi.upload(await heidi.begin(), headache, fields)
      assert.equal(status, 422)
      const [detail] = (body as unknown as { detail: { loc: string[]; msg: string; type: string }[] }).detail
      assert.match(detail?.msg ?? '', message)
      assert.deepEqual(detail?.loc, ['body', Object.keys(fields).at(-1)])
    })
  }
})
