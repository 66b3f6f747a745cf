import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { SCOPES, type Scope } from '../../src/domain/tenant.ts'
import { createKey, hashSecret, revokeKey } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { fill, listRoutes, type Route } from '../support/routes.ts'
import { signInFirst } from '../support/sign-in.ts'

const HEIDI = '/api/v2/ml-scribe/open-api'
/** What a user's token may be sent to: all of Heidi's but its tokens, all of Nabla's but users and their tokens. */
const isForUsers = ({ tag, path }: Route) =>
  NABLA_SOCKETS.test(path) || (['Heidi', 'Nabla'].includes(tag) && !/^\/(jwt|users(?!\/linked))/.test(path))
/** Sockets of all doors stand together in the description. */
const NABLA_SOCKETS = /^\/(transcribe|listen|dictate)-ws$/
/** These check by themselves who asks. */
const OPEN =
  /^\w+ \/(recordings\/\{id\}|oauth\/token|jwt\/refresh|health|metrics|openapi|docs)|^(POST|DELETE) \/api\/session$|^POST \/api\/session\/(link|first|passkey(\/options)?|provider(\/begin)?)$|^GET \/api\/session\/ways$/
/** Of the person's own password and passkeys. */
const FOR_ACCOUNTS = /\/api\/session\/(password|passkeys)/

describe('a credential opens what it is for and nothing else:', () => {
  let osler: TestSystem
  let routes: Route[]
  let link: string
  const users: Record<string, string> = {}

  before(async () => {
    osler = await openTestSystem({}, false)
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    await createKey(db, { tenantId: 'other', name: 'k', scopes: [...SCOPES], secretHash: hashSecret('their-key') })
    for (const scope of SCOPES) {
      const scopes = SCOPES.filter((each) => each !== scope)
      await createKey(db, { tenantId: 'default', name: 'k', scopes, secretHash: hashSecret(`all-but-${scope}`) })
    }
    routes = (await listRoutes(osler)).filter(({ method, path }) => !OPEN.test(`${method} ${path}`))
    users.nabla = (await newNablaUser()).access_token
    users.heidi = await heidiToken('ann@example.org')
    users.stream = (await read<{ value: string }>(post('/v1/realtime/client_secrets'))).value
    users.account = (await signInFirst(osler)).cookie.split('=')[1] ?? ''
    link = await newLink(users.heidi)
  })
  after(() => osler[Symbol.asyncDispose]())

  const post = (path: string, key = TEST_KEY, body: object = {}) =>
    osler.ask(path, {
      method: 'POST',
      key,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const read = async <Body>(response: Response | Promise<Response>) => (await (await response).json()) as Body

  async function newNablaUser() {
    const { id } = await read<{ id: string }>(post('/v1/core/server/users'))
    const pair = await read<{ access_token: string; refresh_token: string }>(
      post(`/v1/core/server/jwt/authenticate/${id}`),
    )
    return { id, ...pair }
  }
  async function heidiToken(email: string): Promise<string> {
    const path = `${HEIDI}/jwt?email=${encodeURIComponent(email)}`
    const response = await fetch(osler.address + path, { headers: { 'heidi-api-key': TEST_KEY } })
    return (await read<{ token: string }>(response)).token
  }
  /** A signed address of a recording that is kept. */
  async function newLink(token: string): Promise<string> {
    const { session_id } = await read<{ session_id: string }>(post(`${HEIDI}/sessions`, token))
    const form = new FormData()
    form.append('expiry', '600')
    form.append('file', await openAsBlob(await speak('good morning doctor')), 'x.wav')
    const path = `${HEIDI}/sessions/${session_id}/upload-audio`
    const answer = await read<{ uploaded_audio: { access_url: string } }>(
      osler.ask(path, { method: 'POST', key: token, body: form }),
    )
    return answer.uploaded_audio.access_url
  }

  async function send(route: Route, key: string): Promise<number> {
    const { method, example, bodyType } = route
    const isJson = bodyType?.includes('json')
    const response = await fetch(osler.address + fill(route, ['0198c0de-0000-7000-8000-000000000000', 'soap_note']), {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'heidi-api-key': key,
        ...(isJson && { 'content-type': 'application/json' }),
      },
      ...(isJson && { body: JSON.stringify(example) }),
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined)
    await response?.body?.cancel()
    // Who is let in may wait for a result that nobody makes here.
    return response?.status ?? 0
  }

  test('no route takes none, a wrong key, a refresh token, a signed address, or the operator', async () => {
    assert.ok(routes.length > 70, String(routes.length))
    const { refresh_token } = await newNablaUser()
    const token = new URL(link).searchParams.get('token') ?? ''
    const { operatorToken } = osler.system.forDoors.secrets
    for (const route of routes) {
      for (const key of ['', 'osk_wrong', refresh_token, token, operatorToken]) {
        const status = await send(route, key)
        assert.ok(status === 401 || status === 429, `${route.method} ${route.path} with ${key}: ${status}`)
      }
    }
  })

  test("a user's token is refused by every route that is not its door's, so is one for streams, and a session", async () => {
    const isForOther: Record<string, RegExp> = { stream: /^\/v1\/(realtime|listen)$/, account: /^\/api\// }
    for (const route of routes) {
      for (const [door, token] of Object.entries(users)) {
        const isFor = isForOther[door]?.test(route.path) ?? isForUsers(route)
        const status = await send(route, token)
        assert.equal(status === 403, !isFor, `${route.method} ${route.path} with a token of ${door}: ${status}`)
      }
    }
  })

  test('a key without a scope is refused by what needs it, and each scope is needed somewhere', async () => {
    const refused: Partial<Record<Scope, string[]>> = {}
    for (const scope of SCOPES) {
      const statuses = await Promise.all(routes.map((route) => send(route, `all-but-${scope}`)))
      refused[scope] = routes
        .filter((_, at) => statuses[at] === 403)
        .map(({ method, path }) => `${method} ${path}`)
        .filter((route) => !FOR_ACCOUNTS.test(route))
    }
    const needs = (scope: Scope, pattern: RegExp) =>
      assert.ok(
        refused[scope]?.some((each) => pattern.test(each)),
        scope,
      )
    needs('sign', /^POST .*\/sign$/)
    needs('admin', /^POST \/api\/keys/)
    needs('delete', /^DELETE \/api\/templates/)
    needs('submit', /^PATCH .*\/transcript$/)
    // What answers with what is stored reads it.
    for (const pattern of [
      /^PATCH \/api\/consultations\/\{id\}\/transcript$/,
      /^PUT .*\/documents\/\{kind\}$/,
      /\/rewrite$/,
      /^PATCH \/patient-profiles/,
      /\/ask-ai$/,
    ])
      needs('read', pattern)
    assert.deepEqual(
      refused.sign?.map((route) => route.split('/').at(-1)),
      ['sign', 'addenda'],
    )
    // Whatever asks for data by GET wants `read`, a socket apart, and whatever changes does not get by with it alone.
    const unread = routes.filter(({ method, path }) => method === 'GET' && !refused.read?.includes(`GET ${path}`))
    assert.deepEqual(
      unread
        .map(({ path }) => path)
        .filter(
          (path) =>
            !/^\/(jwt|api\/keys|api\/accounts|api\/session\/passkeys|api\/callback-secrets|api\/live|v1\/realtime|v1\/listen|stt\/v1\/stream|.*-ws$)/.test(
              path,
            ),
        ),
      [],
    )
  })

  test('an administrator gives no scope that he has not himself', async () => {
    assert.equal((await post('/api/keys', 'all-but-delete', { name: 'x', scopes: ['delete'] })).status, 403)
    assert.equal((await post('/api/keys', 'all-but-delete', { name: 'x', scopes: ['read', 'admin'] })).status, 201)
  })

  test("a user sees neither a colleague's sessions nor the colleague's patients, in no list and by no id", async () => {
    const [ann, bob] = [await heidiToken('ann@example.org'), await heidiToken('bob@example.org')]
    const { session_id } = await read<{ session_id: string }>(post(`${HEIDI}/sessions`, ann))
    const profile = { first_name: 'Zebediah', last_name: 'Quux', birth_date: '1970-01-01', gender: 'MALE' }
    const { data } = await read<{ data: { id: string } }>(post(`${HEIDI}/patient-profiles`, ann, profile))
    const asked = (path: string, key: string) => osler.ask(HEIDI + path, { key })
    for (const path of [`/sessions/${session_id}`, `/patient-profiles/${data.id}`]) {
      assert.equal((await asked(path, ann)).status, 200, path)
      assert.equal((await asked(path, TEST_KEY)).status, 200, path)
      assert.equal((await asked(path, bob)).status, 404, path)
    }
    for (const path of ['/sessions/linked-user', '/patient-profiles']) {
      assert.match(await (await asked(path, ann)).text(), /Zebediah|session/)
      assert.doesNotMatch(await (await asked(path, bob)).text(), new RegExp(`Zebediah|${session_id}`), path)
    }
    const removed = await post(`${HEIDI}/patient-profiles:batch-delete`, bob, { ids: [data.id] })
    assert.deepEqual(await removed.json(), { is_success: false })
    assert.equal((await asked(`/patient-profiles/${data.id}`, ann)).status, 200)
    const bulk = await osler.ask(`${HEIDI}/patient-profiles/${data.id}`, { method: 'PATCH', key: bob, body: '{}' })
    assert.notEqual(bulk.status, 200)
  })

  test("a user's tokens end by an administrator's word, and a refresh token is good for one use", async () => {
    const { id, access_token, refresh_token } = await newNablaUser()
    const refresh = (token: string) => post('/v1/core/user/jwt/refresh', 'none', { refresh_token: token })
    const next = await refresh(refresh_token)
    assert.equal(next.status, 200)
    assert.equal((await refresh(refresh_token)).status, 401)
    const settings = (key: string) => osler.ask('/v1/core/user/note-settings', { key })
    assert.equal((await settings(access_token)).status, 200)
    assert.equal((await post(`/api/users/${id}/end-tokens`, 'their-key')).status, 204)
    assert.equal((await settings(access_token)).status, 200, "another tenant's word ends nothing")
    assert.equal((await post(`/api/users/${id}/end-tokens`)).status, 204)
    // Wrong keys of the tests before may have used up the minute.
    assert.ok([401, 429].includes((await settings(access_token)).status))
    assert.equal((await refresh((await read<{ refresh_token: string }>(next)).refresh_token)).status, 401)
  })

  test('a signed address ends with the key that it was asked for with', async () => {
    const { db } = osler.system.forDoors
    const made = { tenantId: 'default', name: 'k', scopes: [...SCOPES], secretHash: hashSecret('for-a-while') }
    const { id } = await createKey(db, made)
    const address = await newLink('for-a-while')
    assert.equal((await fetch(address)).status, 200)
    await revokeKey(db, id)
    assert.equal((await fetch(address)).status, 401)
  })

  test('who guesses keys is slowed, and a right key from the same address is let in', async () => {
    const statuses = new Set<number>()
    for (let count = 0; count < 40; count++)
      statuses.add((await osler.ask('/api/models', { key: `wrong-${count}` })).status)
    assert.ok(statuses.has(429))
    assert.equal((await osler.ask('/api/models')).status, 200)
  })
})
