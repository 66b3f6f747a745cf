import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../src/domain/ids.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { saveDecoded } from '../../src/store/jobs.ts'
import { type ProcessState, tellProcess } from '../../src/store/processes.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { copyPostgresDatabase } from '../support/databases.ts'
import { callOsler, TEST_SETTINGS } from '../support/osler-process.ts'
import { insertSubmission } from '../support/submissions.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-cluster-'))
let url: string
let database: Database

before(async () => {
  url = await copyPostgresDatabase()
  database = await openDatabase({ url, folder: '' })
  await ensureTenant(database.db, 'a')
})
after(async () => {
  await database[Symbol.asyncDispose]()
  await rm(root, { recursive: true })
})

const call = (...calls: string[][]) =>
  callOsler({ ...TEST_SETTINGS, OSLER_DATA: root, OSLER_DATABASE_URL: url }, ...calls)

const tell = (changes: Partial<ProcessState>, now = new Date(), isEnded = false) =>
  tellProcess(database.db, { ...PROCESS, id: newId(), ...changes }, now, isEnded)

const PROCESS = {
  ...{ host: 'one', version: '0.1.0', tasks: 'transcribe,write', workers: 2, cores: 4 },
  ...{ engines: 'whisper base', core_seconds: 0, cores_busy: 0, heard_seconds: 0 },
}

test('what is amiss between processes is told: nobody delivers, versions, engines, clocks', async () => {
  await tell({ host: 'front', tasks: 'serve', engines: '' })
  await tell({ heard_seconds: 1800, core_seconds: 180 })
  await tell({ host: 'two', version: '0.2.0', engines: 'whisper small' }, new Date(Date.now() + 60_000))
  await tell({ host: 'ended', tasks: 'deliver,upkeep', heard_seconds: 1800, core_seconds: 180 }, new Date(), true)
  const [{ printed, exitCode } = { printed: '', exitCode: 0 }] = await call(['doctor', '--cluster'])
  assert.equal(exitCode, 1)
  assert.match(printed, /✓ one: transcribe,write, 2 at once, 0\.0 of 4 cores busy, version 0\.1\.0/)
  assert.match(printed, /✗ Tasks: no process takes deliver\n {4}→ start `osler worker --tasks deliver`/)
  assert.match(printed, /✗ Tasks: no process takes upkeep/)
  assert.match(printed, /· Versions: differ: 0\.1\.0 \(front, one\); 0\.2\.0 \(two\)/)
  assert.match(printed, /· Engines: differ: whisper base \(one\); whisper small \(two\)/)
  assert.match(printed, /✗ Clocks: the one of two is (59|60)\.?\d* s ahead of the database's/)
  assert.match(printed, /Connections: \d+ of \d+ are open; 3 processes may open 63/)
})

test('capacity is told from what was measured, and how many cores so many a day need', async () => {
  const job = await insertSubmission(database.db)
  await saveDecoded(database.db, job.id, 15 * 60_000, 0.05)
  await database.db.updateTable('jobs').set({ finished_at: sql<Date>`now()` }).execute()
  const [plain, json] = await call(['capacity', '--per-day', '1000000'], ['capacity', '--json', '--minutes', '30'])
  assert.match(plain?.printed ?? '', /30 minutes of sound in the last week; 15\.0 minutes are one consultation/)
  // Eight cores, each busy for a tenth of the sound and 85 of a hundred minutes.
  assert.match(plain?.printed ?? '', /They can take 272 consultations an hour, and 2,\d\d\d a day/)
  assert.match(plain?.printed ?? '', /1,000,000 a day need 3,3\d\d such cores/)
  const told = JSON.parse(json?.printed ?? '')
  assert.deepEqual([told.cores, told.heardSeconds, Math.round(told.perHour)], [8, 1800, 136])
})

test('who has heard too little, and a database that nobody can share, are told so', async () => {
  await database.db.deleteFrom('processes').execute()
  await tell({ heard_seconds: 60, core_seconds: 6 })
  const [few] = await call(['capacity'])
  assert.match(few?.printed ?? '', /^1 minutes of sound were heard in the last week; 10 are needed to tell/)
  assert.equal(few?.exitCode, 1)
  const embedded = { ...TEST_SETTINGS, OSLER_DATA: root }
  for (const { printed } of await callOsler(embedded, ['capacity'], ['doctor', '--cluster']))
    assert.match(printed, /share PostgreSQL alone: set OSLER_DATABASE_URL/)
})
