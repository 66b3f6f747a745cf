import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { Migrator } from 'kysely/migration'
import { openStore } from '../../src/server/open-store.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openDatabase } from '../../src/store/database.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { copyEmbeddedTemplate } from '../../test/support/embedded-template.ts'
import { OSLER } from '../../test/support/osler-process.ts'
import { makeRandom } from '../../test/support/random.ts'
import { insertSubmission, stagedAudio } from '../../test/support/submissions.ts'

/** Of each command. */
const KILLS = 20
const RECORDINGS = 40
const BYTES = 200_000
/** Longer than any of them takes on a quiet machine, so that kills fall everywhere in them. */
const MOST_MS = 4000

const random = makeRandom(Number(process.env.OSLER_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31)))

const run = (folder: string, ...words: string[]) =>
  execa(OSLER, words, { env: { OSLER_DATA: folder, OSLER_LOG: 'silent' }, reject: false })

async function killed(folder: string, ...words: string[]): Promise<void> {
  const child = run(folder, ...words)
  await sleep(300 + random.below(MOST_MS))
  child.kill('SIGKILL')
  await child
}

async function succeeds(folder: string, ...words: string[]): Promise<void> {
  const { exitCode, stderr } = await run(folder, ...words)
  assert.equal(exitCode, 0, stderr)
}

async function countIn(folder: string): Promise<{ jobs: number; recordings: number }> {
  await using store = await openStore(readConfig({ OSLER_DATA: folder, OSLER_LOG: 'silent' }))
  const jobs = await store.db.selectFrom('jobs').select('id').execute()
  const recordings = await Array.fromAsync(store.files.list())
  return { jobs: jobs.length, recordings: recordings.length }
}

describe('a command that is killed at any moment leaves what was there, and does its work when it is called again:', () => {
  let root: string
  let data: string
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'osler-test-killed-'))
    data = join(root, 'data')
    await copyEmbeddedTemplate(join(data, 'database'))
    await using store = await openStore(readConfig({ OSLER_DATA: data, OSLER_LOG: 'silent' }))
    await ensureTenant(store.db, 'a')
    for (let count = 0; count < RECORDINGS; count++) {
      const audio = stagedAudio()
      const { bytes, sha256 } = await store.blobs.put(audio.key, Readable.from([randomBytes(BYTES)]))
      await insertSubmission(store.db, {}, { ...audio, bytes, sha256 })
    }
  })
  after(() => rm(root, { recursive: true, force: true }))

  test('a backup, which has its name only when it is whole', async () => {
    for (let count = 0; count < KILLS; count++) {
      const folder = join(root, `backup-${count}`)
      await killed(data, 'backup', folder)
      if (existsSync(folder)) await succeeds(data, 'backup', '--verify', folder)
    }
    await succeeds(data, 'backup', join(root, 'backup'))
    await succeeds(data, 'backup', '--verify', join(root, 'backup'))
    assert.deepEqual(await countIn(data), { jobs: RECORDINGS, recordings: RECORDINGS })
  })

  test('a restore', async () => {
    const restored = join(root, 'restored')
    for (let count = 0; count < KILLS; count++) {
      await killed(restored, 'restore', join(root, 'backup'))
      const names = await readdir(restored).catch((): string[] => [])
      // One that was quicker than its kill is done.
      if (names.includes('database') && !names.includes('restoring')) await rm(restored, { recursive: true })
    }
    await succeeds(restored, 'restore', join(root, 'backup'))
    assert.deepEqual(await countIn(restored), { jobs: RECORDINGS, recordings: RECORDINGS })
  })

  test('a migration', async () => {
    const old = join(root, 'old')
    {
      await using database = await openDatabase({ folder: join(old, 'database') })
      const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => MIGRATIONS } })
      await migrator.migrateTo('022-heard-language')
    }
    for (let count = 0; count < KILLS; count++) await killed(old, 'migrate')
    await succeeds(old, 'migrate')
    assert.deepEqual(await countIn(old), { jobs: 0, recordings: 0 })
  })
})
