import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const OTHER = 'other-key'

async function addTenant({ system }: TestSystem): Promise<void> {
  const { db } = system.forDoors
  await ensureTenant(db, 'other')
  await createKey(db, { tenantId: 'other', name: 'o', scopes: ['submit', 'read'], secretHash: hashSecret(OTHER) })
}

async function send(osler: TestSystem, key?: string) {
  const form = new FormData()
  form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  form.append('documents', '')
  return osler.ask('/api/consultations', { method: 'POST', body: form, ...(key && { key }) })
}

describe('a tenant that has what it may have', () => {
  test('is told so, and others are not', async () => {
    await using osler = await openTestSystem({ mostUnderWay: { byDefault: 2, ofTenant: {} } }, false)
    await addTenant(osler)
    for (let count = 0; count < 2; count++) assert.equal((await send(osler)).status, 202)
    const refused = await send(osler)
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '60', 'nobody has begun with one')
    assert.match(await refused.text(), /2 requests are under way, as many as this tenant may have/)
    assert.equal((await send(osler, OTHER)).status, 202)
    // A third of one is done after ten seconds.
    const [begunAt, progress] = [sql<Date>`now() - interval '10 s'`, 1 / 3]
    await osler.system.forDoors.db.updateTable('jobs').set({ begun_at: begunAt, progress }).execute()
    const seconds = Number((await send(osler)).headers.get('retry-after'))
    assert.ok(seconds >= 20 && seconds <= 25, `${seconds}`)
  })

  test('of recordings too, and what was refused is not kept', async () => {
    await using osler = await openTestSystem({ mostGigabytes: { byDefault: 0, ofTenant: { default: 0.0001 } } }, false)
    await addTenant(osler)
    assert.equal((await send(osler)).status, 202)
    const refused = await send(osler)
    assert.equal(refused.status, 507)
    assert.match(await refused.text(), /delete consultations, or have the limit raised/)
    assert.equal((await send(osler, OTHER)).status, 202)
    const { rows } = await osler.system.forDoors.db
      .selectFrom('recordings')
      .select(({ fn }) => fn.countAll().as('rows'))
      .executeTakeFirstOrThrow()
    assert.equal(Number(rows), 2)
  })
})

test('a tenant that sends many at once does not keep another waiting', async () => {
  await using osler = await openTestSystem({ workers: 1 }, false)
  await addTenant(osler)
  for (let count = 0; count < 6; count++) assert.equal((await send(osler)).status, 202)
  assert.equal((await send(osler, OTHER)).status, 202)
  await osler.system.startWork()
  await until(
    'all are heard',
    async () => {
      const { consultations } = (await (await osler.ask('/api/consultations')).json()) as {
        consultations: { request: { status: string } }[]
      }
      return consultations.every(({ request }) => request.status === 'succeeded')
    },
    60_000,
  )
  const jobs = await osler.system.forDoors.db.selectFrom('jobs').select('tenant_id').orderBy('finished_at').execute()
  const place = jobs.findIndex(({ tenant_id }) => tenant_id === 'other')
  assert.ok(place <= 2, `it was number ${place + 1}`)
})
