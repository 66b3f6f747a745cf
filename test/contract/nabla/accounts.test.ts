import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { importPKCS8, SignJWT } from 'jose'
import { createKey, revokeKey } from '../../../src/store/keys.ts'
import { openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../../support/open-test-system.ts'

const TOKEN = '/v1/core/server/oauth/token'
const NOTE = {
  note_locale: 'ENGLISH_US',
  transcript_items: [{ text: 'I have had a headache for three days.', speaker: 'patient' }],
}

function makePair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

interface Assertion {
  clientId: string
  privateKey: string
  audience?: string
  expires?: string
}

async function sign({ clientId, privateKey, audience, expires = '5m' }: Assertion): Promise<string> {
  return new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience ?? `https://us.api.nabla.com${TOKEN}`)
    .setExpirationTime(expires)
    .sign(await importPKCS8(privateKey, 'RS256'))
}

describe("Nabla's ways to get a token", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>
  let pair: ReturnType<typeof makePair>
  let clientId: string

  before(async () => {
    osler = await openTestSystem()
    nabla = openNablaClient(osler)
    pair = makePair()
    const key = { tenantId: 'default', name: 'client', scopes: ['submit', 'read'], publicKey: pair.publicKey } as const
    clientId = (await createKey(osler.system.forDoors.db, { ...key, scopes: [...key.scopes] })).id
  })
  after(() => osler[Symbol.asyncDispose]())

  const askForToken = async (client_assertion: string) =>
    nabla.call('POST', TOKEN, {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    })

  test('a signed assertion gives a token that opens the API', async () => {
    const { status, body } = await askForToken(await sign({ clientId, privateKey: pair.privateKey }))
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'expires_in', 'token_type'])
    assert.equal(body.expires_in, 3600)
    const [, payload = ''] = String(body.access_token).split('.')
    assert.ok(JSON.parse(Buffer.from(payload, 'base64url').toString()).exp > Date.now() / 1000)
    const key = String(body.access_token)
    assert.equal((await nabla.call('POST', '/v1/core/server/generate-note', NOTE, { key })).status, 200)
  })

  test('a token may be asked to do less, and scopes of others say nothing', async () => {
    const askFor = async (scope: string) =>
      nabla.call('POST', TOKEN, {
        ...{ grant_type: 'client_credentials', scope },
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await sign({ clientId, privateKey: pair.privateKey }),
      })
    const reads = await askFor('read')
    assert.equal(reads.body.scope, 'read')
    const statusWith = async (token: unknown) =>
      (await nabla.call('POST', '/generate-note', NOTE, { key: String(token) })).status
    assert.equal(await statusWith(reads.body.access_token), 403)
    const theirs = await askFor('core.server')
    assert.deepEqual([theirs.body.scope, await statusWith(theirs.body.access_token)], [undefined, 200])
    const more = await askFor('submit admin')
    const answer = await osler.ask('/api/keys', { key: String(more.body.access_token) })
    assert.equal(answer.status, 403, 'what the key may not do, no token may')
  })

  const wrong: [string, () => Promise<string>][] = [
    ['of another key', async () => sign({ clientId, privateKey: makePair().privateKey })],
    ['that has expired', async () => sign({ clientId, privateKey: pair.privateKey, expires: '-2m' })],
    ['that lasts a day', async () => sign({ clientId, privateKey: pair.privateKey, expires: '1d' })],
    ['for somebody else', async () => sign({ clientId, privateKey: pair.privateKey, audience: 'https://other/login' })],
    [
      'for another host',
      async () => sign({ clientId, privateKey: pair.privateKey, audience: `https://evil.example${TOKEN}` }),
    ],
    [
      'that was used before',
      async () => {
        const once = await sign({ clientId, privateKey: pair.privateKey })
        assert.equal((await askForToken(once)).status, 200)
        return once
      },
    ],
    ['of an unknown client', async () => sign({ clientId: crypto.randomUUID(), privateKey: pair.privateKey })],
    ['that is none', async () => 'a.b.c'],
  ]
  for (const [what, make] of wrong) {
    test(`an assertion ${what} is refused with 401 in Nabla's body`, async () => {
      const { status, body } = await askForToken(await make())
      assert.equal(status, 401)
      assert.deepEqual([body.code, body.name, typeof body.message], [401, 'KEY_WRONG', 'string'])
    })
  }

  test('a user is made once, found, authenticated and refreshed', async () => {
    const { body: user } = await nabla.call('POST', '/v1/core/server/users', { external_id: 'doctor/7' })
    assert.deepEqual(Object.keys(user), ['id'])
    assert.deepEqual((await nabla.call('POST', '/v1/core/server/users', { external_id: 'doctor/7' })).body, user)
    const at = `/v1/core/server/users/find_by_external_id/${encodeURIComponent('doctor/7')}`
    assert.deepEqual((await nabla.call('GET', at)).body, user)
    assert.equal((await nabla.call('GET', '/v1/core/server/users/find_by_external_id/x')).status, 404)
    const pair = await nabla.call<Record<string, string>>('POST', `/v1/core/server/jwt/authenticate/${user.id}`)
    assert.deepEqual(Object.keys(pair.body).sort(), ['access_token', 'refresh_token'])
    const { access_token = '', refresh_token = '' } = pair.body
    assert.equal((await nabla.call('GET', '/v1/core/user/note-settings', undefined, { key: access_token })).status, 200)
    assert.equal(
      (await nabla.call('GET', '/v1/core/user/note-settings', undefined, { key: refresh_token })).status,
      401,
    )
    const fresh = await nabla.call<Record<string, string>>('POST', '/v1/core/user/jwt/refresh', { refresh_token })
    assert.equal(
      (await nabla.call('GET', '/note-settings', undefined, { key: fresh.body.access_token ?? '' })).status,
      200,
    )
    assert.equal((await nabla.call('POST', '/v1/core/user/jwt/refresh', { refresh_token: access_token })).status, 401)
    assert.equal((await nabla.call('POST', '/v1/core/server/jwt/authenticate/x')).status, 404)
  })

  test('a user sees what he asked for, a colleague does not, and the organisation does', async () => {
    const tokenOf = async () => {
      const { body } = await nabla.call('POST', '/v1/core/server/users', {})
      return (await nabla.call<Record<string, string>>('POST', `/v1/core/server/jwt/authenticate/${body.id}`)).body
        .access_token
    }
    const [own = '', colleague = ''] = [await tokenOf(), await tokenOf()]
    const { body } = await nabla.call('POST', '/v1/core/user/generate-note-async', NOTE, { key: own })
    const at = `/v1/core/user/generate-note-async/${body.id}`
    assert.equal((await nabla.call('GET', at, undefined, { key: own })).status, 200)
    assert.equal((await nabla.call('GET', at, undefined, { key: colleague })).status, 404)
    assert.equal((await nabla.call('GET', at)).status, 200)
  })

  test('note settings are the user’s own', async () => {
    const { body: user } = await nabla.call('POST', '/users')
    const { body } = await nabla.call<Record<string, string>>('POST', `/jwt/authenticate/${user.id}`)
    const key = body.access_token ?? ''
    await nabla.call('PATCH', '/v1/core/user/note-settings', { note_template_key: 'GENERIC_SOAP' }, { key })
    const { body: settings } = await nabla.call('GET', '/v1/core/user/note-settings')
    assert.equal(settings.note_template_key, 'GENERIC_MULTIPLE_SECTIONS')
  })

  test('a client that was revoked gets no token, and its tokens end', async () => {
    const { body } = await askForToken(await sign({ clientId, privateKey: pair.privateKey }))
    await revokeKey(osler.system.forDoors.db, clientId)
    assert.equal((await askForToken(await sign({ clientId, privateKey: pair.privateKey }))).status, 401)
    const asked = { key: String(body.access_token) }
    assert.equal((await nabla.call('GET', '/note-settings', undefined, asked)).status, 401)
  })

  test('a plain key works everywhere, also with the space that an old demonstration sends behind it', async () => {
    assert.equal(
      (await nabla.call('GET', '/v1/copilot-api/server/note-settings', undefined, { key: `${TEST_KEY} ` })).status,
      200,
    )
  })
})
