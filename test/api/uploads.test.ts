import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request as openRequest } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { retain } from '../../src/pipeline/upkeep/retain.ts'
import type { Blobs } from '../../src/store/blobs.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

describe('an upload in parts', () => {
  let osler: TestSystem
  let blobs: Blobs
  let bytes: Buffer

  before(async () => {
    osler = await openTestSystem()
    blobs = openFileBlobs(join(osler.folder, 'blobs'))
    bytes = await readFile(await speak('I have had a headache for three days'))
  })
  after(() => osler[Symbol.asyncDispose]())

  const begin = (length: number | string) =>
    osler.ask('/api/uploads', { method: 'POST', headers: { 'upload-length': String(length) } })

  async function open(length = bytes.length): Promise<string> {
    const response = await begin(length)
    assert.equal(response.status, 201)
    assert.equal(response.headers.get('tus-resumable'), '1.0.0')
    return String(response.headers.get('location'))
  }

  const send = (path: string, offset: number, part: Buffer) =>
    osler.ask(path, {
      method: 'PATCH',
      body: new Uint8Array(part),
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    })

  const readOffset = async (path: string) =>
    Number((await osler.ask(path, { method: 'HEAD' })).headers.get('upload-offset'))

  const become = (path: string, fields: object = { documents: 'soap_note' }) =>
    osler.ask(`${path}/consultation`, {
      method: 'POST',
      body: JSON.stringify(fields),
      headers: { 'content-type': 'application/json' },
    })

  const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code
  const listKeys = async () => (await Array.fromAsync(blobs.list())).map(({ key }) => key)
  const countParts = async () => (await listKeys()).filter((key) => key.startsWith('uploads/')).length

  test('becomes a consultation once all of it is there, and its parts are gone', async () => {
    const path = await open()
    const middle = 20_001
    assert.equal((await send(path, 0, bytes.subarray(0, middle))).status, 204)
    assert.equal(await readOffset(path), middle)
    const early = await become(path)
    assert.deepEqual([early.status, await codeOf(early)], [409, 'not_ready'])
    assert.equal((await send(path, middle, bytes.subarray(middle))).headers.get('upload-offset'), String(bytes.length))
    const [first, second] = await Promise.all([become(path), become(path)])
    assert.deepEqual([first.status, second.status], [202, 202])
    const { id } = (await first.json()) as { id: string }
    assert.equal(((await second.json()) as { id: string }).id, id)
    assert.equal(((await (await become(path)).json()) as { id: string }).id, id)
    const note = `/api/consultations/${id}/documents/soap_note`
    await until('the note is there', async () => (await osler.ask(note)).status === 200)
    assert.equal(await countParts(), 0)
    assert.deepEqual(Buffer.from(await (await osler.ask(`/api/consultations/${id}/audio`)).arrayBuffer()), bytes)
  })

  test('goes on where it stood when the line was cut in the middle of a part', async () => {
    const path = await open()
    await send(path, 0, bytes.subarray(0, 10_000))
    const { port } = new URL(osler.address)
    const cut = openRequest({ port, path, method: 'PATCH' })
    cut.setHeader('authorization', `Bearer ${TEST_KEY}`)
    cut.setHeader('content-type', 'application/offset+octet-stream')
    cut.setHeader('content-length', bytes.length - 10_000)
    cut.setHeader('upload-offset', 10_000)
    cut.write(bytes.subarray(10_000, 15_000), () => cut.destroy())
    await assert.rejects(once(cut, 'response'), /hang up/)
    await until('the server has let it go', async () => (await countParts()) === 1)
    assert.equal(await readOffset(path), 10_000)
    assert.equal((await send(path, 10_000, bytes.subarray(10_000))).status, 204)
    assert.equal((await become(path)).status, 202)
  })

  test('refuses a part that does not begin where it stands, and takes one of two that come at once', async () => {
    const path = await open()
    const early = await send(path, 5, bytes.subarray(5))
    assert.deepEqual([early.status, await codeOf(early)], [409, 'offset_wrong'])
    const both = await Promise.all([send(path, 0, bytes), send(path, 0, bytes)])
    assert.deepEqual(both.map(({ status }) => status).sort(), [204, 409])
    assert.equal(await readOffset(path), bytes.length)
    assert.equal((await osler.ask(path, { method: 'DELETE' })).status, 204)
    assert.equal(await countParts(), 0)
    assert.equal((await osler.ask(path, { method: 'HEAD' })).status, 404)
  })

  test('is refused at once when it is too large or has no length, and a part when it is too long or of another type', async () => {
    const large = await begin(10 ** 12)
    assert.deepEqual([large.status, await codeOf(large)], [413, 'audio_too_large'])
    for (const length of ['', '-1', '1.5', 'many']) assert.equal((await begin(length)).status, 400)
    const path = await open(10)
    const long = await send(path, 0, bytes)
    assert.deepEqual([long.status, await codeOf(long)], [400, 'request_invalid'])
    const typed = await osler.ask(path, { method: 'PATCH', body: 'x', headers: { 'content-type': 'audio/wav' } })
    assert.deepEqual([typed.status, await codeOf(typed)], [415, 'body_unsupported'])
    assert.equal(await readOffset(path), 0)
  })

  test('of something that is no recording says so, and can be sent away', async () => {
    const text = Buffer.from('these are words')
    const path = await open(text.length)
    await send(path, 0, text)
    const refused = await become(path)
    assert.deepEqual([refused.status, await codeOf(refused)], [400, 'audio_unreadable'])
    const strange = await become(path, { documents: 'soap_note', color: 'red' })
    assert.deepEqual([strange.status, await codeOf(strange)], [400, 'request_invalid'])
    assert.equal((await osler.ask(path, { method: 'DELETE' })).status, 204)
  })

  test('is forgotten when it was not ended in a day', async () => {
    const path = await open()
    const { db } = osler.system.forDoors
    const forEver = { byDefault: 0, ofTenant: {} }
    const retention = { audio: forEver, consultations: forEver, deleted: 30 }
    const deleteConsultation = () => assert.fail('nothing else goes')
    await retain({ db, blobs, retention, deleteConsultation })
    assert.equal(await readOffset(path), 0)
    await retain({ db, blobs, retention, deleteConsultation }, new Date(Date.now() + 25 * 3_600_000))
    assert.equal((await osler.ask(path, { method: 'HEAD' })).status, 404)
  })
})
