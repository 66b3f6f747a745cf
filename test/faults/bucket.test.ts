import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openStore } from '../../src/server/open-store.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { S3Server } from '../support/s3-server.ts'

describe('a server whose recordings are in a bucket', () => {
  let store: S3Server
  let osler: TestSystem
  let sound: string
  const settings = () => ({
    ...{ blobsUrl: store.url('clinic'), blobsKeyId: store.key.id, blobsSecret: store.key.secret },
    masterKey: Buffer.alloc(32, 'k').toString('base64'),
  })
  const send = async () => {
    const form = new FormData()
    form.append('file', await openAsBlob(sound), 'x.wav')
    return osler.ask('/api/consultations', { method: 'POST', body: form })
  }
  const isReady = async () => (await osler.ask('/health/ready')).status
  async function whyNotReady(): Promise<string> {
    const answer = await osler.ask('/health/ready')
    assert.equal(answer.status, 503)
    return ((await answer.json()) as { error: { message: string } }).error.message
  }
  const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

  before(async () => {
    sound = await speak('I have had a headache for three days')
    store = await S3Server.open()
    osler = await openTestSystem(settings())
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
  })

  test('hears and plays them, and keeps them sealed there', async () => {
    const sent = await send()
    assert.equal(sent.status, 202)
    const { id } = (await sent.json()) as { id: string }
    const events = await osler.ask(`/api/consultations/${id}/events`, { headers: { accept: 'text/event-stream' } })
    assert.match(await events.text(), /succeeded/)
    assert.match(await (await osler.ask(`/api/consultations/${id}/transcript`)).text(), /headache/)
    const headers = { range: 'bytes=1000-1999' }
    const part = Buffer.from(await (await osler.ask(`/api/consultations/${id}/audio`, { headers })).arrayBuffer())
    assert.ok(part.equals((await readFile(sound)).subarray(1000, 2000)))
    const [recording] = [...store.objects].filter(([name]) => name.startsWith('clinic/recordings/'))
    assert.equal(String(recording?.[1].bytes.subarray(0, 11)), 'OSLERSEALED')
    const told = await (await osler.ask('/metrics')).text()
    for (const asked of ['database', 'bucket'])
      assert.match(told, new RegExp(`^osler_${asked}_seconds_count [1-9]`, 'm'))
  })

  test('takes nothing in that the store changed, though it says that it did not', async () => {
    store.altersBytes = true
    const sent = await send()
    store.altersBytes = false
    assert.ok(sent.status >= 500)
    assert.equal(await codeOf(sent), 'blob_damaged')
  })

  test('is not ready, and says why, where its clock is wrong or its bucket is not there', async () => {
    store.clockAheadMs = 20 * 60_000
    assert.match(await whyNotReady(), /clock/)
    store.clockAheadMs = 0
    store.refusesAll = 'NoSuchBucket'
    assert.match(await whyNotReady(), /bucket/i)
    store.refusesAll = undefined
    assert.equal(await isReady(), 200)
  })

  test('says so and takes nothing in while the store is down or full, and goes on when it is back', async () => {
    const held = store.objects.size
    store.refusesAll = 'cut'
    assert.equal(await isReady(), 503)
    assert.equal((await osler.ask('/health/live')).status, 200)
    const sent = await send()
    assert.deepEqual([sent.status, await codeOf(sent)], [503, 'store_down'])
    store.refusesAll = 'AccessDenied'
    assert.equal(await isReady(), 503)
    assert.equal(await codeOf(await send()), 'store_refused')
    store.refusesAll = 'QuotaExceeded'
    const full = await send()
    assert.deepEqual([full.status, await codeOf(full)], [507, 'disk_full'])
    store.refusesAll = undefined
    assert.equal(store.objects.size, held)
    assert.equal(await isReady(), 200)
    assert.equal((await send()).status, 202)
  })

  test('does not share it with another database, and is not ready when the bucket becomes that of another', async () => {
    const other = await mkdtemp(join(tmpdir(), 'osler-test-other-'))
    const config = { ...readConfig({ OSLER_LOG: 'silent' }), data: other, ...settings() }
    await assert.rejects(openStore(config), {
      code: 'store_foreign',
      message: /belong to a database .*Nothing was changed/,
    })
    await rm(other, { recursive: true })
    const owner = store.objects.get('clinic/.owner')
    assert.ok(owner)
    store.objects.set('clinic/.owner', { ...owner, bytes: Buffer.from('another') })
    assert.equal(await isReady(), 503)
    store.objects.set('clinic/.owner', owner)
    assert.equal(await isReady(), 200)
  })
})

test('a bucket without a key is refused before anything is opened', async () => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-keyless-'))
  const config = readConfig({ OSLER_DATA: data, OSLER_BLOBS_URL: 's3://sound', OSLER_BLOBS_KEY_ID: 'x' })
  await assert.rejects(openStore(config), { message: /names a bucket, and OSLER_BLOBS_SECRET is not set/ })
  await rm(data, { recursive: true })
})
