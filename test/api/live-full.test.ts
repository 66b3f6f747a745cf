import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import WebSocket from 'ws'
import { type LiveClient, openLiveClient } from '../support/live-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'

/** What the vendors' bodies have of it. */
interface Refusal {
  error?: { code: string }
  code?: number
  err_code?: string
  message?: string
}

/** Every socket, and where its refusal says what is wrong. */
const SOCKETS: [path: string, codeOf: (body: Refusal) => unknown, code: unknown][] = [
  ['/api/live', ({ error }) => error?.code, 'streams_full'],
  ['/v1/core/server/transcribe-ws', ({ code }) => code, 429],
  ['/v1/core/server/dictate-ws', ({ code }) => code, 429],
  ['/v1/copilot-api/server/listen-ws', ({ code }) => code, 429],
  ['/v1/copilot-api/server/dictate-ws', ({ code }) => code, 429],
  ['/v1/realtime?intent=transcription', ({ error }) => error?.code, 'streams_full'],
  ['/v1/listen?encoding=mulaw', ({ err_code }) => err_code, 'TOO_MANY_REQUESTS'],
  ['/stt/v1/stream', ({ message }) => typeof message, 'string'],
]

describe('where as many streams are heard as a server hears at once', () => {
  let osler: TestSystem
  let speaking: LiveClient

  before(async () => {
    osler = await openTestSystem({ liveStreams: 1 }, false)
    speaking = await openLiveClient(osler.address)
  })
  after(async () => {
    speaking.close()
    await osler[Symbol.asyncDispose]()
  })

  for (const [path, codeOf, code] of SOCKETS) {
    test(`the next one is refused before it sends anything, in the words of ${path.split('?')[0]}`, async () => {
      const headers = { authorization: `Bearer ${TEST_KEY}` }
      const socket = new WebSocket(osler.address.replace('http', 'ws') + path, { headers })
      const [, response] = await once(socket, 'unexpected-response')
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString('utf8'))
      assert.deepEqual([response.statusCode, codeOf(body)], [429, code])
    })
  }
})
