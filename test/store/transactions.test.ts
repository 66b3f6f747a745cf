import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { deleteConsultation, findConsultation } from '../../src/store/consultations.ts'
import { failJob, findJob, finishJob, loadSegments, reopenJob, saveDecoded, saveSegment } from '../../src/store/jobs.ts'
import { openQueue, type Queue } from '../../src/store/queue.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES, type TestDatabase } from '../support/databases.ts'
import { insertSubmission } from '../support/submissions.ts'

const STRETCH = { engine: 'e', model: 'm', channel: 0, startMs: 0, endMs: 1000, words: [] }
/** The embedded database has one connection: who asks it past an open transaction waits for ever. */
const LIMIT = { timeout: 20_000 }

for (const backend of DATABASES) {
  describe(`a transaction on ${backend.name}`, () => {
    let opened: TestDatabase
    let queue: Queue

    before(async () => {
      opened = await backend.open()
      await ensureTenant(opened.database.db, 'a')
      queue = await openQueue(opened.database, (error) => assert.fail(error))
    })
    after(async () => {
      await queue[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    }, LIMIT)

    test(
      'holds all that is done in it, waits for nothing outside it, and leaves nothing when it fails',
      LIMIT,
      async () => {
        const { db } = opened.database
        let jobId = ''
        const failed = db.transaction().execute(async (trx) => {
          const job = await insertSubmission(trx)
          jobId = job.id
          await queue.enqueue(trx, 'run', jobId)
          await saveSegment(trx, jobId, STRETCH, 0.5)
          await saveDecoded(trx, jobId, 1000, 0.05)
          assert.equal((await loadSegments(trx, jobId)).length, 1)
          await failJob(trx, jobId, { code: 'engine_failed', message: 'x', details: {} })
          await reopenJob(trx, jobId)
          await finishJob(trx, jobId)
          assert.equal((await findConsultation(trx, 'a', job.consultationId))?.job?.status, 'succeeded')
          await deleteConsultation(trx, 'a', job.consultationId)
          throw new Error('no')
        })
        await assert.rejects(failed, /no/)
        assert.equal(await findJob(db, 'a', jobId), undefined)
      },
    )
  })
}
