import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const READERS = 25

describe('a sealed recording', () => {
  let osler: TestSystem
  let file: string
  let path: string

  before(async () => {
    osler = await openTestSystem({ masterKey: randomBytes(32).toString('base64') }, false)
    file = await synthesize('anoisesrc=a=0.1:r=48000', 60)
    const form = new FormData()
    form.append('file', await openAsBlob(file), 'x.wav')
    const sent = await osler.ask('/api/consultations', { method: 'POST', body: form })
    path = `/api/consultations/${((await sent.json()) as { id: string }).id}/audio`
  })
  after(() => osler[Symbol.asyncDispose]())

  /** What this process has open below the data folder. */
  async function listOpenFiles(): Promise<string[]> {
    const opened = await readdir('/proc/self/fd')
    const files = await Promise.all(opened.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')))
    return files.filter((name) => /scratch|\/recordings\//.test(name) && !name.endsWith('/lock'))
  }

  test('is played as it came', async () => {
    const response = await osler.ask(path)
    assert.equal(response.status, 200)
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(await readFile(file)))
  })

  test('is played from any byte to any other, as players ask for it', async () => {
    const content = await readFile(file)
    const last = content.length - 1
    const parts: Record<string, [first: number, last: number]> = {
      'bytes=0-0': [0, 0],
      'bytes=1000-69999': [1000, 69_999],
      'bytes=5000000-': [5_000_000, last],
      'bytes=-44': [last - 43, last],
      [`bytes=100-${content.length * 2}`]: [100, last],
      [`bytes=-${content.length * 2}`]: [0, last],
    }
    for (const [range, [first, end]] of Object.entries(parts)) {
      const response = await osler.ask(path, { headers: { range } })
      assert.equal(response.status, 206, range)
      assert.equal(response.headers.get('content-range'), `bytes ${first}-${end}/${content.length}`)
      assert.ok(Buffer.from(await response.arrayBuffer()).equals(content.subarray(first, end + 1)), range)
    }
    for (const range of ['bytes=0-1,4-5', 'bytes=5-2', 'bytes=-', 'seconds=1-2']) {
      const response = await osler.ask(path, { headers: { range } })
      assert.deepEqual([response.status, (await response.arrayBuffer()).byteLength], [200, content.length], range)
    }
    for (const range of [`bytes=${content.length}-`, 'bytes=-0']) {
      const response = await osler.ask(path, { headers: { range } })
      assert.deepEqual([response.status, response.headers.get('content-range')], [416, `bytes */${content.length}`])
      assert.match(await response.text(), /range_outside/)
    }
  })

  test('is played on only where it is still the same, and told of without its sound', async () => {
    const { headers, status } = await osler.ask(path, { method: 'HEAD' })
    assert.equal(status, 200)
    const [length, tag = '', type] = ['content-length', 'etag', 'content-type'].map((name) => headers.get(name) ?? '')
    assert.deepEqual(
      [Number(length), type, headers.get('accept-ranges')],
      [(await readFile(file)).length, 'audio/wav', 'bytes'],
    )
    const since = async (one: string) =>
      (await osler.ask(path, { method: 'HEAD', headers: { range: 'bytes=0-9', 'if-range': one } })).status
    assert.deepEqual(
      [await since(tag), await since('"other"'), await since('Tue, 15 Nov 1994 12:45:26 GMT')],
      [206, 200, 200],
    )
  })

  test('is copied for nobody, however many listen without taking anything, and let go of when they hang up', async () => {
    const { port } = new URL(osler.address)
    const sockets = await Promise.all(
      Array.from({ length: READERS }, async () => {
        const socket = connect(Number(port), '127.0.0.1')
        socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\n\r\n`)
        await once(socket, 'readable')
        return socket
      }),
    )
    const opened = await listOpenFiles()
    assert.equal(opened.length, READERS)
    for (const name of opened) assert.ok(name.includes('/recordings/'), name)
    const copies = (await readdir(join(osler.folder, 'scratch'), { recursive: true })).map((name) => basename(name))
    assert.deepEqual(
      copies.filter((name) => !/^(process-.*|lock)$/.test(name)),
      [],
    )
    for (const socket of sockets) socket.destroy()
    await until('all is closed', async () => (await listOpenFiles()).length === 0)
  })
})
