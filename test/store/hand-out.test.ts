import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Job, PRIORITY } from '../../src/domain/job.ts'
import { insertConsultation } from '../../src/store/consultations.ts'
import { begin, handOut, handOutNext, MOST_QUEUED } from '../../src/store/hand-out.ts'
import { failJob, findAnyJob, insertJob } from '../../src/store/jobs.ts'
import { openQueue } from '../../src/store/queue.ts'
import type { Handle } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES } from '../support/databases.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const ENDED = { code: 'engine_failed', message: 'x', details: {} } as const

for (const backend of DATABASES) {
  describe(`tasks are handed out on ${backend.name}`, () => {
    const open = async () => {
      const opened = await backend.open()
      const { db } = opened.database
      const queue = await openQueue(opened.database, assert.fail)
      for (const tenant of ['many', 'other']) await ensureTenant(db, tenant)
      const send = (tenantId: string, priority: number = PRIORITY.sent) =>
        db.transaction().execute(async (trx) => {
          const made = { tenantId, consultationId: await insertConsultation(trx, tenantId), fingerprint: 'f', priority }
          const job = await insertJob(trx, { ...made, submission: submissionOf() })
          await handOut(trx, queue, job)
          return job
        })
      return {
        ...{ db, queue, send },
        async [Symbol.asyncDispose]() {
          await queue[Symbol.asyncDispose]()
          await opened[Symbol.asyncDispose]()
        },
      }
    }

    test('of what one tenant sends a part waits in the queue and the rest in rows; all are begun in their order', async () => {
      await using at = await open()
      const sent: string[] = []
      await at.db.transaction().execute(async (trx) => {
        const made = { tenantId: 'many', consultationId: await insertConsultation(trx, 'many'), fingerprint: 'f' }
        for (let count = 0; count < MOST_QUEUED + 5; count++)
          sent.push((await insertJob(trx, { ...made, submission: submissionOf() })).id)
        await handOutNext(trx, at.queue, { tenantId: 'many', task: 'run', priority: PRIORITY.sent })
      })
      const listQueued = async () => {
        const { rows } = await sql<{ id: string }>`
          select singleton_key as id from pgboss.job where state < 'active'`.execute(at.db)
        return rows.map(({ id }) => id)
      }
      assert.deepEqual((await listQueued()).sort(), sent.slice(0, MOST_QUEUED))
      const begun: string[] = []
      await at.queue.work('run', 1, async (jobId) => {
        await at.db.transaction().execute(async (trx) => begin(trx, at.queue, await findJob(trx, jobId)))
        await failJob(at.db, jobId, ENDED)
        begun.push(jobId)
      })
      await until('some are begun', () => begun.length >= 3)
      assert.deepEqual(begun.slice(0, 3), sent.slice(0, 3))
      assert.ok((await listQueued()).includes(sent[MOST_QUEUED + 1] ?? ''), 'others take their places')
    })

    test('while one tenant has all hands, another’s first is begun at once, its second is not', async () => {
      await using at = await open()
      for (let count = 0; count < 5; count++) await at.send('many')
      const begun: string[] = []
      const { promise: done, resolve: end } = Promise.withResolvers<void>()
      const take = async (jobId: string) => {
        const job = await findJob(at.db, jobId)
        await at.db.transaction().execute((trx) => begin(trx, at.queue, job))
        begun.push(job.tenantId)
        await done
      }
      await at.queue.work('run', 2, take, true)
      await until('all hands are full', () => begun.length === 2)
      await at.send('other')
      await at.send('other')
      await until("the other's is begun", () => begun.length > 2)
      assert.deepEqual(begun, ['many', 'many', 'other'])
      end()
      await until('all are begun', () => begun.length === 7)
    })

    test('tenants take turns, and the tasks of one keep their order, however many there were when each came', async () => {
      await using at = await open()
      const names = new Map<string, string>()
      const send = async (tenantId: string, name: string) => names.set((await at.send(tenantId)).id, name)
      for (const name of ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']) await send('many', name)
      const begun: string[] = []
      const ends: (() => void)[] = []
      await at.queue.work('run', 1, async (jobId) => {
        await at.db.transaction().execute(async (trx) => begin(trx, at.queue, await findJob(trx, jobId)))
        begun.push(names.get(jobId) ?? '')
        await new Promise<void>((end) => ends.push(end))
        await failJob(at.db, jobId, ENDED)
      })
      const next = async () => {
        const count = begun.length + 1
        ends.shift()?.()
        await until(`${count} are begun`, () => begun.length === count)
      }
      await next()
      await next()
      await next()
      await send('many', 'm7')
      for (const name of ['o1', 'o2', 'o3']) await send('other', name)
      while (begun.length < names.size) await next()
      ends.shift()?.()
      assert.deepEqual(begun.slice(3, 5), ['o1', 'm4'])
      const of = (tenant: string) => begun.filter((name) => name.startsWith(tenant))
      assert.deepEqual(
        [of('m'), of('o')],
        [
          ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'],
          ['o1', 'o2', 'o3'],
        ],
      )
      assert.ok(begun.indexOf('o3') < begun.indexOf('m7'), begun.join(' '))
    })

    test('what was spoken live goes before what somebody waits for, and that before what was sent', async () => {
      await using at = await open()
      const jobs: Job[] = []
      const { sent, waited, live } = PRIORITY
      for (const priority of [sent, sent, waited, waited, live]) jobs.push(await at.send('many', priority))
      const begun: string[] = []
      await at.queue.work('run', 1, async (jobId) => void begun.push(jobId))
      await until('all are begun', () => begun.length === jobs.length)
      assert.deepEqual(
        begun.map((id) => jobs.findIndex((job) => job.id === id)),
        [4, 2, 0, 3, 1],
        'of each the first before any second',
      )
    })
  })
}

async function findJob(db: Handle, id: string): Promise<Job> {
  const job = await findAnyJob(db, id)
  return job ?? assert.fail('The job is gone.')
}
