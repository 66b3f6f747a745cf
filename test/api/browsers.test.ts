import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestSystem } from '../support/open-test-system.ts'
import { listRoutes } from '../support/routes.ts'

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
  const methods = (asked.headers.get('access-control-allow-methods') ?? '').split(', ')
  const taken = new Set((await listRoutes(osler)).map(({ method }) => method))
  assert.ok(taken.has('PATCH') && taken.has('DELETE'))
  for (const method of taken) assert.ok(methods.includes(method), method)
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

test('every answer has the id of its request, which a page may read', async () => {
  await using osler = await openTestSystem({ allowOrigins: [PAGE.origin] }, false)
  const ids = new Set<string>()
  for (const path of ['/v1/models', '/v1/models/x//y', '/health/live', '/', '/file/v1/status/x']) {
    const answer = await osler.ask(path, { headers: PAGE })
    assert.match(answer.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/, path)
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /x-request-id/)
    ids.add(answer.headers.get('x-request-id') ?? '')
  }
  assert.equal(ids.size, 5)
  const refused = await osler.ask('/api/consultations/x')
  const { error } = (await refused.json()) as { error: { requestId: string } }
  assert.equal(error.requestId, refused.headers.get('x-request-id'))
})

test('only who must wait is told to', async () => {
  await using osler = await openTestSystem({ requestsPerMinute: 1, syncWaitSeconds: 0 }, false)
  const answer = await osler.ask('/v1/models')
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [200, null])
  assert.equal(answer.headers.get('x-ratelimit-remaining'), '0')
  const refused = await osler.ask('/v1/models')
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
})

test('a path that nothing serves is not there, however it is spelled', async () => {
  await using osler = await openTestSystem({}, false)
  for (const path of ['//file/v1/status/x', '/%2e%2e/%2e%2e/etc/passwd', '/..%2fx', '/assets//x', '/%2F%2Fx/y']) {
    const { status } = await osler.ask(path)
    assert.ok(status === 404 || status === 400, `${path}: ${status}`)
  }
  assert.equal((await osler.ask('/v1//models/')).status, 200)
})
