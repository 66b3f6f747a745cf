import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { type LiveClient, openLiveClient, readPcm } from '../../support/live-client.ts'
import { openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../../support/open-test-system.ts'
import { runPageClient } from '../../support/page-client.ts'
import { speakTurns, speak as speakWords } from '../../support/recordings.ts'

const PIECE_BYTES = 3200
const TRANSCRIBE = '/v1/core/user/transcribe-ws?nabla-api-version=2026-07-01'
const LISTEN = '/v1/copilot-api/server/listen-ws'
const CONFIG = {
  ...{ type: 'CONFIG', encoding: 'PCM_S16LE', sample_rate: 16_000, speech_locales: ['ENGLISH_US', 'FRENCH_FR'] },
  ...{ streams: [{ id: 'stream1', speaker_type: 'DOCTOR' }], enable_audio_chunk_ack: true, split_by_sentence: true },
}
const DICTATE = '/v1/core/user/dictate-ws?nabla-api-version=2026-07-01'
const DICTATE_CONFIG = {
  ...{ type: 'CONFIG', encoding: 'PCM_S16LE', sample_rate: 16_000, dictation_locale: 'ENGLISH_US' },
  ...{ punctuation_mode: 'EXPLICIT', enable_async_corrections: true },
}
const LISTEN_CONFIG = {
  ...{ object: 'listen_config', output_objects: ['transcript_item'], encoding: 'pcm_s16le', sample_rate: 16_000 },
  ...{ language: 'en-US', streams: [{ id: 'stream1', speaker_type: 'unspecified' }] },
}

describe("Nabla's sockets for speech while it is said", () => {
  let osler: TestSystem
  let pcm: Buffer
  let userToken: string
  /** Says nothing more while the others speak. */
  let silent: LiveClient

  before(async () => {
    osler = await openTestSystem()
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
    const nabla = openNablaClient(osler)
    const { body: user } = await nabla.call('POST', '/v1/core/server/users', {})
    const { body } = await nabla.call<Record<string, string>>('POST', `/v1/core/server/jwt/authenticate/${user.id}`)
    userToken = body.access_token ?? ''
    // The model is loaded.
    const client = await openLiveClient(osler.address, LISTEN)
    client.send(LISTEN_CONFIG)
    client.send({ object: 'audio_chunk', payload: pcm.subarray(0, 64_000).toString('base64') })
    client.send({ object: 'end' })
    await client.closed
    silent = await openLiveClient(osler.address, TRANSCRIBE)
    silent.send(CONFIG)
  })
  after(() => osler[Symbol.asyncDispose]())

  /** Sound in chunks of 100 ms, as clients send it, one each `paceMs`. */
  async function speak(client: LiveClient, chunkOf: (payload: string, index: number) => object, paceMs: number) {
    for (let at = 0; at < pcm.length; at += PIECE_BYTES) {
      client.send(chunkOf(pcm.subarray(at, at + PIECE_BYTES).toString('base64'), at / PIECE_BYTES))
      await sleep(paceMs)
    }
  }

  /** The items as a client has them in the end: the last of each id. */
  const itemsOf = ({ told }: LiveClient) => [
    ...new Map(told.filter(({ id }) => id).map((item) => [item.id, item])).values(),
  ]

  test('transcribe-ws tells a user what is said while it is said, acknowledges every chunk, and closes after END', async () => {
    const client = await openLiveClient(osler.address, TRANSCRIBE, userToken)
    client.send(CONFIG)
    const first = 371
    const last = first + Math.ceil(pcm.length / PIECE_BYTES) - 1
    const chunkOf = (payload: string, index: number) => ({
      type: 'AUDIO_CHUNK',
      stream_id: 'stream1',
      seq_id: first + index,
      payload,
    })
    await speak(client, chunkOf, 100)
    await client.wait('every chunk is acknowledged', ({ ack_id }) => ack_id === last)
    client.send({ type: 'END' })
    assert.equal(await client.closed, 1000)
    const acks = client.told.flatMap(({ ack_id }) => (typeof ack_id === 'number' ? [ack_id] : []))
    assert.deepEqual(
      acks,
      acks.toSorted((a, b) => a - b),
    )
    assert.ok(client.told.some(({ is_final, text }) => is_final === false && text !== ''))
    const items = itemsOf(client)
    assert.ok(items.every((item) => item.is_final === true && item.speaker_type === 'DOCTOR'))
    assert.match(items.map(({ text }) => text).join(' '), /help you today.*headache.*aspirin every morning/i)
  })

  test('is spoken to by the client that the page shows, in its lines', async () => {
    const stdout = await runPageClient(osler, 'nabla.md', pcm)
    const told = stdout.split('\n').map((line) => JSON.parse(line) as { is_final?: boolean; text?: string })
    const said = told.flatMap(({ is_final, text = '' }) => (is_final ? [text] : [])).join(' ')
    assert.match(said, /help you today.*aspirin every morning/i)
  })

  test('listen-ws takes the plain key behind jwt-, and sound before the configuration', async () => {
    const offers = ['copilot-listen-protocol', `jwt-${TEST_KEY}`]
    const client = await openLiveClient(osler.address, LISTEN, offers)
    const sound = (payload: string) => ({ object: 'audio_chunk', payload, stream_id: 'stream1' })
    client.send(sound(Buffer.alloc(6144).toString('base64')))
    client.send(LISTEN_CONFIG)
    await speak(client, sound, 25)
    client.send({ object: 'end' })
    assert.equal(await client.closed, 1000)
    const items = itemsOf(client)
    assert.ok(items.every((item) => item.object === 'transcript_item' && item.is_final === true))
    assert.match(items.map(({ text }) => text).join(' '), /headache.*aspirin every morning/i)
  })

  test('dictate-ws writes what is spoken for marks and commands into the field, acknowledges, and closes after END', async () => {
    const dictated = await readPcm(
      await speakWords('the chest is clear full stop new paragraph I will see him in two weeks'),
    )
    const client = await openLiveClient(osler.address, DICTATE, ['dictate-protocol', `jwt-${userToken}`])
    const field = { text: 'Examination.', selection_start: 12, selection_length: 0 }
    client.send({ ...DICTATE_CONFIG, text_field_context: field })
    for (let at = 0; at < dictated.length; at += PIECE_BYTES) {
      const payload = dictated.subarray(at, at + PIECE_BYTES).toString('base64')
      client.send({ type: 'AUDIO_CHUNK', seq_id: at / PIECE_BYTES, payload })
    }
    client.send({ type: 'END' })
    assert.equal(await client.closed, 1000)
    const text = client.told.flatMap(({ type, text }) => (type === 'DICTATED_TEXT' ? [text] : [])).join('')
    assert.match(text, /^ The chest is clear\.\n\nI will see him in 2 weeks/)
    assert.ok(client.told.some(({ type }) => type === 'AUDIO_CHUNK_ACK'))
  })

  test('the sub-protocol is answered, and never the one with the key', async () => {
    const address = osler.address.replace('http', 'ws') + TRANSCRIBE
    const socket = new WebSocket(address, ['transcribe-protocol', `jwt-${userToken}`])
    await once(socket, 'open')
    assert.equal(socket.protocol, 'transcribe-protocol')
    socket.close()
  })

  test('who may not open one is refused at the handshake, in words of Nabla', async () => {
    for (const [path, key, status] of [
      [TRANSCRIBE, 'wrong', 401],
      [LISTEN, 'wrong', 401],
      ['/v1/core/user/transcribe-ws?nabla-api-version=soon', TEST_KEY, 400],
    ] as const) {
      const socket = new WebSocket(osler.address.replace('http', 'ws') + path, ['transcribe-protocol', `jwt-${key}`])
      const [, response] = await once(socket, 'unexpected-response')
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString('utf8'))
      assert.deepEqual([response.statusCode, body.code, typeof body.message], [status, status, 'string'])
    }
  })

  test('a client that falls silent is told so with 83011, and what it did wrong in words', async () => {
    const wrong = await openLiveClient(osler.address, TRANSCRIBE)
    wrong.send({ ...CONFIG, speech_locales: ['GERMAN_DE'] })
    assert.equal(await wrong.closed, 1008)
    const [error] = wrong.told
    assert.deepEqual([error?.type, error?.code], ['ERROR_MESSAGE', 422])
    assert.equal(await silent.closed, 1008)
    assert.deepEqual([silent.told.at(-1)?.type, silent.told.at(-1)?.code], ['ERROR_MESSAGE', 83011])
  })
})
