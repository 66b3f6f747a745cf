import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { readSession } from '../../../src/consultations/read-session.ts'
import { answersTo } from '../../../src/domain/transcript.ts'
import { insertConsultation } from '../../../src/store/consultations.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { readMasterKeys } from '../../../src/store/sealed/master-keys.ts'
import { readSession as readStored, SESSION_CHANNEL } from '../../../src/store/sessions.ts'
import type { Tables } from '../../../src/store/tables.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { countQueries } from '../../support/count-queries.ts'
import { DATABASES, type TestDatabase } from '../../support/databases.ts'
import { copyEmbeddedTemplate } from '../../support/embedded-template.ts'
import { finishHearing, hearRecording, openSeries } from '../../support/heard-sessions.ts'
import { anyLength, cutSpeech, hearChunk, type MadeChunk, makeSpeech, shuffle } from '../../support/made-series.ts'
import { makeRandom } from '../../support/random.ts'
import { until } from '../../support/until.ts'

const LOW = [...[1, 0.5, 0.3, 0, 0, 0, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3.6]
const HIGH = [...[-1, -0.5, 0, 0.2, 0, 0, -0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3]
const voice = (embedding: number[]) => ({ label: 'SPEAKER_01', embedding, speechMs: 20_000 })

/** A chunk with one sentence, said within its borders. */
function chunkSaying(position: number, text: string): MadeChunk {
  const words = text.split(' ').map((word, at) => ({ text: word, startMs: at * 400, endMs: at * 400 + 300 }))
  const item = { id: 'i1', text, speaker: 'unspecified' as const, startMs: 0, endMs: words.at(-1)?.endMs ?? 0, words }
  return { position, durationMs: 4000, overlap: { beforeMs: 0, afterMs: 0 }, items: [item] }
}

for (const backend of DATABASES) {
  describe(`a session that is stored, on ${backend.name},`, () => {
    let opened: TestDatabase
    let db: Kysely<Tables>

    before(async () => {
      opened = await backend.open()
      db = opened.database.db
      await ensureTenant(db, 'a')
      await ensureTenant(db, 'b')
    })
    after(() => opened[Symbol.asyncDispose]())

    const read = (consultationId: string) => readSession(db, 'a', consultationId)
    const textsOf = async (consultationId: string) =>
      (await read(consultationId)).transcript?.items.map(({ text }) => text)

    test('answers every id that it gave after each chunk, in any order of arrival', async () => {
      for (let seed = 1; seed <= 12; seed++) {
        const chance = makeRandom(seed)
        const speech = makeSpeech(chance, 80)
        const chunks = cutSpeech(anyLength(chance), speech)
        const { consultationId, hear } = await openSeries(db)
        const given = new Set<string>()
        const there = new Set<number>()
        for (const position of shuffle(chance, chunks.length)) {
          there.add(position)
          await hear(hearChunk(speech, chunks, position, (other) => there.has(other)))
          const { transcript } = await read(consultationId)
          const all = transcript?.items ?? []
          for (const { id } of all) given.add(id)
          assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
          const lost = [...given].filter((id) => !all.some((item) => answersTo(item, id)))
          assert.deepEqual(lost, [], `seed ${seed}, chunk ${position}`)
        }
        const { transcript } = await read(consultationId)
        const words = transcript?.items.flatMap((item) => item.words.map(({ text }) => text))
        assert.deepEqual(
          words,
          speech.map(({ text }) => text),
        )
      }
    })

    test('is read by as many queries with 160 chunks as with 2', async () => {
      const { consultationId, hear } = await openSeries(db)
      const count = async () => {
        const counted = countQueries(db)
        await readSession(counted.db, 'a', consultationId)
        return counted.count()
      }
      for (const position of [0, 1]) await hear(chunkSaying(position, `this is number ${position}.`))
      const withTwo = await count()
      for (let position = 2; position < 160; position++)
        await hear(chunkSaying(position, `this is number ${position}.`))
      assert.equal(await count(), withTwo)
      assert.equal((await read(consultationId)).transcript?.items.length, 160)
    })

    test('numbers what comes at once in one order, and says it as if it had come one by one', async () => {
      const texts = ['Good morning and', 'how are you today?', 'I have had', 'a cough for two', 'weeks now.', 'I see.']
      const chunks = texts.map((text, position) => chunkSaying(position, text))
      const [one, other] = [await openSeries(db), await openSeries(db)]
      await Promise.all(chunks.map((chunk) => one.hear(chunk)))
      for (const chunk of chunks) await other.hear(chunk)
      assert.deepEqual(await textsOf(one.consultationId), await textsOf(other.consultationId))
      const rows = await db
        .selectFrom('session_items')
        .select(['id', 'sequence'])
        .where('session_id', '=', one.consultationId)
        .execute()
      assert.equal(new Set(rows.map(({ sequence }) => sequence)).size, rows.length)
    })

    test('announces each change with its id alone, and tells what changed since', async () => {
      const { consultationId, hear } = await openSeries(db)
      const heard: string[] = []
      const stop = await opened.database.listen(SESSION_CHANNEL, (payload) => heard.push(payload))
      await hear(chunkSaying(0, 'I have'))
      const first = await readStored(db, 'a', consultationId)
      await hear(chunkSaying(1, 'a cough.'))
      await until('both are announced', () => heard.length >= 2)
      await stop()
      assert.deepEqual(heard, [consultationId, consultationId])
      const all = await readStored(db, 'a', consultationId)
      const since = await readStored(db, 'a', consultationId, first?.sequence)
      assert.deepEqual(
        since?.items.map(({ id, text }) => [id, text]),
        [['i1', 'I have a cough.']],
      )
      assert.deepEqual((await readStored(db, 'a', consultationId, all?.sequence))?.items, [])
    })

    test('changes no id when a second voice comes: it costs rows of voices alone', async () => {
      const { consultationId, hear } = await openSeries(db)
      await hear(chunkSaying(0, 'Do you have any pain anywhere today?'), [voice(LOW)])
      const before = (await read(consultationId)).transcript?.items[0]
      assert.equal(before?.speakerLabel, undefined)
      await hear(chunkSaying(1, 'I have had a headache since Monday.'), [voice(HIGH)])
      const [first, second] = (await read(consultationId)).transcript?.items ?? []
      assert.deepEqual([first?.id, first?.speakerLabel, second?.speakerLabel], [before?.id, 'SPEAKER_01', 'SPEAKER_02'])
      assert.deepEqual([first?.speaker, second?.speaker], ['doctor', 'patient'])
    })

    test('a whole recording more has ids of its own, and so has what its job keeps', async () => {
      const consultationId = await insertConsultation(db, 'a')
      const where = { tenantId: 'a', consultationId }
      const first = await hearRecording(db, where, chunkSaying(0, 'Good morning.'))
      const second = await hearRecording(db, where, chunkSaying(0, 'Good evening.'))
      const { transcript } = await read(consultationId)
      assert.deepEqual(
        transcript?.items.map(({ id, text, startMs }) => [id, text, startMs]),
        [
          ['i1', 'Good morning.', 0],
          ['i2', 'Good evening.', 4000],
        ],
      )
      assert.deepEqual(
        [first, second].map((one) => one.transcript.items[0]?.id),
        ['i1', 'i2'],
      )
    })

    test('has nothing twice when a recording is stored again', async () => {
      const consultationId = await insertConsultation(db, 'a')
      const { job, transcript } = await hearRecording(db, { tenantId: 'a', consultationId }, chunkSaying(0, 'Hello.'))
      const again = await finishHearing(db, job, job.recordingId ?? '', transcript, { beforeMs: 0, afterMs: 0 })
      assert.deepEqual(await textsOf(consultationId), ['Hello.'])
      assert.deepEqual(
        again.items.map(({ id }) => id),
        ['i1'],
      )
    })

    test('shares an item that goes over a border out to its chunks, and is not there for another tenant', async () => {
      const { consultationId, hear } = await openSeries(db)
      await hear(chunkSaying(0, 'I have had a'))
      await hear(chunkSaying(1, 'headache since Monday.'))
      const { items, recordings, transcript } = await read(consultationId)
      assert.deepEqual(
        transcript?.items.map(({ text }) => text),
        ['I have had a headache since Monday.'],
      )
      assert.deepEqual(
        recordings.map(({ id }) => items.get(id)?.map(({ text, startMs }) => [text, startMs])),
        [[['I have had a', 0]], [['headache since Monday.', 0]]],
      )
      assert.equal(await readStored(db, 'b', consultationId), undefined)
      assert.equal((await readSession(db, 'b', consultationId)).transcript, undefined)
    })

    test('goes with its consultation', async () => {
      const { consultationId, hear } = await openSeries(db)
      await hear(chunkSaying(0, 'Hello.'), [voice(LOW)])
      await db.deleteFrom('consultations').where('id', '=', consultationId).execute()
      const { rows } = await sql<{ left: number }>`select
        (select count(*) from session_items where session_id = ${consultationId})::integer
        + (select count(*) from session_voices where session_id = ${consultationId})::integer as left`.execute(db)
      assert.equal(rows[0]?.left, 0)
    })
  })
}

test('what a session says and what its voices sound like is sealed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-session-'))
  await copyEmbeddedTemplate(join(folder, 'database'))
  const open = (keys?: string) =>
    openDatabase({ folder: join(folder, 'database'), keys: keys ? readMasterKeys(keys) : undefined })
  const key = randomBytes(32).toString('base64')
  let session = ''
  {
    await using database = await open(key)
    await ensureTenant(database.db, 'a')
    const { consultationId, hear } = await openSeries(database.db)
    await hear(chunkSaying(0, 'I have a headache.'), [voice(LOW)])
    session = consultationId
    const { rows } = await sql<{ text: string }>`select content::text as text from session_items
      union all select embedding::text from session_voices`.execute(database.db)
    assert.equal(rows.length, 2)
    for (const { text } of rows) assert.match(text, /^\{"sealed": "[A-Za-z0-9+/=]+"\}$/)
    assert.equal((await readSession(database.db, 'a', session)).transcript?.items[0]?.text, 'I have a headache.')
  }
  {
    await using database = await open()
    await assert.rejects(readSession(database.db, 'a', session), { code: 'key_lost' })
  }
  await rm(folder, { recursive: true })
})
