import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { insertConsultation, listConsultations, updateSession } from '../../src/store/consultations.ts'
import { openDatabase } from '../../src/store/database.ts'
import { insertRecording, locateRecording, setRecordingAudio } from '../../src/store/recordings.ts'
import { readMasterKeys } from '../../src/store/sealed/master-keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'

const folder = await mkdtemp(join(tmpdir(), 'osler-test-texts-'))
after(() => rm(folder, { recursive: true }))
await copyEmbeddedTemplate(join(folder, 'database'))
const [first, second] = [1, 2].map(() => randomBytes(32).toString('base64')) as [string, string]

const open = (keys?: string) =>
  openDatabase({ folder: join(folder, 'database'), keys: keys ? readMasterKeys(keys) : undefined })
const readDetails = async ({ db }: Awaited<ReturnType<typeof open>>) =>
  (await listConsultations(db, 'default', { limit: 10 })).map(({ details }) => details)

test('texts are sealed and opened with the key, merged, and opened after a change of keys', async () => {
  {
    await using database = await open(first)
    await ensureTenant(database.db, 'default')
    const id = await insertConsultation(database.db, 'default', { door: 'a', details: { name: 'Ann Bee' } })
    await updateSession(database.db, 'default', id, { details: { age: 41 } })
    const { rows } = await sql<{ text: string }>`select details::text as text from consultations`.execute(database.db)
    assert.match(rows[0]?.text ?? '', /^\{"sealed": "[A-Za-z0-9+/=]+"\}$/)
  }
  await using database = await open(`${second}\n${first}`)
  assert.deepEqual(await readDetails(database), [{ name: 'Ann Bee', age: 41 }])
})

test('without their key they are not opened, and the error names the key that is missing', async () => {
  for (const keys of [undefined, second]) {
    await using database = await open(keys)
    await assert.rejects(readDetails(database), { code: 'key_lost', message: /sealed with the key [0-9a-f]{16}/ })
  }
})

test('what was changed behind our back is told as damaged', async () => {
  await using database = await open(first)
  const change = (text: string) => `${text.slice(0, -8)}AAAAAAA=`
  const { rows } = await sql<{ text: string }>`select details->>'sealed' as text from consultations`.execute(
    database.db,
  )
  const changed = JSON.stringify({ sealed: change(rows[0]?.text ?? '') })
  await sql`update consultations set details = ${changed}::jsonb`.execute(database.db)
  await assert.rejects(readDetails(database), { code: 'blob_damaged' })
})

test('texts that were written before there was a key stay readable', async () => {
  {
    await using database = await open()
    await sql`delete from consultations`.execute(database.db)
    await insertConsultation(database.db, 'default', { door: 'a', details: { name: 'Bo' } })
  }
  await using database = await open(first)
  assert.deepEqual(await readDetails(database), [{ name: 'Bo' }])
})

test('an address that a recording is to be fetched from, which may be signed, is sealed until it was fetched', async () => {
  await using database = await open(first)
  const { db } = database
  const consultationId = await insertConsultation(db, 'default')
  const address = 'https://clinic.example/a.wav?signature=opens-it'
  const { id } = await insertRecording(db, { tenantId: 'default', consultationId, address })
  const read = async () =>
    (await sql<{ text: string }>`select r::text as text from recordings r where id = ${id}`.execute(db)).rows[0]?.text
  assert.match((await read()) ?? '', /sealed/)
  assert.doesNotMatch((await read()) ?? '', /clinic|opens-it/)
  assert.equal((await locateRecording(db, id))?.address, address)
  await setRecordingAudio(db, id, { key: 'x/y', bytes: 1, sha256: '00', container: 'wav' })
  assert.doesNotMatch((await read()) ?? '', /sealed/)
})
