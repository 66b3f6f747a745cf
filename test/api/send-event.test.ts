import assert from 'node:assert/strict'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { fastifySSE } from '@fastify/sse'
import Fastify from 'fastify'
import type { App } from '../../src/api/door.ts'
import { openEvents } from '../../src/api/http/send-event.ts'

/** More than a connection holds on its way. */
const LONG = 'x'.repeat(1024 * 1024)
const DAY_MS = 86_400_000

/** A server whose events never end by themselves; answers a client that has asked for them. */
async function follow(checkKey: () => Promise<void>, stallMs: number, keyMs: number, data: string) {
  const app = Fastify() as unknown as App
  await app.register(fastifySSE)
  const ended = Promise.withResolvers<number>()
  app.get('/', { sse: 'only' }, async (request, reply) => {
    request.checkKey = checkKey
    const send = openEvents(request, reply, stallMs, keyMs)
    let sent = 0
    for (; reply.sse.isConnected; sent++) {
      await send({ event: 'x', data })
      await new Promise((next) => setTimeout(next, 5))
    }
    ended.resolve(sent)
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  client.on('error', () => {})
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  return { client, ended: ended.promise, [Symbol.asyncDispose]: () => app.close() }
}

test('who takes nothing is hung up on, and nothing more is made for it', async () => {
  await using followed = await follow(async () => {}, 200, DAY_MS, LONG)
  followed.client.pause()
  assert.ok((await followed.ended) < 100)
})

test('who reads is told on', async () => {
  await using followed = await follow(async () => {}, 50, DAY_MS, 'x')
  let told = 0
  for await (const chunk of followed.client) {
    told += String(chunk).split('event: x').length - 1
    if (told > 30) break
  }
  followed.client.destroy()
  await followed.ended
})

test('a key that was revoked meanwhile opens nothing more', async () => {
  await using followed = await follow(() => Promise.reject(new Error('revoked')), DAY_MS, 20, 'x')
  followed.client.resume()
  assert.ok((await followed.ended) > 0)
  followed.client.destroy()
})
