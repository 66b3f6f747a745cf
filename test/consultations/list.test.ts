import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KyselyPlugin } from 'kysely'
import { listSummaries } from '../../src/consultations/list.ts'
import { readDocuments } from '../../src/consultations/read.ts'
import { blankNote } from '../../src/domain/note-kinds.ts'
import { finishJob } from '../../src/store/jobs.ts'
import { listRecordingStates } from '../../src/store/recording-states.ts'
import { saveNotes } from '../../src/store/results.ts'
import type { Handle } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES } from '../support/databases.ts'
import { insertSubmission } from '../support/submissions.ts'

async function insertConsultations(db: Handle, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    const job = await insertSubmission(db)
    await saveNotes(db, job, [blankNote('soap_note', 'en', 'test'), blankNote('summary', 'en', 'test')])
    await finishJob(db, job.id)
  }
}

for (const backend of DATABASES) {
  test(`a list costs as many queries for twenty consultations as for one, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await ensureTenant(db, 'a')
    let queries = 0
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const counted = db.withPlugin(counting)
    const costOf = async (expected: number) => {
      queries = 0
      const listed = await listSummaries(counted, 'a', { limit: 100 })
      const ids = listed.map(({ id }) => id)
      const recordings = await listRecordingStates(counted, 'a', ids)
      const documents = await readDocuments(counted, 'a', ids)
      assert.equal(listed.length, expected)
      assert.ok(listed.every(({ kinds }) => kinds.join() === 'soap_note,summary'))
      assert.ok(ids.every((id) => recordings.get(id)?.[0]?.job?.status === 'succeeded'))
      assert.ok(
        ids.every(
          (id) =>
            documents
              .get(id)
              ?.map(({ note }) => note.kind)
              .join() === 'soap_note,summary',
        ),
      )
      return queries
    }
    await insertConsultations(db, 1)
    const ofOne = await costOf(1)
    await insertConsultations(db, 19)
    assert.equal(await costOf(20), ofOne)
    assert.deepEqual(await listSummaries(db, 'b', { limit: 100 }), [])
  })
}
