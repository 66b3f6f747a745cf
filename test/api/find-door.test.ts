import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { doorOf, rewriteFor } from '../../src/api/http/find-door.ts'
import { DOORS } from '../../src/server/doors.ts'

function ask(url: string): { path: string; base: string | undefined; door: string } {
  const request = { url } as IncomingMessage
  const path = rewriteFor(DOORS)(request)
  return { path, base: request.vendorBase, door: doorOf(DOORS, { ...request, url: path } as IncomingMessage).name }
}

for (const [url, path, door] of [
  ['/v1/core/server/transcribe-async/7?x=1', '/transcribe-async/7?x=1', 'nabla'],
  ['/v1/copilot-api/user/listen_async', '/listen-async', 'nabla'],
  ['/v1/copilot-api/server/copilot/listen', '/listen', 'nabla'],
  ['/copilot/listen-async', '/listen-async', 'nabla'],
  ['/api/v2/ml-scribe/open-api/sessions/s_1', '/sessions/s_1', 'heidi'],
  ['/open-api/sessions', '/sessions', 'heidi'],
  ['/file/v1/nothing', '/file/v1/nothing', 'intron'],
  ['/v1/nothing', '/v1/nothing', 'openai'],
  ['/api/nothing', '/api/nothing', 'native'],
  ['/nothing', '/nothing', 'native'],
  ['//v1/core/server//listen-async/?a=b//c', '/listen-async?a=b//c', 'nabla'],
  ['//file/v1/status/x', '/file/v1/status/x', 'intron'],
  ['/file/v1/upload/', '/file/v1/upload', 'intron'],
  ['//', '/', 'native'],
  ['/open-apis/sessions', '/open-apis/sessions', 'native'],
] as const) {
  test(`${url} is the path ${path}, in the words of ${door}`, () => {
    const asked = ask(url)
    assert.deepEqual([asked.path, asked.door], [path, door])
  })
}

test('what belongs below a base tells so, and from the root does not', () => {
  assert.equal(ask('/v1/core/server/user').base, '/v1/core/server')
  assert.equal(ask('/user').base, '')
})
