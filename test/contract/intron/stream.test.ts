import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { type LiveClient, openLiveClient, readPcm, type Said } from '../../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../../support/open-test-system.ts'
import { runPageClient } from '../../support/page-client.ts'
import { speak, speakTurns } from '../../support/recordings.ts'
import { until } from '../../support/until.ts'

const PATH = '/stt/v1/stream?use_language_asr_input=en&sample_rate=16000'
/** 256 ms of sound, as many clients send it. */
const CHUNK_BYTES = 8192
const SPEED = 4
const SECOND_BYTES = 32_000

const isOf =
  (type: string) =>
  ({ message_type }: Said) =>
    message_type === type

/** Sends sound as Intron's clients do, the last chunk filled up with silence; answers how many chunks it took. */
async function speakChunks(client: LiveClient, pcm: Uint8Array): Promise<number> {
  let ackId = 0
  for (let at = 0; at < pcm.length; at += CHUNK_BYTES) {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    chunk.set(pcm.subarray(at, at + CHUNK_BYTES))
    client.send({ message_type: 'INPUT_AUDIO_CHUNK', audio_base_64: chunk.toString('base64'), ack_id: ++ackId })
    await sleep(CHUNK_BYTES / 32 / SPEED)
  }
  return ackId
}

describe("Intron's stream, on the server", () => {
  let osler: TestSystem
  let pcm: Uint8Array

  before(async () => {
    osler = await openTestSystem({ doorSettings: { intron: { streamSeconds: 12, streamIdleSeconds: 5 } } })
    const { path } = await speakTurns([
      ['rms', 'good morning. how can I help you today?'],
      ['slt', 'I have had a headache for three days and I take aspirin every morning'],
    ])
    pcm = await readPcm(path)
    // The model is loaded.
    const client = await openLiveClient(osler.address, PATH)
    await speakChunks(client, new Uint8Array(CHUNK_BYTES))
    client.send({ message_type: 'COMMIT' })
    await client.closed
  })
  after(() => osler[Symbol.asyncDispose]())

  /** The newest first. */
  const listRequests = async () => {
    const { requests } = (await (await osler.ask('/api/requests')).json()) as { requests: { id: string }[] }
    return requests.map(({ id }) => id)
  }

  const readStatus = (id: unknown) =>
    until('the whole is heard', async () => {
      const { data } = (await (await osler.ask(`/file/v1/status/${id}`)).json()) as { data: Record<string, unknown> }
      return data.processing_status === 'FILE_TRANSCRIBED' && data
    })

  test('tells text while somebody speaks, and all of it when the client commits; then the whole is heard once more', async () => {
    const client = await openLiveClient(osler.address, `${PATH}&session_id=mine`)
    assert.equal((await client.wait('the session', () => true)).session_id, 'mine')
    const chunks = await speakChunks(client, pcm)
    await client.wait('text', isOf('PARTIAL_TRANSCRIPT'))
    client.send({ message_type: 'COMMIT' })
    assert.equal(await client.closed, 1000)
    const acks = client.told.filter(isOf('AUDIO_CHUCK_ACK')).map(({ ack_id }) => ack_id)
    assert.deepEqual(
      acks,
      Array.from({ length: chunks }, (_, at) => at + 1),
    )
    const partials = client.told.filter(isOf('PARTIAL_TRANSCRIPT')).map(({ transcript }) => transcript)
    assert.ok(partials.length > 0)
    for (const [at, partial] of partials.entries()) assert.notEqual(partial, partials[at - 1])
    const committed = client.told.at(-1)
    assert.ok(committed && isOf('COMMITTED_TRANSCRIPT')(committed))
    assert.match(String(committed.transcript_text), /help you.*headache.*aspirin every morning/)
    assert.equal(committed.audio_len, Math.trunc((chunks * CHUNK_BYTES) / SECOND_BYTES))
    const { audio_file_name, audio_transcript } = await readStatus(committed.transcript_id)
    assert.equal(audio_file_name, 'mine')
    assert.match(String(audio_transcript), /headache for 3 days.*aspirin every morning/)
  })

  test('ends a session that is as long as it may be; what was acknowledged is heard', async () => {
    const client = await openLiveClient(osler.address, PATH)
    const sound = Buffer.alloc(13 * SECOND_BYTES)
    sound.set(pcm)
    for (let at = 0; at < sound.length; at += SECOND_BYTES) {
      const audio_base_64 = sound.subarray(at, at + SECOND_BYTES).toString('base64')
      client.send({ message_type: 'INPUT_AUDIO_CHUNK', audio_base_64 })
    }
    assert.equal(await client.closed, 1008)
    assert.equal(client.told.filter(isOf('AUDIO_CHUCK_ACK')).length, 12)
    const last = client.told.at(-1)
    assert.equal(last?.message_type, 'SESSION_TIME_LIMIT_EXCEEDED')
    assert.equal(last.session_time_limit, '12')
    const { audio_transcript } = await readStatus((await listRequests())[0])
    assert.match(String(audio_transcript), /headache for 3 days/)
  })

  test('hangs up on a client who says nothing, and keeps nothing of it', async () => {
    const before = await listRequests()
    const client = await openLiveClient(osler.address, PATH)
    assert.equal(await client.closed, 1008)
    assert.deepEqual(
      client.told.map(({ message_type }) => message_type),
      ['SESSION_CREATED', 'INSUFFICIENT_AUDIO_ACTIVITY'],
    )
    assert.deepEqual(await listRequests(), before)
  })

  test('is spoken to by the client that the page shows, in its lines', async () => {
    const sound = await readPcm(await speak('I have had a headache for three days'))
    const stdout = await runPageClient(osler, 'intron.md', sound)
    const last = JSON.parse(stdout.split('\n').at(-1) ?? '') as Said
    assert.equal(last.message_type, 'COMMITTED_TRANSCRIPT')
    assert.match(String(last.transcript_text), /headache for 3 days/)
  })

  test('is not opened for a wrong key or a sound that cannot be: that is answered as any request of Intron’s', async () => {
    const refusal = async (path: string, key: string) => {
      const headers = { authorization: `Bearer ${key}` }
      const socket = new WebSocket(osler.address.replace('http', 'ws') + path, { headers })
      const [, response] = await once(socket, 'unexpected-response')
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString('utf8'))
      assert.deepEqual([body.status, body.data], ['Error', {}])
      return [response.statusCode, body.message] as const
    }
    assert.equal((await refusal(PATH, 'wrong'))[0], 401)
    const [status, message] = await refusal('/stt/v1/stream?sample_rate=4000', TEST_KEY)
    assert.equal(status, 400)
    assert.match(message, /8000 to 48000/)
  })
})
