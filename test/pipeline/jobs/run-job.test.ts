import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { test } from 'node:test'
import { failJob, findJob } from '../../../src/store/jobs.ts'
import { openTestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'
import { submissionOf } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

test('a failed job runs again with the recording that was kept, and only a failed one does', async () => {
  await using osler = await openTestSystem({}, false)
  const { db, retry } = osler.system.forDoors
  const { submit, ingest } = osler.system.capabilitiesOf('native').intake
  const audio = await ingest(createReadStream(await speak('I have a headache')), 1e9)
  const job = await submit('default', submissionOf({ source: { type: 'audio', audio }, kinds: [] }))
  await assert.rejects(retry(job.id), { code: 'not_failed' })
  await failJob(db, job.id, { code: 'engine_failed', message: 'It stopped.', details: {} })
  assert.equal((await retry(job.id)).status, 'ongoing')
  await osler.system.startWork()
  await until('it succeeds', async () => (await findJob(db, 'default', job.id))?.status === 'succeeded')
})
