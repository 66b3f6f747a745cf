import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { sql } from 'kysely'
import { announceAddress } from '../../../src/platform/server-file.ts'
import { openQueue } from '../../../src/store/queue.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { copyPostgresDatabase, DATABASES } from '../../support/databases.ts'
import { openTestSystem } from '../../support/open-test-system.ts'
import { OSLER, TEST_SETTINGS } from '../../support/osler-process.ts'
import { insertSubmission } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

test('retention that fails is told at /health/ready, by the metrics and by osler doctor, until it succeeds again', async () => {
  const databaseUrl = await copyPostgresDatabase()
  await using osler = await openTestSystem({ databaseUrl, keepDays: { byDefault: 1, ofTenant: {} } }, false)
  const { db } = osler.system.forDoors
  await announceAddress(osler.folder, osler.address)
  const ready = async () => (await osler.ask('/health/ready')).json()
  const doctor = async () => {
    const env = { OSLER_DATA: osler.folder, OSLER_DATABASE_URL: databaseUrl, ...TEST_SETTINGS }
    const { stdout } = await execa(OSLER, ['doctor', '--json'], { env, reject: false })
    const findings = JSON.parse(stdout) as { subject: string; state: string; says: string }[]
    return findings.find(({ subject }) => subject === 'Upkeep')
  }
  assert.equal((await doctor())?.says, 'was never done')

  await ensureTenant(db, 'a')
  const { id, consultationId } = await insertSubmission(db)
  await db.updateTable('jobs').set({ status: 'succeeded' }).where('id', '=', id).execute()
  const old = new Date(Date.now() - 48 * 3_600_000)
  await db.updateTable('consultations').set({ created_at: old }).execute()
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'headache'; end $$`.execute(db)
  await sql`create trigger refuse before delete on consultations for each row execute function refuse()`.execute(db)

  await osler.system.startWork(['upkeep'])
  await until('it is told', async () => 'failing' in ((await ready()) as object))
  assert.deepEqual(await ready(), { status: 'ready', failing: ['retain'] })
  assert.match(await (await osler.ask('/metrics')).text(), /osler_upkeep_total\{task="retain",outcome="failed"\} [1-9]/)
  const found = await doctor()
  assert.equal(found?.state, 'bad')
  assert.match(found?.says ?? '', /^retain fails since .+Z \(internal\)$/)
  const kept = await sql<{ output: string }>`select output::text from pgboss.job where name = 'upkeep'`.execute(db)
  assert.doesNotMatch(JSON.stringify(kept.rows), /headache/, 'the queue keeps no foreign words')

  await sql`drop trigger refuse on consultations`.execute(db)
  await until('it succeeds', async () => !('failing' in ((await ready()) as object)))
  const rows = await db.selectFrom('consultations').select('id').where('id', '=', consultationId).execute()
  assert.deepEqual(rows, [])
  assert.equal((await doctor())?.state, 'good')
})

for (const backend of DATABASES) {
  test(`what is repeated is done at first, by one process at a time, and again when it throws, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const open = () => openQueue(opened.database, (error) => assert.fail(error))
    await using one = await open()
    // Only one process opens the embedded database.
    await using other = backend.name === 'PostgreSQL' ? await open() : one
    const runs: string[] = []
    let underWay = 0
    const handler = async (name: string) => {
      runs.push(name)
      if (name === 'a') {
        assert.equal(++underWay, 1, 'never twice at a time')
        await sleep(500)
        underWay--
      }
      if (name === 'b' && runs.filter((each) => each === 'b').length === 1) throw new Error('passing')
    }
    const crons = { a: '7 * * * *', b: '17 3 * * *' }
    await Promise.all([...new Set([one, other])].map((queue) => queue.repeat(crons, handler)))
    await until('b comes again', () => runs.filter((each) => each === 'b').length === 2)
    assert.ok(runs.includes('a'))
    const { rows } = await sql`select key, cron from pgboss.schedule order by key`.execute(opened.database.db)
    assert.deepEqual(rows, [
      { key: 'a', cron: '7 * * * *' },
      { key: 'b', cron: '17 3 * * *' },
    ])
  })
}
