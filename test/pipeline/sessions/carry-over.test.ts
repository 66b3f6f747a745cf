import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { readSession } from '../../../src/consultations/read-session.ts'
import { newId } from '../../../src/domain/ids.ts'
import type { Item } from '../../../src/domain/transcript.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { MIGRATIONS } from '../../../src/store/migrations/index.ts'
import type { Tables } from '../../../src/store/tables.ts'
import { EMPTY_DATABASES } from '../../support/databases.ts'
import { hearRecording } from '../../support/heard-sessions.ts'

const LOW = [...[1, 0.5, 0.3, 0, 0, 0, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3.6]
const HIGH = [...[-1, -0.5, 0, 0.2, 0, 0, -0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3]

function itemSaying(text: string): Item {
  const words = text.split(' ').map((word, at) => ({ text: word, startMs: at * 400, endMs: at * 400 + 300 }))
  return { id: 'i1', text, speaker: 'unspecified', startMs: 0, endMs: words.at(-1)?.endMs ?? 0, words }
}

interface Said {
  text: string
  seriesId?: string
  position?: number
  print?: number[]
}

/** A recording of 4 s in which one sentence was heard, as the version before stored it. */
async function insertHeard(db: Kysely<Tables>, consultation: string, { text, seriesId, position = 0, print }: Said) {
  const [recording, job] = [newId(), newId()]
  await sql`insert into recordings (id, tenant_id, consultation_id, series_id, position)
    values (${recording}, 'a', ${consultation}, ${seriesId ?? null}, ${position})`.execute(db)
  await sql`insert into jobs (id, tenant_id, consultation_id, recording_id, door, status, progress, language, kinds,
    limits, echo, fingerprint, duration_ms) values (${job}, 'a', ${consultation}, ${recording}, 'native', 'succeeded', 1,
    'en', '[]', '{}', '{}', 'f', 4000)`.execute(db)
  const voices = print ? [{ label: 'SPEAKER_01', print, speechMs: 20_000 }] : []
  await sql`insert into transcripts (job_id, consultation_id, tenant_id, language, duration_ms, engine, model, items, voices,
    warnings) values (${job}, ${consultation}, 'a', 'en', 4000, 'e', 'm', ${JSON.stringify([itemSaying(text)])},
    ${JSON.stringify(voices)}, '[]')`.execute(db)
}

async function openBefore(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  await migrator.migrateTo('022-heard-language')
  await sql`insert into tenants (id, callback_secret) values ('a', 's')`.execute(db)
  const [series, whole] = [newId(), newId()]
  for (const id of [series, whole]) {
    await sql`insert into consultations (id, tenant_id) values (${id}, 'a')`.execute(db)
  }
  const seriesId = newId()
  await sql`insert into series (id, tenant_id, consultation_id) values (${seriesId}, 'a', ${series})`.execute(db)
  await insertHeard(db, series, { seriesId, position: 1, text: 'every day. And a fever.', print: HIGH })
  await insertHeard(db, series, { seriesId, position: 0, text: 'Good morning. I cough', print: HIGH })
  await insertHeard(db, series, { seriesId, position: 3, text: 'Do you smoke?', print: LOW })
  await insertHeard(db, whole, { text: 'One.' })
  await insertHeard(db, whole, { text: 'Two.' })
  return { series, whole, seriesId }
}

for (const backend of EMPTY_DATABASES) {
  test(`sessions of the version before read as they did, with their ids, and go on, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const { series, whole, seriesId } = await openBefore(db)
    await migrate(db)
    const mark = seriesId.slice(-6)
    const read = async (id: string) => (await readSession(db, 'a', id)).transcript?.items ?? []
    const carried = [
      [`${mark}-0SPEAKER_01`, 'Good morning.', 0, 'SPEAKER_01'],
      [`${mark}-800SPEAKER_01`, 'I cough every day.', 800, 'SPEAKER_01'],
      [`${mark}-4800SPEAKER_01`, 'And a fever.', 4800, 'SPEAKER_01'],
      [`${mark}-8000SPEAKER_02`, 'Do you smoke?', 8000, 'SPEAKER_02'],
    ]
    const said = (items: readonly Item[]) =>
      items.map(({ id, text, startMs, speakerLabel }) => [id, text, startMs, speakerLabel])
    for (const _ of [1, 2]) assert.deepEqual(said(await read(series)), carried)
    const [first, second] = await read(whole)
    assert.deepEqual([first?.id, first?.text, second?.text, second?.startMs], ['i1', 'One.', 'Two.', 4000])
    assert.match(second?.id ?? '', /^[0-9a-f]{6}-i1$/)

    const heard = { durationMs: 4000, overlap: { beforeMs: 0, afterMs: 0 }, items: [itemSaying('No, never.')] }
    const where = { tenantId: 'a', consultationId: series, seriesId, position: 2 }
    await hearRecording(db, where, heard, [{ label: 'SPEAKER_01', embedding: HIGH, speechMs: 20_000 }])
    const later = await read(series)
    const ids = new Set(later.map(({ id }) => id))
    for (const [id] of carried) assert.ok(ids.has(id as string), `${id} answers`)
    assert.deepEqual(
      later.map(({ text, startMs }) => [text, startMs]),
      [
        ['Good morning.', 0],
        ['I cough every day.', 800],
        ['And a fever.', 4800],
        ['No, never.', 8000],
        ['Do you smoke?', 12_000],
      ],
    )
  })
}
