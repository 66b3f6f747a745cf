import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import Fastify from 'fastify'
import { sendSound } from '../../src/api/http/send-sound.ts'

const BYTES = 50_000_000
const STALLED_MS = 300

test('who takes nothing of a sound for a while is hung up on, and its source is let go of', async () => {
  const app = Fastify()
  const stream = Readable.from(sound())
  app.get('/', (_, reply) => sendSound(reply, { stream, container: 'wav', bytes: BYTES, tag: 'a' }, STALLED_MS))
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(stream, 'close')
  assert.equal(stream.readableEnded, false)
  socket.destroy()
  await app.close()
})

function* sound() {
  for (let sent = 0; sent < BYTES; sent += 65_536) yield Buffer.alloc(65_536)
}
