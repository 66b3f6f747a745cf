import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Kysely } from 'kysely'
import { formatLive } from '../../src/api/doors/heidi/format.ts'
import { readHeard } from '../../src/consultations/read-heard.ts'
import { openLiveSessions } from '../../src/consultations/read-live.ts'
import { TRANSCRIPT } from '../../src/domain/revision.ts'
import { deleteConsultation } from '../../src/store/consultations.ts'
import { failJob, insertJob, reopenJob, saveDecoded } from '../../src/store/jobs.ts'
import { deleteRecording, insertRecording, insertSeries } from '../../src/store/recordings.ts'
import { addVersion } from '../../src/store/revisions.ts'
import type { Tables } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { countQueries } from '../support/count-queries.ts'
import { DATABASES, type TestDatabase } from '../support/databases.ts'
import { openSeries } from '../support/heard-sessions.ts'
import { anyLength, cutSpeech, hearChunk, makeSpeech, shuffle } from '../support/made-series.ts'
import { makeRandom } from '../support/random.ts'
import { stagedAudio, submissionOf } from '../support/submissions.ts'

for (const backend of DATABASES) {
  describe(`a session that is looked on, on ${backend.name},`, () => {
    let opened: TestDatabase
    let db: Kysely<Tables>

    before(async () => {
      opened = await backend.open()
      db = opened.database.db
      for (const tenant of ['a', 'b']) await ensureTenant(db, tenant)
    })
    after(() => opened[Symbol.asyncDispose]())

    test('is read by one small query while nothing changes', async () => {
      const chance = makeRandom(1)
      const speech = makeSpeech(chance, 40)
      const chunks = cutSpeech(anyLength(chance), speech)
      const { consultationId, hear } = await openSeries(db)
      const counted = countQueries(db)
      const read = openLiveSessions(counted.db)
      for (const position of chunks.keys()) {
        await hear(hearChunk(speech, chunks, position, (other) => other < position))
        const first = await read('a', consultationId)
        assert.match(formatLive(first).response.transcript ?? '', /\w/)
        const before = counted.count()
        assert.equal(await read('a', consultationId), first)
        assert.equal(counted.count(), before + 1)
      }
    })

    test('shows each change at once, in whichever order they come', async () => {
      const chance = makeRandom(2)
      const speech = makeSpeech(chance, 60)
      const chunks = cutSpeech(anyLength(chance), speech)
      const { consultationId, seriesId, hear } = await openSeries(db)
      const read = openLiveSessions(db)
      let seen = ''
      const look = async (after: string) => {
        const session = await read('a', consultationId)
        assert.deepEqual(session, await readHeard(db, 'a', consultationId), after)
        const shown = JSON.stringify(formatLive(session))
        assert.notEqual(shown, seen, after)
        seen = shown
      }
      await look('the beginning')
      const there = new Set<number>()
      for (const position of shuffle(chance, chunks.length)) {
        await hear(hearChunk(speech, chunks, position, (other) => there.has(other)))
        there.add(position)
        await look(`chunk ${position}`)
      }
      const where = { tenantId: 'a', consultationId, seriesId, position: 99 }
      const { id: recordingId } = await insertRecording(db, { ...where, audio: stagedAudio() })
      await look('a recording that came')
      const made = { tenantId: 'a', consultationId, recordingId, submission: submissionOf(), fingerprint: 'f' }
      const { id: jobId } = await insertJob(db, made)
      await look('a job that began')
      await saveDecoded(db, jobId, 4000, 0.05)
      await look('its recording, decoded')
      await failJob(db, jobId, { code: 'audio_unreadable', message: 'No.', details: {} })
      await look('its failure')
      await reopenJob(db, jobId)
      await look('its new beginning')
      const items = (await readHeard(db, 'a', consultationId)).transcript?.items ?? []
      const content = items.map((item) => ({ ...item, text: item.text.toUpperCase() }))
      const author = { author: 'Dr Osei', keyId: 'k' }
      await addVersion(db, { tenantId: 'a', consultationId, subject: TRANSCRIPT, seen: 0, content, ...author })
      await look('a correction')
      await deleteRecording(db, recordingId)
      await look('a recording that was deleted')
      await insertSeries(db, 'a', consultationId)
      await look('another series')
      await db.transaction().execute((trx) => deleteConsultation(trx, 'a', consultationId))
      await look('the deletion of it all')
    })

    test("is nobody else's, and many are no harm to one", async () => {
      const speech = makeSpeech(makeRandom(3), 12)
      const chunks = cutSpeech(() => 9000, speech)
      const read = openLiveSessions(db)
      const first = await openSeries(db)
      await first.hear(hearChunk(speech, chunks, 0, () => false))
      const shown = async (tenantId: string, id: string) => formatLive(await read(tenantId, id)).response.transcript
      const text = await shown('a', first.consultationId)
      assert.match(text ?? '', /\w/)
      assert.equal(await shown('b', first.consultationId), null)
      for (let count = 0; count < 60; count++) {
        assert.equal(await shown('a', (await openSeries(db)).consultationId), null)
      }
      assert.equal(await shown('a', first.consultationId), text)
    })
  })
}
