import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { copyPostgresDatabase, DATABASES } from '../support/databases.ts'
import { openTestSystem } from '../support/open-test-system.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const step = (change: string): Migration => ({
  async up(db) {
    await sql.raw(change).execute(db)
  },
})
/** A version that is made of this one: what it does to the tables is something that no process of this version knows. */
const NEXT = { ...MIGRATIONS, '990-next': step("alter table jobs add ward text not null default 'none'") }
const BREAKING = { ...NEXT, '991-no-echo-breaks': step('alter table jobs rename echo to door_state') }

const columns = async ({ db }: Database) =>
  (
    await sql<{
      name: string
    }>`select column_name as name from information_schema.columns where table_name = 'jobs'`.execute(db)
  ).rows.map(({ name }) => name)

for (const backend of DATABASES) {
  test(`a version goes forward, back and forward again on one database, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { database } = opened
    await migrate(database.db, NEXT)
    await migrate(database.db)
    assert.ok((await columns(database)).includes('ward'), 'what the newer one did stays')
    await migrate(database.db, { ...MIGRATIONS, '070-mended': { up: async () => {} } })
    await migrate(database.db, NEXT)
  })

  test(`what a newer version has changed so that this one would break it is left alone, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await migrate(db, BREAKING)
    await assert.rejects(migrate(db), {
      code: 'database_newer',
      message: /A newer Osler .*\(991-no-echo-breaks\).*update this one/,
    })
  })
}

const speak = submissionOf({
  source: { type: 'transcript', transcript: transcriptOf(['I have had a headache for three days.']) },
  kinds: ['summary'],
})

test('servers and workers of two versions share a database while one replaces the other', async () => {
  const databaseUrl = await copyPostgresDatabase()
  await using older = await openTestSystem({ databaseUrl })
  await using next = await openDatabase({ url: databaseUrl, folder: '' })
  const isReady = async () => (await older.ask('/health/ready')).status
  const work = async () => {
    const job = await older.system.capabilitiesOf('native').intake.submit('default', speak)
    await until('it is done', async () => {
      const answer = await older.ask(`/api/consultations/${job.consultationId}`)
      return ((await answer.json()) as { request: { status: string } }).request.status === 'succeeded'
    })
  }
  await work()
  await migrate(next.db, NEXT)
  assert.equal(await isReady(), 200)
  await work()
  await using again = await openTestSystem({ databaseUrl }, false)
  assert.equal((await again.ask('/health/ready')).status, 200, 'one of before starts again')
  await migrate(next.db, BREAKING)
  const answer = await older.ask('/health/ready')
  assert.deepEqual(
    [answer.status, ((await answer.json()) as { error: { code: string } }).error.code],
    [503, 'database_newer'],
  )
})

test('a migration that waits for a table lets others by, and is done when the table is free', async () => {
  const url = await copyPostgresDatabase()
  await using database = await openDatabase({ url, folder: '' })
  await using other = await openDatabase({ url, folder: '' })
  const free = Promise.withResolvers<void>()
  const held = other.db.transaction().execute(async (trx) => {
    await sql`select 1 from jobs`.execute(trx)
    await free.promise
  })
  const migrated = migrate(database.db, NEXT)
  await until('it waits', async () => (await countWaiting(other)) === 1)
  const startMs = Date.now()
  await sql`select 1 from jobs`.execute(other.db)
  assert.ok(Date.now() - startMs < 4000)
  free.resolve()
  await held
  await migrated
  assert.ok((await columns(database)).includes('ward'))
})

test('indexes of large tables are made once while others write, also where one was left half made', async () => {
  const url = await copyPostgresDatabase()
  await using database = await openDatabase({ url, folder: '' })
  await using other = await openDatabase({ url, folder: '' })
  const { db } = database
  await sql`drop index jobs_begun`.execute(db)
  await sql`update pg_index set indisvalid = false where indexrelid = 'jobs_under_way'::regclass`.execute(db)
  await Promise.all([migrate(db), migrate(other.db)])
  const { rows } = await sql<{ valid: number }>`
    select count(*)::int as valid from pg_index where indisvalid and indrelid = 'jobs'::regclass
      and indexrelid::regclass::text in ('jobs_begun', 'jobs_under_way')`.execute(db)
  assert.equal(rows[0]?.valid, 2)
  const { rows: limits } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)
  assert.equal(limits[0]?.statement_timeout, '2min')
})

async function countWaiting({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.count ?? 0
}
