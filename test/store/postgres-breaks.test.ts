import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { newId } from '../../src/domain/ids.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openQueue } from '../../src/store/queue.ts'
import type { Tables } from '../../src/store/tables.ts'
import { DATABASES, makePostgresDatabase } from '../support/databases.ts'
import { until } from '../support/until.ts'

const CHANNEL = 'test_channel'

/** Cuts every other connection to the database, as a restart of PostgreSQL does. */
const cutOthers = (db: Kysely<Tables>) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db)

for (const backend of DATABASES.filter(({ name }) => name === 'PostgreSQL')) {
  test('processes that start at once on an empty PostgreSQL make its tables and queues once', async () => {
    const url = await makePostgresDatabase()
    await using first = await openDatabase({ url, folder: '' })
    await using second = await openDatabase({ url, folder: '' })
    await Promise.all([migrate(first.db), migrate(second.db)])
    const fail = (error: Error) => assert.fail(error)
    const queues = await Promise.all([openQueue(first, fail), openQueue(second, fail)])
    for (const queue of queues) await queue[Symbol.asyncDispose]()
  })

  test('notifications come again after the connection that listens was cut', async () => {
    await using opened = await backend.open()
    const { db, listen } = opened.database
    const heard: string[] = []
    const stop = await listen(CHANNEL, (payload) => heard.push(payload))
    await cutOthers(db)
    await until('a notification is heard', async () => {
      await sql`select pg_notify(${CHANNEL}, 'x')`.execute(db)
      return heard.length > 0
    })
    await stop()
  })

  test('listening ends while its connection is cut', async () => {
    await using opened = await backend.open()
    const stop = await opened.database.listen(CHANNEL, () => {})
    await cutOthers(opened.database.db)
    await stop()
  })

  test('a connection that is cut takes its transaction with it and nothing else', async () => {
    await using opened = await backend.open()
    await using other = await openDatabase({ url: opened.url, folder: '' })
    const { db } = opened.database
    const cut = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx)
      await cutOthers(other.db)
      await sql`select 1`.execute(trx)
    })
    await assert.rejects(cut)
    await sql`select 1`.execute(db)
  })

  test('a queue whose connections were cut goes on', async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await using other = await openDatabase({ url: opened.url, folder: '' })
    await using queue = await openQueue(opened.database, () => {})
    const started: string[] = []
    await queue.work('run', 1, async (jobId) => void started.push(jobId))
    await cutOthers(other.db)
    const jobId = newId()
    const enqueue = () => db.transaction().execute((trx) => queue.enqueue(trx, 'run', jobId))
    await until('the task is stored', () =>
      enqueue().then(
        () => true,
        () => false,
      ),
    )
    await until('the task starts', () => started.includes(jobId))
  })

  test('a task under way when its queue stops is taken up by the next queue at once, and the stop is not delayed', async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const stopped = await openQueue(opened.database, (error) => assert.fail(error))
    const jobId = newId()
    const begun = Promise.withResolvers<void>()
    await stopped.work('run', 1, async (_jobId, signal) => {
      begun.resolve()
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      throw signal.reason
    })
    await db.transaction().execute((trx) => stopped.enqueue(trx, 'run', jobId))
    await begun.promise
    const startMs = Date.now()
    await stopped[Symbol.asyncDispose]()
    await using next = await openQueue(opened.database, (error) => assert.fail(error))
    const started: string[] = []
    await next.work('run', 1, async (id) => void started.push(id))
    await until('the task starts again', () => started.includes(jobId))
    assert.ok(Date.now() - startMs < 2000)
  })
}
