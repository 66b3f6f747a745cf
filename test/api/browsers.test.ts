import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestSystem } from '../support/open-test-system.ts'

const PAGE = { origin: 'https://emr.example' }
const preflight = {
  method: 'OPTIONS',
  headers: { ...PAGE, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
}

test('a web page may call the API when the operator names it, and no other page', async () => {
  await using osler = await openTestSystem({ allowOrigins: [PAGE.origin] }, false)
  const asked = await fetch(`${osler.address}/v1/core/user/generate-note`, preflight)
  assert.equal(asked.headers.get('access-control-allow-origin'), PAGE.origin)
  assert.match(asked.headers.get('access-control-allow-headers') ?? '', /authorization/)
  const answer = await osler.ask('/note-settings', { headers: PAGE })
  assert.equal(answer.headers.get('access-control-allow-origin'), PAGE.origin)
  const stranger = await osler.ask('/note-settings', { headers: { origin: 'https://evil.example' } })
  assert.equal(stranger.headers.get('access-control-allow-origin'), null)
})

test('without that, no page of another origin may', async () => {
  await using osler = await openTestSystem({}, false)
  const asked = await fetch(`${osler.address}/sessions`, preflight)
  assert.equal(asked.headers.get('access-control-allow-origin'), null)
})

test('a path that is not there is told in the words of the vendor whose base it has', async () => {
  await using osler = await openTestSystem({}, false)
  const bodyOf = async (path: string) => (await fetch(osler.address + path)).json() as Promise<Record<string, unknown>>
  assert.equal((await bodyOf('/v1/core/server/nothing')).name, 'NOT_FOUND')
  assert.equal(typeof (await bodyOf('/api/v2/ml-scribe/open-api/nothing')).detail, 'string')
  assert.equal((await bodyOf('/file/v1/nothing')).status, 'Error')
  assert.equal(((await bodyOf('/v1/nothing')).error as { type: string }).type, 'invalid_request_error')
  assert.equal(((await bodyOf('/nothing')).error as { code: string }).code, 'not_found')
})
