import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { listAudit } from '../../src/store/audit.ts'
import { openTestTrail } from '../support/audit-trail.ts'
import { DATABASES } from '../support/databases.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const HEIDI = '/api/v2/ml-scribe/open-api'

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
  const of = async (action: string) => (await lines()).filter((line) => line.action === action)
  const post = (path: string, body: object = {}, key = TEST_KEY) =>
    osler.ask(path, {
      method: 'POST',
      key,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })

  test('tells who may sign who read a visit, and other readers only how long it is kept', async () => {
    const read = async (...scopes: string[]) => {
      const { secret } = (await (await post('/api/keys', { name: scopes.join(), scopes })).json()) as { secret: string }
      const response = await osler.ask(`/api/consultations/${id}/trail`, { key: secret })
      return { status: response.status, ...((await response.json()) as { lines?: { by: string; action: string }[] }) }
    }
    const { status, lines = [] } = await read('read', 'sign')
    assert.equal(status, 200)
    assert.ok(
      lines.some(({ action }) => action === 'GET /api/consultations/:id/transcript'),
      JSON.stringify(lines),
    )
    const others = [await read('read'), await read('read', 'submit', 'delete', 'admin')]
    assert.deepEqual(others, [{ status: 200 }, { status: 200 }])
    assert.equal((await read('submit')).status, 403)
  })

  test('says who read what, when and from where, once for who reads it again and again', async () => {
    for (let count = 0; count < 3; count++) await osler.ask(`/api/consultations/${id}/transcript`)
    const read = (await of('GET /api/consultations/:id/transcript')).filter(({ status }) => status === 200)
    assert.equal(read.length, 1)
    const [line] = read
    assert.deepEqual([line?.tenantId, line?.subject, line?.origin], ['default', id, '127.0.0.1'])
    assert.ok(line?.keyId && Date.now() - line.at.getTime() < 120_000)
  })

  test('has a line for what was refused, one for who tries again and again, and none that holds what was said', async () => {
    const missing = '0198c0de-0000-7000-8000-000000000000'
    for (let count = 0; count < 3; count++) {
      await osler.ask(`/api/consultations/${id}/documents`, { key: 'wrong' })
      await osler.ask(`/api/consultations/${missing}/documents`)
    }
    const [unknown, refused, ...more] = await of('GET /api/consultations/:id/documents')
    assert.deepEqual([unknown?.status, unknown?.subject, unknown?.tenantId], [404, missing, 'default'])
    assert.deepEqual([refused?.status, refused?.subject, refused?.tenantId], [401, id, ''])
    assert.deepEqual(more, [])
    await osler.ask('/v1/core/server/users/find_by_external_id/jane.doe@example.org')
    assert.doesNotMatch(JSON.stringify(await lines()), /headache|jane/i)
  })

  test("has lines for lists, the operator's acts, users by their id, and signed addresses", async () => {
    const { operatorToken } = osler.system.forDoors.secrets
    await osler.ask('/api/consultations')
    await osler.ask('/api/operator/keys', { key: operatorToken })
    const jwt = await fetch(`${osler.address}${HEIDI}/jwt?email=a@example.org`, {
      headers: { 'heidi-api-key': TEST_KEY },
    })
    const { token } = (await jwt.json()) as { token: string }
    await osler.ask(`${HEIDI}/patient-profiles`, { key: token })
    const { session_id } = (await (await post(`${HEIDI}/sessions`, {}, token)).json()) as { session_id: string }
    const form = new FormData()
    form.append('expiry', '600')
    form.append('file', await openAsBlob(await speak('good morning doctor')), 'x.wav')
    const sent = await osler.ask(`${HEIDI}/sessions/${session_id}/upload-audio`, {
      method: 'POST',
      key: token,
      body: form,
    })
    const { uploaded_audio } = (await sent.json()) as { uploaded_audio: { access_url: string } }
    await (await fetch(uploaded_audio.access_url)).body?.cancel()
    assert.equal((await of('GET /api/consultations')).length, 1)
    assert.equal((await of('GET /api/operator/keys'))[0]?.keyId, 'operator')
    assert.equal((await of('GET /jwt')).length, 1)
    assert.match((await of('GET /patient-profiles'))[0]?.userId ?? '', /^[0-9a-f-]{36}$/)
    const [made, begun] = await of('POST /sessions')
    assert.deepEqual([made?.subject, begun?.status], [session_id, null])
    await until('its line is there', async () => (await of('GET /recordings/:id')).length === 1)
    assert.ok((await of('GET /recordings/:id'))[0]?.keyId)
  })

  test('has a line before anything is deleted, and keeps it', async () => {
    await osler.ask(`/api/consultations/${id}`, { method: 'DELETE' })
    const actions = (await lines()).filter(({ subject }) => subject === id).map(({ action }) => action)
    assert.deepEqual(actions.slice(0, 2), ['deleted', 'DELETE /api/consultations/:id'])
  })

  test('has no gap and no false alarm when clients hang up', async () => {
    const before = (await of('POST /api/vocabularies')).length
    const { port, hostname } = new URL(osler.address)
    const body = (count: number) => JSON.stringify({ name: `hung-${count}`, terms: [{ text: 'Xarelto' }] })
    for (let count = 0; count < 10; count++) {
      const socket = connect(Number(port), hostname)
      const text = body(count)
      const head = `POST /api/vocabularies HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\n`
      socket.write(`${head}content-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`)
      setTimeout(() => socket.resetAndDestroy(), 2)
      await new Promise((resolve) => socket.once('close', resolve))
    }
    const stored = async () =>
      (
        (await (await osler.ask('/api/vocabularies')).json()) as { vocabularies: { name: string }[] }
      ).vocabularies.filter(({ name }) => name.startsWith('hung')).length
    await until('they are done', async () => (await of('POST /api/vocabularies')).length >= before + (await stored()))
    assert.ok((await lines()).every(({ origin, keyId, action }) => origin || !keyId || action === 'deleted'))
    const { brokenAt, isCut } = await osler.system.forDoors.audit.verify()
    assert.deepEqual([brokenAt, isCut], [undefined, undefined])
  })
})

for (const backend of DATABASES) {
  test(`a line that was changed, forged, taken out or cut off the end is seen, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const head = {}
    const trail = openTestTrail(db, head)
    const line = {
      tenantId: 'a',
      keyId: 'k',
      userId: '',
      origin: '127.0.0.1',
      action: 'GET /x',
      subject: 's',
      status: 200,
    }
    const write = () => Promise.all(Array.from({ length: 20 }, () => trail.append(line)))
    await Promise.all([write(), write()])
    // A later process follows, and another beside it.
    const next = openTestTrail(db, head)
    const beside = openTestTrail(db)
    await Promise.all([next.append(line), beside.append(line), next.append(line)])
    const check = async () => {
      const { brokenAt, isCut } = await next.verify()
      return brokenAt !== undefined || isCut === true
    }
    assert.equal(await check(), false)
    const tamper = async (change: string) => {
      await db.transaction().execute(async (trx) => {
        await sql.raw(`create temp table kept on commit drop as select * from audit`).execute(trx)
        await sql.raw(change).execute(trx)
      })
      const seen = await check()
      assert.ok(seen, change)
    }
    const saved = await db.selectFrom('audit').selectAll().orderBy('number').execute()
    const changes = [
      `update audit set subject = 'x' where number = (select min(number) + 5 from audit)`,
      `update audit set user_id = 'x', status = 204 where number = (select min(number) + 5 from audit)`,
      `delete from audit where number = (select min(number) + 5 from audit)`,
      `delete from audit where number = (select max(number) from audit where chain = (select chain from audit order by number limit 1))`,
      `delete from audit where number > (select max(number) - 3 from audit)`,
      'delete from audit',
    ]
    for (const change of changes) {
      await tamper(change)
      await db.deleteFrom('audit').execute()
      await db.insertInto('audit').values(saved).execute()
      assert.equal(await check(), false)
    }
    // Who writes the table has not the key: a chain that was computed anew is none.
    const forged = openTestTrail(db, {}, 'another key')
    await forged.append(line)
    assert.ok(await check())
  })
}
