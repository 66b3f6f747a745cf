import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import Fastify from 'fastify'
import { drainRefused } from '../../src/api/http/drain-refused.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'

const MEBIBYTE = 1024 * 1024

/** As clients do that read the answer only when all is sent: everything is written first. */
async function sendAll(address: string, headers: string[], before: string, fileBytes: number): Promise<string> {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) })
  let answer = ''
  let failed: Error | undefined
  using stack = new DisposableStack()
  stack.defer(() => socket.destroy())
  socket.on('data', (bytes) => (answer += bytes))
  socket.on('error', (error) => (failed = error))
  const length = Buffer.byteLength(before) + fileBytes
  socket.write(`${headers.join('\r\n')}\r\ncontent-length: ${length}\r\n\r\n${before}`)
  const chunk = Buffer.alloc(64 * 1024, 7)
  for (let sent = 0; sent < fileBytes && !failed; sent += chunk.length) {
    if (socket.write(chunk.subarray(0, Math.min(chunk.length, fileBytes - sent)))) continue
    await once(socket, 'drain', { signal: AbortSignal.timeout(5000) })
  }
  if (failed) throw failed
  while (!answer.includes('\r\n\r\n')) await once(socket, 'data', { signal: AbortSignal.timeout(5000) })
  return answer
}

const head = (path: string, ...more: string[]) => [
  `POST ${path} HTTP/1.1`,
  'host: osler',
  `authorization: Bearer ${TEST_KEY}`,
  'content-type: multipart/form-data; boundary=b',
  ...more,
]
const part = (name: string) => `--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.wav"\r\n\r\n`

describe('an upload that is refused while it comes in', () => {
  let osler: TestSystem
  before(async () => {
    osler = await openTestSystem({ maxMegabytes: 1 }, false)
  })
  after(() => osler[Symbol.asyncDispose]())

  const cases: [what: string, status: number, headers: string[], before: string][] = [
    ['that is no recording', 400, head('/v1/audio/transcriptions'), part('file')],
    ['under a wrong name', 400, head('/file/v1/upload'), part('audio_file')],
    [
      'with a key that is none',
      401,
      head('/file/v1/upload').with(2, 'authorization: Bearer no'),
      part('audio_file_blob'),
    ],
    ['to no path', 404, head('/file/v1/nothing'), part('file')],
    ['as JSON', 413, head('/api/documents').with(3, 'content-type: application/json'), '{"transcript": "'],
  ]
  for (const [what, status, headers, before] of cases) {
    test(`is answered with ${status} where a client first sends all: a file ${what}`, async () => {
      for (const more of [[], ['connection: close'], ['expect: 100-continue']]) {
        const answer = await sendAll(osler.address, [...headers, ...more], before, 24 * MEBIBYTE)
        assert.match(answer.replace('HTTP/1.1 100 Continue\r\n\r\n', ''), new RegExp(`^HTTP/1.1 ${status} `))
      }
    })
  }

  test('is read to a bound, behind which the connection ends', async (t) => {
    const app = Fastify()
    t.after(() => app.close())
    drainRefused(app, 8 * MEBIBYTE)
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    assert.match(await sendAll(address, head('/'), part('file'), 7 * MEBIBYTE), /^HTTP\/1.1 404 /)
    await assert.rejects(sendAll(address, head('/'), part('file'), 64 * MEBIBYTE), /EPIPE|ECONNRESET/)
  })

  test('leaves the connection for the next request', async () => {
    const { hostname, port } = new URL(osler.address)
    const socket = connect({ host: hostname, port: Number(port) })
    let answer = ''
    socket.on('data', (bytes) => (answer += bytes))
    const body = `${part('file')}${'x'.repeat(3 * MEBIBYTE)}\r\n--b--\r\n`
    socket.write([...head('/v1/audio/transcriptions'), `content-length: ${body.length}`, '', body].join('\r\n'))
    socket.write('GET /health/live HTTP/1.1\r\nhost: osler\r\n\r\n')
    while (!answer.includes('"live"')) await once(socket, 'data', { signal: AbortSignal.timeout(5000) })
    assert.match(answer, /^HTTP\/1.1 400 /)
    socket.destroy()
  })
})
