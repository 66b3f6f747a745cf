import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seed } from '../../tools/seed.ts'
import { openTestSystem } from '../support/open-test-system.ts'

interface Listed {
  consultations: { documents: string[]; request: { status: string } }[]
}

test('a seeded server has consultations with documents, and keys that open them; twice changes nothing but keys', async () => {
  await using osler = await openTestSystem({}, false)
  const { keys, consultations } = await seed(osler.system)
  const read = async (key: string) => (await (await osler.ask('/api/consultations', { key })).json()) as Listed
  const listed = (await read(keys.read)).consultations
  assert.equal(listed.length, consultations)
  for (const { documents, request } of listed) {
    assert.equal(request.status, 'succeeded')
    assert.ok(documents.length > 0)
  }
  assert.deepEqual((await seed(osler.system)).consultations, consultations)
  assert.equal((await osler.ask('/api/keys', { key: keys.all })).status, 200)
  assert.equal((await osler.ask('/api/keys', { key: keys.read })).status, 403)
})
