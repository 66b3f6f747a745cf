import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'

const CLIENTS = 300

describe('hundreds of clients that send slowly', () => {
  let osler: TestSystem
  const sockets: Socket[] = []

  before(async () => {
    osler = await openTestSystem({ requestsPerMinute: 1_000_000, uploadsPerMinute: 1_000_000 }, false)
  })
  after(async () => {
    for (const socket of sockets) socket.destroy()
    await osler[Symbol.asyncDispose]()
  })

  async function open(text: string): Promise<Socket> {
    const { port } = new URL(osler.address)
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    sockets.push(socket)
    await new Promise((resolve) => socket.write(text, resolve))
    return socket
  }

  const upload = (length: number) =>
    [
      ...['POST /api/consultations HTTP/1.1', 'host: x', `authorization: Bearer ${TEST_KEY}`],
      ...['content-type: multipart/form-data; boundary=b', `content-length: ${length}`, '', '--b', ''],
    ].join('\r\n')

  test('keep nobody else waiting, whether they stop in their headers or in their files', async () => {
    const half = 'POST /api/consultations HTTP/1.1\r\nhost: x\r\nx-slow: '
    await Promise.all(Array.from({ length: CLIENTS }, (_, at) => open(at % 2 ? half : upload(10_000_000))))
    for (let time = 0; time < 5; time++) {
      const startedMs = performance.now()
      const form = new FormData()
      form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
      const response = await osler.ask('/api/consultations', { method: 'POST', body: form })
      assert.equal(response.status, 202)
      assert.ok(performance.now() - startedMs < 5000)
    }
  })

  test('leave nothing behind when they hang up', async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    const { rows } = await osler.system.forDoors.db
      .selectFrom('consultations')
      .select(({ fn }) => fn.countAll().as('rows'))
      .executeTakeFirstOrThrow()
    assert.equal(Number(rows), 5)
    assert.equal((await osler.ask('/health/ready')).status, 200)
  })

  test('are hung up on when their headers do not come', { timeout: 90_000 }, async () => {
    const socket = await open('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')
    const text = await new Promise<string>((resolve) => {
      let received = ''
      socket.on('data', (chunk) => {
        received += chunk
      })
      socket.on('close', () => resolve(received))
    })
    assert.match(text, /^HTTP\/1\.1 408/)
  })
})
