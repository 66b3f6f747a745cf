import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import WebSocket from 'ws'
import { readHeard } from '../support/heard-transcript.ts'
import { type LiveClient, openLiveClient, readPcm, type Said } from '../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { speakTurns } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const isState =
  (state: string) =>
  ({ type, state: said }: Said) =>
    type === 'state' && said === state

/** The last that a client was told. */
const errorOf = ({ told }: LiveClient) => told.at(-1)?.error as { code: string; message: string }

describe('a socket for speech while it is said', () => {
  let osler: TestSystem
  let pcm: Uint8Array

  before(async () => {
    osler = await openTestSystem({ liveStreams: 4 })
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
    // The model is loaded.
    const client = await openLiveClient(osler.address)
    client.send({ type: 'start' })
    client.send(new Uint8Array(32_000))
    client.send({ type: 'flush' })
    await client.wait('flushed', isState('flushed'))
    client.close(1000)
  })
  after(() => osler[Symbol.asyncDispose]())

  async function start(wish: object = {}): Promise<{ client: LiveClient; open: Said }> {
    const client = await openLiveClient(osler.address)
    client.send({ type: 'start', documents: 'soap_note', ...wish })
    return { client, open: await client.wait('open', isState('open')) }
  }

  /** How a socket is refused that may not be opened. */
  async function refusal(headers: Record<string, string>, path = '/api/live'): Promise<[number, string]> {
    const socket = new WebSocket(osler.address.replace('http', 'ws') + path, { headers })
    const [, response] = await once(socket, 'unexpected-response')
    const body = Buffer.concat(await response.toArray()).toString('utf8')
    return [response.statusCode, JSON.parse(body).error.code]
  }

  const transcriptOf = async (consultation: unknown) =>
    (await (await readHeard(osler.ask, consultation)).json()) as { items: { id: string; text: string }[] }

  test('tells what is said while it is said, and what was heard when all of it has ended', async () => {
    const { client, open } = await start()
    await client.speak(pcm)
    client.send({ type: 'end' })
    assert.equal(await client.closed, 1000)
    assert.equal(client.told.findLast(({ type }) => type === 'ack')?.position, pcm.length)
    assert.ok(client.told.some(({ type, text }) => type === 'partial' && String(text).length > 0))
    const items = client.told.filter(({ type }) => type === 'item')
    assert.match(items.map(({ text }) => text).join(' '), /headache.*aspirin every morning/)
    assert.ok(isState('finished')(client.told.at(-1) as Said))
    const transcript = await transcriptOf(open.consultation)
    assert.match(transcript.items.map(({ text }) => text).join(' '), /headache for 3 days.*aspirin every morning/)
    const ids = new Set(
      transcript.items.flatMap((item) => [item.id, ...((item as { tookIn?: string[] }).tookIn ?? [])]),
    )
    for (const { id } of items) assert.ok(ids.has(String(id)), `${id} is answered`)
    const told = await (await osler.ask('/metrics')).text()
    assert.match(told, /^osler_live_lag_seconds_count [1-9]/m)
  })

  test('tells text at once to who names a short pause, and what is heard better under the same id', async () => {
    const { client, open } = await start({ pauseMs: 200 })
    await client.speak(pcm)
    client.send({ type: 'end' })
    assert.equal(await client.closed, 1000)
    const items = client.told.filter(({ type }) => type === 'item')
    const first = items.filter(({ revision }) => revision === undefined)
    assert.match(first.map(({ text }) => text).join(' '), /headache.*aspirin every morning/)
    const known = new Set(first.map(({ id }) => id))
    for (const { id, revision } of items) assert.ok(revision === undefined || known.has(id))
    assert.match((await transcriptOf(open.consultation)).items.map(({ text }) => text).join(' '), /every morning/)
  })

  test('goes on where it was when the connection is lost, and nothing that was kept is lost', async () => {
    const { client, open } = await start()
    const half = (pcm.length / 2) & ~1
    await client.speak(pcm.subarray(0, half), 4)
    await client.wait('some of it is kept', ({ type }) => type === 'ack')
    client.lose()
    const again = await openLiveClient(osler.address)
    again.send({ type: 'resume', recording: open.recording })
    const { position } = (await again.wait('open again', isState('open'))) as unknown as { position: number }
    const kept = Math.max(...client.told.flatMap(({ type, position }) => (type === 'ack' ? Number(position) : [])))
    assert.ok(position >= kept && position <= half, `${position} of ${half}, of which ${kept} were told`)
    await again.speak(pcm.subarray(position), 4)
    again.send({ type: 'end' })
    assert.equal(await again.closed, 1000)
    const { items } = await transcriptOf(open.consultation)
    assert.match(
      items.map(({ text }) => text).join(' '),
      /how can I help you today.*headache for 3 days.*every morning/i,
    )
    const late = await openLiveClient(osler.address)
    late.send({ type: 'resume', recording: open.recording })
    assert.equal(await late.closed, 1008)
    assert.equal(errorOf(late).code, 'stream_ended')
  })

  test('has all that was sent when a client says no more than farewell', async () => {
    const { client, open } = await start()
    await client.speak(pcm, 4)
    client.close(1000)
    const { items } = await transcriptOf(open.consultation)
    assert.match(items.map(({ text }) => text).join(' '), /aspirin every morning/)
  })

  test('is taken over by who goes on with it: the one before is told so', async () => {
    const { client, open } = await start()
    const other = await openLiveClient(osler.address)
    other.send({ type: 'resume', recording: open.recording })
    await other.wait('open', isState('open'))
    client.send(pcm.subarray(0, 64_000))
    client.send({ type: 'flush' })
    assert.equal(await client.closed, 1008)
    assert.equal(errorOf(client).code, 'stream_taken_over')
    other.close(1000)
  })

  test('tells what is wrong with what a client says, and keeps what came before', async () => {
    for (const [message, says] of [
      ['no JSON', /no JSON/],
      ['{"type":"start","sampleRate":1}', /samples a second/],
      ['{"type":"begin"}', /type/],
      ['{"type":"start","pauseMs":100}', /pauseMs/],
      ['{"type":"end"}', /before it was described/],
      ['{"type":"start","documents":"poem"}', /poem/],
      ['{"type":"start","consultation":"01a22e3b-edc0-765c-936c-c18e32e0c892"}', /no consultation/],
    ] as const) {
      const client = await openLiveClient(osler.address)
      client.sendText(message)
      assert.equal(await client.closed, 1008, message)
      assert.match(errorOf(client).message, says)
    }
  })

  test('is opened by a key in the header or in a sub-protocol, and never told back', async () => {
    const offers = ['osler', `osler-key.${TEST_KEY}`]
    const socket = new WebSocket(`${osler.address.replace('http', 'ws')}/api/live`, offers)
    await once(socket, 'open')
    assert.equal(socket.protocol, 'osler')
    socket.close()
    assert.deepEqual(await refusal({ authorization: 'Bearer wrong' }), [401, 'key_wrong'])
    assert.deepEqual(await refusal({}), [401, 'key_missing'])
  })

  test('is not opened by pages of other origins, nor where others speak already', async () => {
    const authorization = `Bearer ${TEST_KEY}`
    assert.deepEqual(await refusal({ authorization, origin: 'https://evil.example' }), [403, 'origin_refused'])
    const own: LiveClient[] = []
    for (let more = true; more; ) {
      const client = await openLiveClient(osler.address).catch(() => undefined)
      if (client) own.push(client)
      else more = false
    }
    assert.ok(own.length > 0 && own.length <= 4)
    assert.deepEqual(await refusal({ authorization, origin: osler.address }), [429, 'streams_full'])
    for (const client of own) client.close()
    await Promise.all(own.map(({ closed }) => closed))
    await until('there is a place again', async () => {
      const client = await openLiveClient(osler.address).catch(() => undefined)
      client?.close()
      return client !== undefined
    })
  })

  test('is not opened by a plain request, and an upgrade elsewhere is answered as any request', async () => {
    assert.equal((await osler.ask('/api/live')).status, 426)
    assert.deepEqual(await refusal({ authorization: `Bearer ${TEST_KEY}` }, '/api/nothing'), [404, 'not_found'])
  })
})
