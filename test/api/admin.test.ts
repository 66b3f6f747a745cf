import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant, listCallbackSecrets } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'

interface Key {
  id: string
  name: string
  scopes: string[]
  secret: string
  revokedAt?: string
}

describe('a key that may administer', () => {
  let osler: TestSystem

  before(async () => {
    osler = await openTestSystem({}, false)
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    const key = { tenantId: 'other', name: 'theirs', secretHash: hashSecret('their-key') }
    await createKey(db, { ...key, scopes: ['admin'] })
  })
  after(() => osler[Symbol.asyncDispose]())

  const post = (path: string, body: object, key?: string) =>
    osler.ask(path, {
      ...(key && { key }),
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const list = async (key?: string) =>
    ((await (await osler.ask('/api/keys', key ? { key } : {})).json()) as { keys: Key[] }).keys

  test('makes keys that work, shows their secret once, and revokes them at once', async () => {
    const made = await post('/api/keys', { name: 'ward 3' })
    assert.equal(made.status, 201)
    const { id, secret, scopes } = (await made.json()) as Key
    assert.deepEqual(scopes, ['submit', 'read', 'delete'])
    assert.equal((await osler.ask('/api/consultations', { key: secret })).status, 200)
    const listed = (await list()).find((key) => key.id === id)
    assert.equal(listed?.name, 'ward 3')
    assert.equal(listed?.secret, undefined)
    assert.equal((await osler.ask(`/api/keys/${id}`, { method: 'DELETE' })).status, 200)
    assert.equal((await osler.ask('/api/consultations', { key: secret })).status, 401)
    assert.ok((await list()).find((key) => key.id === id)?.revokedAt)
  })

  test('reaches the keys and secrets of its own tenant alone', async () => {
    const { id } = (await (await post('/api/keys', { name: 'ours' })).json()) as Key
    assert.ok(!(await list('their-key')).some((key) => key.id === id))
    assert.equal((await osler.ask(`/api/keys/${id}`, { method: 'DELETE', key: 'their-key' })).status, 404)
    const made = await post('/api/keys', { name: 'x', scopes: ['read'] }, 'their-key')
    const { secret } = (await made.json()) as Key
    assert.deepEqual(await (await osler.ask('/api/consultations', { key: secret })).json(), { consultations: [] })
  })

  test('is needed: other keys are told what they lack', async () => {
    const { secret } = (await (await post('/api/keys', { name: 'usual' })).json()) as Key
    for (const path of ['/api/keys', '/api/callback-secrets']) {
      const response = await osler.ask(path, { key: secret })
      assert.equal(response.status, 403)
      assert.match(await response.text(), /not allowed to admin/)
    }
  })

  test('refuses scopes that there are none of, names that are empty, and times that are none', async () => {
    for (const body of [{ name: 'x', scopes: ['root'] }, { name: ' ' }, { name: 'x', expiresAt: 'soon' }]) {
      assert.equal((await post('/api/keys', body)).status, 400)
    }
  })

  test('changes the callback secret; the one before signs along for a day', async () => {
    const read = async (response: Response) => ((await response.json()) as { secrets: string[] }).secrets
    const [first] = await read(await osler.ask('/api/callback-secrets'))
    const [second, old] = await read(await osler.ask('/api/callback-secrets/rotate', { method: 'POST' }))
    assert.match(String(second), /^whsec_/)
    assert.notEqual(second, first)
    assert.equal(old, first)
    // Sent once more, as by one whose connection broke.
    const all = await read(await osler.ask('/api/callback-secrets/rotate', { method: 'POST' }))
    assert.deepEqual(all.slice(1), [second, first])
    const { db } = osler.system.forDoors
    await db
      .updateTable('tenants')
      .set({ old_callback_secret_until: new Date(0) })
      .execute()
    assert.deepEqual(await listCallbackSecrets(db, 'default'), [all[0]])
  })
})
