import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Kysely } from 'kysely'
import { newId } from '../../src/domain/ids.ts'
import type { Job } from '../../src/domain/job.ts'
import type { Submission } from '../../src/domain/submission.ts'
import { deleteConsultation, findConsultation } from '../../src/store/consultations.ts'
import {
  failJob,
  findEarlierJob,
  findJob,
  finishJob,
  JOB_CHANNEL,
  loadSegments,
  reopenJob,
  saveDecoded,
  saveSegment,
} from '../../src/store/jobs.ts'
import { createKey, findKeyByHash, hashSecret, revokeKey } from '../../src/store/keys.ts'
import { migrate } from '../../src/store/migrate.ts'
import { findResult, readNotesOfConsultation, saveNotes, saveTranscript } from '../../src/store/results.ts'
import type { Tables } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES, type TestDatabase } from '../support/databases.ts'
import { insertSubmission } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const WORDS = [{ text: 'cough', startMs: 0, endMs: 300, confidence: 0.9 }]
const STRETCH = { engine: 'e', model: 'm', channel: 0, startMs: 0, endMs: 1000, words: WORDS }

for (const backend of DATABASES) {
  describe(`the store on ${backend.name}`, () => {
    let opened: TestDatabase
    let db: Kysely<Tables>

    before(async () => {
      opened = await backend.open()
      db = opened.database.db
      await ensureTenant(db, 'a')
      await ensureTenant(db, 'b')
    })
    after(() => opened[Symbol.asyncDispose]())

    const addJob = (changes: Partial<Submission> = {}): Promise<Job> =>
      db.transaction().execute((trx) => insertSubmission(trx, changes))

    test('migrating again, also twice at once, changes nothing', async () => {
      await Promise.all([migrate(db), migrate(db)])
    })

    test('a job reads back as it was stored', async () => {
      const job = await addJob({
        clientRequestId: newId(),
        callbackUrl: 'https://h/x',
        doorState: { fileName: 'é "x"' },
      })
      const found = await findJob(db, 'a', job.id)
      assert.deepEqual(found, job)
      assert.equal(found?.status, 'ongoing')
      assert.equal(found?.delivery, 'pending')
      assert.deepEqual(found?.doorState, { fileName: 'é "x"' })
    })

    test("another tenant's things do not exist, nor do impossible ids", async () => {
      const job = await addJob()
      assert.equal(await findJob(db, 'b', job.id), undefined)
      assert.equal(await findConsultation(db, 'b', job.consultationId), undefined)
      assert.equal(await deleteConsultation(db, 'b', job.consultationId), undefined)
      assert.equal(await findJob(db, 'a', "x' or true"), undefined)
    })

    test('a client request id finds its job and its fingerprint, for its tenant only', async () => {
      const clientRequestId = newId()
      const job = await addJob({ clientRequestId })
      const found = await findEarlierJob(db, 'a', { clientRequestId })
      assert.equal(found?.job.id, job.id)
      assert.equal(found?.fingerprint, 'f')
      assert.equal(await findEarlierJob(db, 'b', { clientRequestId }), undefined)
      await assert.rejects(addJob({ clientRequestId }))
    })

    test('a segment saved twice is there once, and progress never goes back', async () => {
      const job = await addJob()
      assert.equal(await saveSegment(db, job.id, STRETCH, 0.5), true)
      assert.equal(await saveSegment(db, job.id, STRETCH, 0.3), true)
      await saveDecoded(db, job.id, 60_000, 0.05)
      const stretches = await loadSegments(db, job.id)
      assert.deepEqual(stretches, [STRETCH])
      const found = await findJob(db, 'a', job.id)
      assert.equal(found?.progress, 0.5)
      assert.equal(found?.durationMs, 60_000)
    })

    test('a segment of a job that was deleted is not saved, and says so', async () => {
      assert.equal(await saveSegment(db, newId(), STRETCH, 0.5), false)
    })

    test('every change of a job is announced', async () => {
      const heard: string[] = []
      const stop = await opened.database.listen(JOB_CHANNEL, (jobId) => heard.push(jobId))
      const job = await addJob()
      await saveSegment(db, job.id, STRETCH, 0.5)
      await db.transaction().execute((trx) => finishJob(trx, job.id))
      await until('two changes are announced', () => heard.filter((id) => id === job.id).length === 2)
      await stop()
    })

    test('a finished job keeps its results and loses its segments; storing them again does not double them', async () => {
      const job = await addJob()
      await saveSegment(db, job.id, STRETCH, 0.5)
      const item = { id: 'i1', text: 'Cough.', speaker: 'unspecified' as const, startMs: 0, endMs: 300, words: WORDS }
      const transcript = { language: 'en', durationMs: 1000, items: [item], engine: 'e', model: 'm', warnings: [] }
      const statement = { text: 'Cough.', evidence: ['i1'], support: 'verbatim' as const }
      const note = (kind: string) => ({
        ...{ kind, title: kind, language: 'en', writer: 'w', warnings: [] },
        sections: [{ key: 's', title: 'S', statements: [statement] }],
      })
      for (let time = 0; time < 2; time++) {
        await db.transaction().execute(async (trx) => {
          await saveTranscript(trx, job, transcript)
          await saveNotes(trx, job, [note('summary'), note('soap_note')])
          await finishJob(trx, job.id)
        })
      }
      const found = await findResult(db, 'a', job.id)
      assert.deepEqual(found?.transcript, transcript)
      assert.deepEqual(found?.notes, [note('summary'), note('soap_note')])
      assert.equal(found?.job.progress, 1)
      assert.ok(found?.job.finishedAt instanceof Date)
      assert.deepEqual(await loadSegments(db, job.id), [])
    })

    test('a failed job can be opened again with what was recognised', async () => {
      const job = await addJob()
      await saveSegment(db, job.id, STRETCH, 0.5)
      await failJob(db, job.id, { code: 'engine_failed', message: 'x', details: { a: 1 } })
      assert.equal((await findJob(db, 'a', job.id))?.error?.code, 'engine_failed')
      await reopenJob(db, job.id)
      const reopened = await findJob(db, 'a', job.id)
      assert.equal(reopened?.status, 'ongoing')
      assert.equal(reopened?.error, undefined)
      assert.equal((await loadSegments(db, job.id)).length, 1)
    })

    test('a worker that was thought dead cannot fail a job which another has finished', async () => {
      const job = await addJob()
      await finishJob(db, job.id)
      await failJob(db, job.id, { code: 'engine_failed', message: 'x', details: {} })
      assert.equal((await findJob(db, 'a', job.id))?.status, 'succeeded')
    })

    test('deleting a consultation takes everything below it', async () => {
      const job = await addJob()
      await saveSegment(db, job.id, STRETCH, 0.5)
      const keys = await db.transaction().execute((trx) => deleteConsultation(trx, 'a', job.consultationId))
      assert.equal(keys?.length, 1)
      assert.equal(await findJob(db, 'a', job.id), undefined)
      assert.deepEqual(await readNotesOfConsultation(db, job.consultationId), [])
    })

    test('a key is found by its hash until it is revoked, and its secret is stored nowhere', async () => {
      const key = await createKey(db, { tenantId: 'a', name: 'k', scopes: ['read'], secretHash: hashSecret('secret') })
      assert.deepEqual((await findKeyByHash(db, hashSecret('secret')))?.scopes, ['read'])
      assert.ok((await revokeKey(db, key.id))?.revokedAt instanceof Date)
      assert.ok(!JSON.stringify(await db.selectFrom('api_keys').selectAll().execute()).includes('"secret"'))
    })
  })
}
