import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  appendHeard,
  betterHeard,
  type LivePlace,
  reserveItem,
} from '../../../../src/pipeline/sessions/live/append-heard.ts'
import { insertConsultation } from '../../../../src/store/consultations.ts'
import { insertJob } from '../../../../src/store/jobs.ts'
import { endLive, insertLive } from '../../../../src/store/live.ts'
import { insertRecording } from '../../../../src/store/recordings.ts'
import { readSession } from '../../../../src/store/sessions.ts'
import { ensureTenant } from '../../../../src/store/tenants.ts'
import { DATABASES, type TestDatabase } from '../../../support/databases.ts'
import { stagedAudio, submissionOf } from '../../../support/submissions.ts'

const OPTIONS = { language: 'en', vocabulary: [] }

/** An utterance that begins at a second, a word in 300 ms. */
function utterance(text: string) {
  const words = (text.match(/\S+/g) ?? []).map((word, at) => {
    const startMs = 1000 + 300 * at
    return { text: word, startMs, endMs: startMs + 280, confidence: 0.95 }
  })
  return { segment: { channel: 0, startMs: 1000, endMs: 4000, words }, options: OPTIONS, isPunctuated: true }
}

let opened: TestDatabase
before(async () => {
  const [backend] = DATABASES
  assert.ok(backend)
  opened = await backend.open()
  await ensureTenant(opened.database.db, 'a')
})
after(() => opened[Symbol.asyncDispose]())

async function begin() {
  const { db } = opened.database
  const tools = { db, correctNames: async <Heard>(heard: Heard) => heard }
  const consultationId = await insertConsultation(db, 'a')
  const own = { tenantId: 'a', consultationId }
  const { id: recordingId } = await insertRecording(db, { ...own, audio: stagedAudio() })
  const job = await insertJob(db, { ...own, recordingId, submission: submissionOf(), fingerprint: 'f' })
  const holder = await insertLive(db, recordingId, job.id, { sampleRate: 16_000, channels: 1 })
  const place: LivePlace = { ...own, recordingId, holder, channels: 1 }
  const items = async () => (await readSession(db, 'a', consultationId))?.items ?? []
  return { tools, place, items, id: await reserveItem(db, place) }
}

test('what was final in a hurry is bettered under the same id, and who was told more items is told which are gone', async () => {
  const { tools, place, items, id } = await begin()
  const told = await appendHeard(tools, place, utterance('Bad cuff. Since Monday.'), id)
  assert.deepEqual([told.length, told[0]?.id], [2, id])
  const better = await betterHeard(tools, place, utterance('Bad cough since Monday.'), told)
  assert.deepEqual(
    better.items.map((item) => [item.id, item.text]),
    [[id, 'Bad cough since Monday.']],
  )
  assert.deepEqual(better.gone, [told[1]?.id])
  const [only, ...others] = await items()
  assert.deepEqual([only?.id, only?.text, others.length], [id, 'Bad cough since Monday.', 0])
})

test('it stays where nothing better is understood, and once the recording has ended', async () => {
  const { tools, place, items, id } = await begin()
  const told = await appendHeard(tools, place, utterance('Bad cuff.'), id)
  assert.deepEqual(await betterHeard(tools, place, utterance(''), told), { items: [], gone: [] })
  await endLive(tools.db, place)
  assert.deepEqual(await betterHeard(tools, place, utterance('Bad cough.'), told), { items: [], gone: [] })
  assert.deepEqual(
    (await items()).map(({ text }) => text),
    ['Bad cuff.'],
  )
})

test('what was not understood in a hurry is added when it is', async () => {
  const { tools, place, items, id } = await begin()
  const told = await appendHeard(tools, place, utterance(''), id)
  assert.deepEqual(told, [])
  const better = await betterHeard(tools, place, utterance('Bad cough.'), told)
  assert.deepEqual([better.items[0]?.text, better.items[0]?.id], ['Bad cough.', (await items())[0]?.id])
})
