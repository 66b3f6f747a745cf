import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import type { WebSocket } from 'ws'
import { readMessages } from '../../../src/api/http/live/read-messages.ts'

const LIMITS = { idleMs: 5000, mostPerSecond: 1000 }

/** A socket's own events, and whether it was told to wait. */
class Socket extends EventEmitter {
  readonly OPEN = 1
  readonly readyState = 1
  isPaused = false
  pause() {
    this.isPaused = true
  }
  resume() {
    this.isPaused = false
  }
}

test('a client that was told to wait goes on once all is worked on, whatever letters its messages have', async () => {
  const socket = new Socket()
  const messages = readMessages(socket as unknown as WebSocket, LIMITS)
  const first = messages.next()
  const text = 'é'.repeat(400_000)
  for (let sent = 0; sent < 4; sent++) socket.emit('message', Buffer.from(text), false)
  assert.equal(socket.isPaused, true)
  assert.equal((await first).value, text)
  for (let read = 1; read < 4; read++) assert.equal((await messages.next()).value, text)
  assert.equal(socket.isPaused, false)
  socket.emit('close')
  assert.equal((await messages.next()).done, true)
})
