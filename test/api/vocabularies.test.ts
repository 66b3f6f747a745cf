import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'

describe("a tenant's vocabularies", () => {
  let osler: TestSystem

  before(async () => {
    osler = await openTestSystem()
  })
  after(() => osler[Symbol.asyncDispose]())

  async function ask(method: string, path: string, body?: object, key?: string) {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await osler.ask(path, { method, ...(body && json), ...(key && { key }) })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> }
  }
  const messageOf = (body: Record<string, unknown>) => (body.error as { message: string }).message

  test('are made, read, changed, listed and deleted', async () => {
    const terms = [{ text: 'Okonkwo', soundsLike: ['oh con quo'] }, { text: 'co-codamol' }]
    const { status, body: made } = await ask('POST', '/api/vocabularies', { name: 'Ward 3', terms })
    assert.equal(status, 201)
    const at = `/api/vocabularies/${made.id}`
    assert.deepEqual((await ask('GET', at)).body, { id: made.id, name: 'Ward 3', terms })
    assert.equal((await ask('PUT', at, { name: 'Ward 4', terms })).body.name, 'Ward 4')
    const { body } = await ask('GET', '/api/vocabularies')
    assert.deepEqual(body, { vocabularies: [{ id: made.id, name: 'Ward 4', terms }] })
    assert.equal((await ask('DELETE', at)).status, 204)
    for (const method of ['GET', 'DELETE']) assert.equal((await ask(method, at)).status, 404)
  })

  test('are not there for another tenant', async () => {
    const { body } = await ask('POST', '/api/vocabularies', { name: 'Ours', terms: [{ text: 'Lagosil' }] })
    await ensureTenant(osler.system.forDoors.db, 'other')
    const secretHash = hashSecret('their-key')
    await createKey(osler.system.forDoors.db, { tenantId: 'other', name: 'theirs', secretHash, scopes: ['read'] })
    assert.equal((await ask('GET', `/api/vocabularies/${body.id}`, undefined, 'their-key')).status, 404)
    assert.deepEqual((await ask('GET', '/api/vocabularies', undefined, 'their-key')).body, { vocabularies: [] })
    await ask('DELETE', `/api/vocabularies/${body.id}`)
  })

  test('take words and names only, and say which term is none', async () => {
    for (const text of ['', '   ', '<b>', 'a\nb', '…', 'x'.repeat(101)]) {
      const { status, body } = await ask('POST', '/api/vocabularies', {
        name: 'Bad',
        terms: [{ text: 'Fine' }, { text }],
      })
      assert.equal(status, 400, JSON.stringify(text))
      assert.match(messageOf(body), /terms.*1.*text/)
    }
  })

  test('hold no more together than a recording takes', async () => {
    const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => ({ text: `${name} ${at}` }))
    const { body: first } = await ask('POST', '/api/vocabularies', { name: 'First', terms: many(600, 'one') })
    const { status, body } = await ask('POST', '/api/vocabularies', { name: 'Second', terms: many(401, 'two') })
    assert.equal(status, 400)
    assert.match(messageOf(body), /1001 terms together; they may have 1000/)
    const changed = await ask('PUT', `/api/vocabularies/${first.id}`, { name: 'First', terms: many(1000, 'three') })
    assert.equal(changed.status, 200)
    await ask('DELETE', `/api/vocabularies/${first.id}`)
  })
})
