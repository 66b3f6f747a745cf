import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Kysely } from 'kysely'
import { whileWaitedFor } from '../../src/consultations/while-waited-for.ts'
import type { Job } from '../../src/domain/job.ts'
import { insertConsultation } from '../../src/store/consultations.ts'
import { findAnyJob, insertJob, saveSegment } from '../../src/store/jobs.ts'
import type { Tables } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES, type TestDatabase } from '../support/databases.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const PATIENCE_MS = 50

for (const backend of DATABASES) {
  describe(`work whose id nobody is told, on ${backend.name},`, () => {
    let opened: TestDatabase
    let db: Kysely<Tables>

    before(async () => {
      opened = await backend.open()
      db = opened.database.db
      await ensureTenant(db, 'a')
    })
    after(() => opened[Symbol.asyncDispose]())

    async function begin(): Promise<Job> {
      const consultationId = await insertConsultation(db, 'a')
      return insertJob(db, { tenantId: 'a', consultationId, submission: submissionOf(), fingerprint: 'f' })
    }
    /** Somebody who waits, and how they hang up or are answered. */
    function wait(job: Job) {
      const gone = new AbortController()
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      gone.signal.addEventListener('abort', () => reject(gone.signal.reason))
      promise.catch(() => {})
      const waited = whileWaitedFor(db, job, gone.signal, () => promise, PATIENCE_MS)
      return {
        waited,
        answer: () => resolve('slow'),
        async hangUp() {
          gone.abort()
          await assert.rejects(waited)
        },
      }
    }
    const countWaiters = async ({ id }: Job) =>
      (await db.selectFrom('jobs').select('waiters').where('id', '=', id).executeTakeFirstOrThrow()).waiters
    const statusOf = async ({ id }: Job) => (await findAnyJob(db, id))?.status

    test('ends when the last who waited has hung up and nobody asked again', async () => {
      const job = await begin()
      await wait(job).hangUp()
      await until('it has ended', async () => (await statusOf(job)) === 'failed')
      assert.equal((await findAnyJob(db, job.id))?.error?.code, 'client_gone')
      const segment = { engine: 'e', model: 'm', channel: 0, startMs: 0, endMs: 1, words: [] }
      assert.equal(await saveSegment(db, job.id, segment, 0.5), false, 'and whoever hears it stops')
    })

    test('goes on while another waits, and after somebody was told that it takes long', async () => {
      const [shared, slow] = [await begin(), await begin()]
      const [first, second, told] = [wait(shared), wait(shared), wait(slow)]
      await until('both wait', async () => (await countWaiters(shared)) === 2)
      await first.hangUp()
      told.answer()
      assert.equal(await told.waited, 'slow')
      await wait(slow).hangUp()
      // Longer than anybody is waited for.
      await new Promise((resolve) => setTimeout(resolve, 4 * PATIENCE_MS))
      assert.deepEqual([await statusOf(shared), await statusOf(slow)], ['ongoing', 'ongoing'])
      await second.hangUp()
      await until('it has ended', async () => (await statusOf(shared)) === 'failed')
    })
  })
}
