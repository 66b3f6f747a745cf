import assert from 'node:assert/strict'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import WebSocket from 'ws'
import { type LiveClient, openLiveClient, readPcm, type Said } from '../../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../../support/open-test-system.ts'
import { runPageClient } from '../../support/page-client.ts'
import { convert, onTwoChannels, speak, speakTurns } from '../../support/recordings.ts'

const RAW = '/v1/listen?encoding=linear16&sample_rate=16000&smart_format=true'

interface Answer {
  metadata: { request_id: string; sha256: string; duration: number; channels: number; warnings?: object[] }
  results: {
    channels: {
      alternatives: [{ transcript: string; words: { word: string; speaker?: number }[]; paragraphs?: object }]
    }[]
    utterances?: { transcript: string }[]
  }
}

describe("Deepgram's /v1/listen", () => {
  let osler: TestSystem
  let recording: string
  let pcm: Buffer

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'], doorSettings: { deepgram: { streamIdleSeconds: 3 } } })
    recording = (
      await speakTurns([
        ['rms', 'good morning. how can I help you today?'],
        ['slt', 'I have had a headache for three days and I take aspirin every morning'],
      ])
    ).path
    pcm = await readPcm(recording)
  })
  after(() => osler[Symbol.asyncDispose]())

  const dial = (path: string) => openLiveClient(osler.address, path, ['token', TEST_KEY])
  const finalsOf = ({ told }: LiveClient) => told.filter((said) => said.type === 'Results' && said.is_final === true)
  const textOf = (said: Said) => (said.channel as { alternatives: [{ transcript: string }] }).alternatives[0].transcript
  const saidOf = (client: LiveClient) => finalsOf(client).map(textOf).filter(Boolean).join(' ')
  async function send(query: string, path = recording) {
    const headers = { authorization: `Token ${TEST_KEY}`, 'content-type': 'audio/wav' }
    const body = await openAsBlob(path)
    return (await (await osler.ask(`/v1/listen?${query}`, { method: 'POST', body, headers })).json()) as Answer
  }

  describe('for files', () => {
    test('answers with words, times, speakers and paragraphs as they were asked for', async () => {
      const { metadata, results } = await send(
        'smart_format=true&diarize=true&utterances=true&model=nova-3&sentiment=true',
      )
      const [{ alternatives } = { alternatives: [] }] = results.channels
      assert.match(alternatives[0]?.transcript ?? '', /How can I help you today\? I have had a headache for 3 days/)
      assert.deepEqual([...new Set(alternatives[0]?.words.map(({ speaker }) => speaker))], [0, 1])
      assert.ok(alternatives[0]?.paragraphs && results.utterances)
      assert.match(metadata.sha256, /^[0-9a-f]{64}$/)
      assert.equal(metadata.warnings?.length, 1)
    })

    test('writes without marks where they were not asked for, and each channel by itself where that was', async () => {
      const both = await onTwoChannels(await speak('how are you', 'rms'), await speak('I have a headache'), 2000)
      const { results, metadata } = await send('multichannel=true', both)
      assert.deepEqual(
        results.channels.map(({ alternatives }) => alternatives[0].transcript),
        ['how are you', 'i have a headache'],
      )
      assert.equal(metadata.channels, 2)
    })

    test('fetches an address, calls back, and says in its own body what it cannot', async () => {
      const posted = Promise.withResolvers<Answer>()
      const server = createServer(async (request, response) => {
        if (request.method === 'GET') return void response.end(await readFile(recording))
        posted.resolve(JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as Answer)
        response.end()
      })
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const ask = (url: string, query: string) =>
        osler.ask(`/v1/listen?${query}`, {
          method: 'POST',
          body: JSON.stringify({ url }),
          headers: { 'content-type': 'application/json' },
        })
      const accepted = (await (await ask(`${own}/x.wav`, `callback=${own}`)).json()) as { request_id: string }
      const { metadata, results } = await posted.promise
      assert.equal(metadata.request_id, accepted.request_id)
      assert.match(results.channels[0]?.alternatives[0].transcript ?? '', /aspirin every morning/)
      const refused = await ask('http://10.0.0.1/x.wav', '')
      const body = (await refused.json()) as Record<string, string>
      assert.deepEqual(
        [refused.status, body.err_code, body.request_id],
        [400, 'Bad Request', refused.headers.get('dg-request-id')],
      )
      assert.match(String(refused.headers.get('dg-error')), /address/)
      server.close()
      assert.equal((await osler.ask('/v1/listen?redact=pii', { method: 'POST', body: 'x' })).status, 400)
      assert.equal((await osler.ask('/v1/listen', { method: 'POST', key: 'wrong' })).status, 401)
    })
  })

  describe('for speech while it is said', () => {
    test('tells what is heard, and all of it before it closes with 1000', async () => {
      const client = await dial(`${RAW}&interim_results=true&utterance_end_ms=1000&vad_events=true`)
      await client.speak(pcm, 2)
      await client.speak(Buffer.alloc(64_000), 8)
      client.send({ type: 'Finalize' })
      await client.wait('the answer to Finalize', ({ from_finalize }) => from_finalize === true)
      client.send({ type: 'CloseStream' })
      assert.equal(await client.closed, 1000)
      assert.match(saidOf(client), /help you today.*headache for 3 days.*aspirin every morning/i)
      assert.equal(client.told.at(-1)?.type, 'Metadata')
      const types = new Set(client.told.map(({ type }) => type))
      assert.ok(types.has('SpeechStarted') && types.has('UtteranceEnd'), [...types].join())
      assert.ok(client.told.some(({ is_final }) => is_final === false))
    })

    test('reads a container, whatever its pieces are, and the last words behind which CloseStream follows at once', async () => {
      const said = await speak('I have had a headache and I take aspirin every morning')
      for (const [extension, words] of [
        ['webm', ['-c:a', 'libopus']],
        ['wav', ['-ar', '8000']],
      ] as const) {
        const bytes = await readFile(await convert(said, extension, [...words]))
        const client = await dial('/v1/listen?punctuate=true')
        for (let at = 0; at < bytes.length; at += 1001) client.send(bytes.subarray(at, at + 1001))
        client.send({ type: 'CloseStream' })
        assert.equal(await client.closed, 1000, extension)
        assert.match(saidOf(client), /headache.*aspirin every morning/i, extension)
      }
    })

    test('says at once, by its code, what it cannot read, and keeps what came before', async () => {
      const headless = await dial('/v1/listen')
      headless.send(pcm.subarray(0, 3200))
      assert.equal(await headless.closed, 1008)
      assert.equal(headless.told.at(-1)?.err_code, 'DATA-0000')
      const text = await dial(RAW)
      text.sendText('{"type":"Flush"}')
      assert.equal(await text.closed, 1008)
    })

    test('counts KeepAlive as life, and hangs up with NET-0001 where nothing comes', async () => {
      const client = await dial(RAW)
      client.send({ type: 'KeepAlive' })
      assert.equal(await client.closed, 1011)
      assert.equal(client.told.at(-1)?.err_code, 'NET-0001')
    })

    test('is opened by a key or a token in header or sub-protocol, names its request, and refuses in its own body', async () => {
      const address = osler.address.replace('http', 'ws') + RAW
      const grant = await osler.ask('/v1/auth/grant', { method: 'POST' })
      const { access_token } = (await grant.json()) as { access_token: string }
      const socket = new WebSocket(address, ['bearer', access_token])
      const [upgrade] = await once(socket, 'upgrade')
      assert.equal(upgrade.headers['sec-websocket-protocol'], 'bearer')
      assert.match(upgrade.headers['dg-request-id'], /^[0-9a-f-]{36}$/)
      socket.close()
      for (const [path, key, status, code] of [
        [RAW, 'wrong', 401, 'INVALID_AUTH'],
        ['/v1/listen?encoding=linear16', TEST_KEY, 400, 'Bad Request'],
      ] as const) {
        const refused = new WebSocket(osler.address.replace('http', 'ws') + path, ['token', key])
        const [, response] = await once(refused, 'unexpected-response')
        const body = JSON.parse(Buffer.concat(await response.toArray()).toString('utf8'))
        assert.deepEqual([response.statusCode, body.err_code], [status, code])
        assert.ok(response.headers['dg-error'])
      }
    })

    test('is spoken to by the client that the page shows', async () => {
      const stdout = await runPageClient(osler, 'deepgram.md', pcm)
      assert.match(stdout, /help you today.*aspirin every morning/is)
    })
  })
})
