import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { test } from 'node:test'
import { findJob } from '../../../src/store/jobs.ts'
import { openTestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { submissionOf } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

test('a note from words does not wait for the recordings before it', async () => {
  await using osler = await openTestSystem({ workers: 1 })
  const { db } = osler.system.forDoors
  const { submit, ingest } = osler.system.capabilitiesOf('native').intake
  const sentence = 'I have had a headache for three days and I take aspirin every morning. '
  const audio = await ingest(createReadStream(await speak(sentence.repeat(12))), 1e9)
  const long = await submit('default', submissionOf({ source: { type: 'audio', audio } }))
  const transcript = transcriptOf(['I have had a headache for three days.'])
  const words = await submit('default', submissionOf({ source: { type: 'transcript', transcript } }))
  const statusOf = async (id: string) => (await findJob(db, 'default', id))?.status
  await until('the words are written', async () => (await statusOf(words.id)) === 'succeeded')
  assert.equal(await statusOf(long.id), 'ongoing')
})
