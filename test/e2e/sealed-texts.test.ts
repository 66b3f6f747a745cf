import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openHeidiClient } from '../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { readTables } from '../support/read-everything.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const newKey = () => randomBytes(32).toString('base64')

/** A consultation with a document, a correction and a patient by name; answers its id. */
async function consult(osler: TestSystem): Promise<string> {
  const form = new FormData()
  form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  form.append('vocabulary', 'Okonkwo')
  const { id } = (await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as {
    id: string
  }
  const path = `/api/consultations/${id}`
  await until('it is written', async () => (await osler.ask(`${path}/documents/soap_note`)).status === 200)
  const text = 'I have had a migraine for 3 days.'
  const change = { action: 'edit', item: 'i1', text }
  const corrected = await osler.ask(`${path}/transcript`, {
    method: 'PATCH',
    body: JSON.stringify({ version: 0, author: 'Dr Osei', change }),
    headers: { 'content-type': 'application/json' },
  })
  assert.equal(corrected.status, 200, await corrected.text())
  for (const [path, body] of [
    ['/api/vocabularies', { name: 'x', terms: [{ text: 'Okonkwo' }] }],
    ['/api/templates', { name: 'Quintessa', sections: [{ title: 'Headache' }] }],
  ] as const) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': path }
    assert.equal((await osler.ask(path, { method: 'POST', body: JSON.stringify(body), headers })).status, 201)
  }
  const visit = { patient: { name: 'Quintessa Bee', birthDate: '1970-01-01' }, reason: 'A headache' }
  const headers = { 'content-type': 'application/json' }
  const kept = await osler.ask(`${path}/visit`, { method: 'PUT', body: JSON.stringify(visit), headers })
  assert.equal(kept.status, 200, await kept.text())
  const heidi = openHeidiClient(osler)
  await heidi.call('POST', '/patient-profiles', {
    ...{ first_name: 'Quintessa', last_name: 'Bee', birth_date: '1970-01-01', gender: 'FEMALE' },
  })
  return id
}

const SAID = /headache|migraine|Okonkwo|Quintessa/i

test('with a master key nothing that was said, written or told of a patient is readable in the database', async () => {
  await using osler = await openTestSystem({ masterKey: newKey() })
  const id = await consult(osler)
  assert.doesNotMatch(await readTables(osler), SAID)
  const { items } = (await (await osler.ask(`/api/consultations/${id}/transcript`)).json()) as {
    items: { text: string }[]
  }
  assert.match(items[0]?.text ?? '', /migraine/)
  const { sections } = (await (await osler.ask(`/api/consultations/${id}/documents/soap_note`)).json()) as object as {
    sections: object[]
  }
  assert.match(JSON.stringify(sections), /headache/)
})

test('what was kept in the plain is sealed when it is asked for, and again with a new key, which then opens all of it', async () => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-seal-'))
  const [first, second] = [newKey(), newKey()]
  const seal = async (osler: TestSystem) => {
    const key = osler.system.forDoors.secrets.operatorToken
    const sealed = await osler.ask('/api/operator/seal', { method: 'POST', key })
    return (await sealed.json()) as Record<'texts' | 'recordings', number>
  }
  let id = ''
  {
    await using osler = await openTestSystem({ data })
    id = await consult(osler)
    for (const word of ['headache', 'migraine', 'Okonkwo', 'Quintessa'])
      assert.ok((await readTables(osler)).includes(word), `${word} is looked for in the right place`)
    assert.equal((await osler.ask('/api/operator/seal', { method: 'POST' })).status, 401)
  }
  for (const masterKey of [first, `${second}\n${first}`]) {
    await using osler = await openTestSystem({ data, masterKey })
    const { texts, recordings } = await seal(osler)
    assert.ok(texts > 5 && recordings === 1, `${texts} texts, ${recordings} recordings`)
    assert.deepEqual(await seal(osler), { texts: 0, recordings: 0 })
    assert.doesNotMatch(await readTables(osler), SAID)
  }
  await using osler = await openTestSystem({ data, masterKey: second })
  const path = `/api/consultations/${id}`
  for (const part of ['/transcript', '/documents/soap_note', '/transcript/versions', '/audio'])
    assert.equal((await osler.ask(path + part)).status, 200, part)
  assert.match(await (await osler.ask(`${path}/transcript`)).text(), /migraine/)
  await rm(data, { recursive: true, force: true })
})
