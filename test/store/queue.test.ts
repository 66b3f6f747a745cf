import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../src/domain/ids.ts'
import { openQueue, type Queue } from '../../src/store/queue.ts'
import { readQueueDepths } from '../../src/store/queue-depth.ts'
import { DATABASES } from '../support/databases.ts'
import { until } from '../support/until.ts'

const open = async (database: Parameters<typeof openQueue>[0]): Promise<Queue> =>
  openQueue(database, (error) => assert.fail(error))

for (const backend of DATABASES) {
  describe(`the queue on ${backend.name}`, () => {
    test('a task starts as soon as the transaction that made it is committed, without waiting for a poll', async () => {
      await using opened = await backend.open()
      await using queue = await open(opened.database)
      const started: string[] = []
      await queue.work('run', 2, async (jobId) => void started.push(jobId))
      const jobId = newId()
      await opened.database.db.transaction().execute((trx) => queue.enqueue(trx, 'run', jobId))
      await until('the task starts', () => started.includes(jobId), 2000)
    })

    test('a task goes with the transaction that was rolled back', { timeout: 10_000 }, async () => {
      await using opened = await backend.open()
      await using queue = await open(opened.database)
      const { db } = opened.database
      const started: string[] = []
      const rolledBack = db.transaction().execute(async (trx) => {
        await queue.enqueue(trx, 'run', newId())
        throw new Error('no')
      })
      await assert.rejects(rolledBack)
      await queue.work('run', 1, async (jobId) => void started.push(jobId))
      const last = newId()
      await db.transaction().execute((trx) => queue.enqueue(trx, 'run', last))
      await until('the later task starts', () => started.length > 0, 2000)
      assert.deepEqual(started, [last])
    })

    test('a job has one waiting task, however often it is asked for', async () => {
      await using opened = await backend.open()
      await using queue = await open(opened.database)
      const { db } = opened.database
      const [twice, last] = [newId(), newId()]
      for (const jobId of [twice, twice, last]) {
        await db.transaction().execute((trx) => queue.enqueue(trx, 'run', jobId))
      }
      const started: string[] = []
      await queue.work('run', 1, async (jobId) => void started.push(jobId))
      await until('the last task starts', () => started.includes(last), 5000)
      assert.deepEqual(started, [twice, last])
    })

    test('tells how many tasks wait whose time has come, how long, and how many are under way', async () => {
      await using opened = await backend.open()
      await using queue = await open(opened.database)
      const { db } = opened.database
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
      const { promise: done, resolve: end } = Promise.withResolvers<void>()
      for (const afterSeconds of [0, 0, 3600])
        await db.transaction().execute((trx) => queue.enqueue(trx, 'run', newId(), { afterSeconds }))
      await queue.work('run', 1, async () => {
        begin()
        await done
      })
      await begun
      const [depth, ...others] = await readQueueDepths(db)
      end()
      assert.deepEqual([depth?.queue, depth?.waiting, depth?.underWay, others], ['run', 1, 1, []])
      assert.ok(depth && depth.oldestSeconds > 0 && depth.oldestSeconds < 60, `${depth?.oldestSeconds}`)
    })

    test('a task whose handler throws comes again', async () => {
      await using opened = await backend.open()
      await using queue = await open(opened.database)
      let tries = 0
      await queue.work('run', 1, async () => {
        tries++
        if (tries === 1) throw new Error('passing')
      })
      await opened.database.db.transaction().execute((trx) => queue.enqueue(trx, 'run', newId()))
      await until('the second try', () => tries === 2, 60_000)
    })

    test('a queue that stops tells its handlers by their signal', async () => {
      await using opened = await backend.open()
      const queue = await open(opened.database)
      let isTold = false
      let isStarted = false
      await queue.work('run', 1, async (_jobId, signal) => {
        isStarted = true
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
        isTold = true
        throw signal.reason
      })
      await opened.database.db.transaction().execute((trx) => queue.enqueue(trx, 'run', newId()))
      await until('the task starts', () => isStarted, 5000)
      await queue[Symbol.asyncDispose]()
      assert.ok(isTold)
    })
  })
}
