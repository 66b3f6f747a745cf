import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { listAudit, verifyAudit } from '../../src/store/audit.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

describe('the audit trail', () => {
  let osler: TestSystem
  let id: string

  before(async () => {
    osler = await openTestSystem()
    const form = new FormData()
    form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
    id = ((await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as { id: string }).id
    await until('it is heard', async () => (await osler.ask(`/api/consultations/${id}/transcript`)).status === 200)
  })
  after(() => osler[Symbol.asyncDispose]())

  const lines = () => listAudit(osler.system.forDoors.db, { limit: 1000 })
  const actions = async () => (await lines()).filter(({ subject }) => subject === id).map(({ action }) => action)

  test('says who read what, when and from where, once for who reads it again and again', async () => {
    for (let count = 0; count < 3; count++) await osler.ask(`/api/consultations/${id}/transcript`)
    const read = (await lines()).filter(({ action }) => action === 'GET /api/consultations/:id/transcript')
    assert.equal(read.length, 1)
    const [line] = read
    assert.deepEqual([line?.tenantId, line?.subject, line?.origin], ['default', id, '127.0.0.1'])
    assert.ok(line?.keyId && Date.now() - line.at.getTime() < 60_000)
  })

  test('has no line for what was refused, and none that holds what was said', async () => {
    await osler.ask(`/api/consultations/${id}/transcript`, { key: 'wrong' })
    await osler.ask('/api/consultations/0198c0de-0000-7000-8000-000000000000/transcript')
    assert.ok((await lines()).every(({ subject }) => !subject.startsWith('0198c0de')))
    assert.doesNotMatch(JSON.stringify(await lines()), /headache/i)
  })

  test('keeps a line of what was deleted', async () => {
    await osler.ask(`/api/consultations/${id}`, { method: 'DELETE' })
    assert.deepEqual((await actions()).slice(0, 2), ['DELETE /api/consultations/:id', 'deleted'])
  })

  test('is whole when many write at once, and shows a line that was changed or taken out', async () => {
    const { db } = osler.system.forDoors
    const terms = (count: number) => JSON.stringify({ name: `v${count}`, terms: [{ text: 'Xarelto' }] })
    const headers = { 'content-type': 'application/json' }
    const posts = Array.from({ length: 20 }, (_, count) =>
      osler.ask('/api/vocabularies', { method: 'POST', body: terms(count), headers }),
    )
    assert.ok((await Promise.all(posts)).every(({ status }) => status === 201))
    const { lines: checked, brokenAt } = await verifyAudit(db)
    assert.ok(checked >= 20)
    assert.equal(brokenAt, undefined)
    const [, victim] = (await lines()).slice(-3)
    await sql`update audit set subject = 'x' where number = ${victim?.number}`.execute(db)
    assert.equal((await verifyAudit(db)).brokenAt, victim?.number)
    await sql`delete from audit where number = ${victim?.number}`.execute(db)
    assert.equal((await verifyAudit(db)).brokenAt, (victim?.number ?? 0) + 1)
  })
})
