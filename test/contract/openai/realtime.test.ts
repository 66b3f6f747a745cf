import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import OpenAI from 'openai'
import WebSocket from 'ws'
import { type LiveClient, openLiveClient, type Said } from '../../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../../support/open-test-system.ts'
import { runPageClient } from '../../support/page-client.ts'
import { convert, speakTurns } from '../../support/recordings.ts'

const PATH = '/v1/realtime?intent=transcription'
const TRANSCRIPTION = 'conversation.item.input_audio_transcription'

describe("OpenAI's transcription sessions", () => {
  let osler: TestSystem
  let openai: OpenAI
  let recording: string
  let pcm: Buffer

  before(async () => {
    osler = await openTestSystem()
    openai = new OpenAI({ baseURL: `${osler.address}/v1`, apiKey: TEST_KEY, maxRetries: 0 })
    recording = (
      await speakTurns([
        ['rms', 'good morning. how can I help you today?'],
        ['slt', 'I have had a headache for three days and I take aspirin every morning'],
      ])
    ).path
    pcm = await soundAs(['-f', 's16le', '-ar', '24000'])
  })
  after(() => osler[Symbol.asyncDispose]())

  const soundAs = async (words: string[]) => readFile(await convert(recording, 'raw', [...words, '-ac', '1']))
  const update = (client: LiveClient, input: object) =>
    client.send({ type: 'session.update', session: { type: 'transcription', audio: { input } } })
  function append(client: LiveClient, sound: Buffer) {
    for (let at = 0; at < sound.length; at += 32_000)
      client.send({ type: 'input_audio_buffer.append', audio: sound.subarray(at, at + 32_000).toString('base64') })
  }
  const textsOf = ({ told }: LiveClient) =>
    told.flatMap(({ type, transcript }) => (type === `${TRANSCRIPTION}.completed` ? [String(transcript)] : []))
  const isCompleted = ({ type }: Said) => type === `${TRANSCRIPTION}.completed`

  test('turns that silence ends are told as they end, each delta a part of its text', async () => {
    const client = await openLiveClient(osler.address, PATH)
    update(client, { transcription: { model: 'gpt-4o-transcribe', language: 'en' } })
    append(client, pcm)
    append(client, Buffer.alloc(48_000))
    await client.wait('the last words', (said) => isCompleted(said) && /morning\.?$/.test(String(said.transcript)))
    assert.match(textsOf(client).join(' '), /help you today.*headache for 3 days.*aspirin every morning/i)
    const committed = client.told.filter(({ type }) => type === 'input_audio_buffer.committed')
    const ids = committed.map(({ item_id }) => item_id)
    assert.deepEqual(
      committed.map(({ previous_item_id }) => previous_item_id),
      [null, ...ids.slice(0, -1)],
    )
    client.close()
  })

  test('the last words are there when a client of a telephone commits right behind them', async () => {
    const client = await openLiveClient(osler.address, PATH)
    update(client, { format: { type: 'audio/pcmu' }, turn_detection: null })
    append(client, await soundAs(['-f', 'mulaw', '-ar', '8000']))
    client.send({ type: 'input_audio_buffer.commit' })
    const { transcript, usage } = await client.wait('all of it', isCompleted)
    assert.match(String(transcript), /help you today.*headache.*every morning/i)
    assert.ok((usage as { seconds: number }).seconds > 4)
    client.close()
  })

  test('a secret opens sessions with its settings, from a browser too, and nothing else', async () => {
    const input = { turn_detection: null, transcription: { model: 'whisper-1', language: 'en' } } as const
    const { value, session } = await openai.realtime.clientSecrets.create({
      session: { type: 'transcription', audio: { input } },
    })
    assert.equal(session.type, 'transcription')
    const offers = ['realtime', `openai-insecure-api-key.${value}`]
    const socket = new WebSocket(osler.address.replace('http', 'ws') + PATH, offers)
    const [data] = await once(socket, 'message')
    assert.equal(socket.protocol, 'realtime')
    const created = JSON.parse(String(data)) as { session: { audio: { input: object } } }
    assert.deepEqual(Object.assign(created.session.audio.input, { format: undefined, noise_reduction: undefined }), {
      ...{ ...input, format: undefined, noise_reduction: undefined },
    })
    socket.close()
    for (const path of ['/v1/models', '/api/consultations', '/v1/realtime/client_secrets']) {
      const method = path.endsWith('secrets') ? 'POST' : 'GET'
      assert.equal((await osler.ask(path, { method, key: value })).status, 403, path)
    }
  })

  test('the protocol before has its own secrets, names and answers', async () => {
    const wanted = {
      input_audio_format: 'pcm16',
      input_audio_transcription: { model: 'whisper-1' },
      turn_detection: null,
    }
    const made = await osler.ask('/v1/realtime/transcription_sessions', {
      method: 'POST',
      body: JSON.stringify(wanted),
      headers: { 'content-type': 'application/json' },
    })
    const { client_secret, ...session } = (await made.json()) as Record<string, { value: string }>
    assert.deepEqual([session.input_audio_format, session.turn_detection], ['pcm16', null])
    const key = client_secret?.value ?? ''
    const protocols = ['realtime', `openai-insecure-api-key.${key}`, 'openai-beta.realtime-v1']
    const client = await openLiveClient(osler.address, PATH, protocols)
    append(client, pcm)
    client.send({ type: 'input_audio_buffer.commit' })
    await client.wait('all of it', isCompleted)
    assert.match(textsOf(client).join(''), /aspirin every morning/i)
    const names = client.told.map(({ type }) => type)
    assert.equal(names[0], 'transcription_session.created')
    assert.ok(names.includes('conversation.item.created') && !names.includes('conversation.item.added'))
    client.close()
  })

  test('who may not open one is refused at the handshake, in words of OpenAI', async () => {
    const socket = new WebSocket(osler.address.replace('http', 'ws') + PATH, {
      headers: { authorization: 'Bearer wrong' },
    })
    const [, response] = await once(socket, 'unexpected-response')
    const { error } = JSON.parse(Buffer.concat(await response.toArray()).toString('utf8'))
    assert.deepEqual([response.statusCode, error.code, error.type], [401, 'invalid_api_key', 'authentication_error'])
  })

  test('the client that the page shows is told what was said', async () => {
    const stdout = await runPageClient(osler, 'openai.md', pcm, '/v1/realtime')
    assert.match(stdout, /help you today.*aspirin every morning/is)
  })
})
