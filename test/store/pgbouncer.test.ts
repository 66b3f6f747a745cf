import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { copyPostgresDatabase, makePostgresDatabase } from '../support/databases.ts'
import { openTestSystem } from '../support/open-test-system.ts'
import { LENT, startPgbouncer } from '../support/pgbouncer.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

describe('behind a PgBouncer that lends connections a transaction at a time', () => {
  let directUrl: string
  let pgbouncer: Awaited<ReturnType<typeof startPgbouncer>>
  let database: Database

  before(async () => {
    directUrl = await copyPostgresDatabase()
    pgbouncer = await startPgbouncer(directUrl)
    database = await openDatabase({ url: pgbouncer.url, directUrl, folder: '' })
  })
  after(async () => {
    await database[Symbol.asyncDispose]()
    await pgbouncer[Symbol.asyncDispose]()
  })

  test('notifications are heard', async () => {
    const heard: string[] = []
    await database.listen('test_channel', (payload) => heard.push(payload))
    await sql`select pg_notify('test_channel', 'x')`.execute(database.db)
    await until('one is heard', () => heard.length > 0)
  })

  test('many statements at once share few connections of PostgreSQL', async () => {
    const asked = Array.from({ length: 60 }, () => sql`select pg_sleep(0.02)`.execute(database.db))
    await Promise.all(asked)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity where datname = current_database()`.execute(database.db)
    // Beside the one that listens.
    assert.ok((rows[0]?.count ?? 0) <= LENT + 1, `${rows[0]?.count}`)
  })

  test('two processes make the tables of an empty database, and work', async () => {
    const databaseDirectUrl = await makePostgresDatabase()
    const databaseUrl = Object.assign(new URL(databaseDirectUrl), { port: new URL(pgbouncer.url).port }).href
    const settings = { databaseUrl, databaseDirectUrl }
    const [server, worker] = await Promise.all([openTestSystem(settings, false), openTestSystem(settings)])
    await using opened = new AsyncDisposableStack()
    opened.use(server)
    opened.use(worker)
    const source = { type: 'transcript', transcript: transcriptOf(['I have had a headache for three days.']) } as const
    const { submit } = server.system.capabilitiesOf('native').intake
    const jobs = await Promise.all(
      Array.from({ length: 5 }, () => submit('default', submissionOf({ source, kinds: ['summary'] }))),
    )
    for (const { consultationId } of jobs) {
      const path = `/api/consultations/${consultationId}/documents/summary`
      await until('it is written', async () => (await server.ask(path)).status === 200)
    }
  })
})
