import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { findOrphans } from '../../src/pipeline/upkeep/repair.ts'
import { openLog } from '../../src/platform/log.ts'
import { openStore, type Store } from '../../src/server/open-store.ts'
import { openSystem } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { OSLER } from '../support/osler-process.ts'
import { insertSubmission, stagedAudio } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const RECORDINGS = 5
const TWO_DAYS_AGO = new Date(Date.now() - 48 * 3_600_000)

describe('a database that is empty, another or half restored', () => {
  let root: string
  let data: string
  const at = (folder: string) => readConfig({ OSLER_LOG: 'silent', OSLER_DATA: folder, OSLER_WORKERS: '1' })
  const blobs = async (folder = data) =>
    (await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && !/^\./.test(entry.name),
    )
  /** Starts the server as it would be, and lets its first upkeep come to its end. */
  async function startAndSweep(folder: string): Promise<void> {
    await using system = await openSystem(at(folder), openLog('silent'))
    await system.startWork(['upkeep'])
    const { db } = system.forDoors
    await until('the sweep is done', async () => {
      const row = await db.selectFrom('upkeep').selectAll().where('task', '=', 'sweep').executeTakeFirst()
      return Boolean(row?.succeeded_at ?? row?.failing_since)
    })
  }

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'osler-test-wrong-'))
    data = join(root, 'data')
    await copyEmbeddedTemplate(join(data, 'database'))
    await using store: Store = await openStore(at(data))
    await ensureTenant(store.db, 'a')
    for (let count = 0; count < RECORDINGS; count++) {
      const audio = stagedAudio()
      await store.blobs.put(audio.key, Readable.from(['x']))
      await insertSubmission(store.db, {}, audio)
    }
    for (const { parentPath, name } of await blobs()) await utimes(join(parentPath, name), TWO_DAYS_AGO, TWO_DAYS_AGO)
  })
  after(() => rm(root, { recursive: true, force: true }))

  test('an embedded database that is gone is not made anew beside its recordings', async () => {
    await rename(join(data, 'database'), join(root, 'elsewhere'))
    await assert.rejects(startAndSweep(data), { code: 'store_foreign' })
    assert.equal((await blobs()).length, RECORDINGS)
    assert.ok(!existsSync(join(data, 'database')), 'the right one can be put back')
    await copyEmbeddedTemplate(join(data, 'database'))
    await assert.rejects(startAndSweep(data), { code: 'store_foreign' }, 'an empty one')
    assert.equal((await blobs()).length, RECORDINGS)
    await rm(join(data, 'database'), { recursive: true })
    await rename(join(root, 'elsewhere'), join(data, 'database'))
    await startAndSweep(data)
    assert.equal((await blobs()).length, RECORDINGS)
  })

  test('a folder without the recordings that the database names is not taken for theirs, until a person says so', async () => {
    await rename(join(data, 'blobs'), join(root, 'unmounted'))
    const refused = await openStore(at(data)).catch((error) => error)
    assert.equal(refused.code, 'store_foreign')
    const [, id = ''] = /write (\S+) into/.exec(refused.message) ?? []
    await rename(join(root, 'unmounted'), join(data, 'blobs'))
    await writeFile(join(data, 'blobs/.owner'), id)
    await using store = await openStore(at(data))
    const tools = { ...store, queue: undefined as never }
    assert.deepEqual(await findOrphans(tools), { blobs: 0, recordings: 0, documents: 0 })
  })

  test('a restore that is killed leaves nothing that a start could take for whole, and goes on when it is called again', async () => {
    const backup = join(root, 'backup')
    const run = (folder: string, ...words: string[]) =>
      execa(OSLER, words, { env: { OSLER_DATA: folder, OSLER_LOG: 'silent' }, reject: false })
    const made = await run(data, 'backup', backup)
    assert.equal(made.exitCode, 0, made.stderr)
    const restored = join(root, 'restored')
    const restoring = run(restored, 'restore', backup)
    await until('it has begun', () => existsSync(restored) && existsSync(join(restored, 'restoring/blobs')))
    restoring.kill('SIGKILL')
    await restoring
    await assert.rejects(startAndSweep(restored), { code: 'backup_failed' })
    const again = await run(restored, 'restore', backup)
    assert.equal(again.exitCode, 0, again.stderr)
    await startAndSweep(restored)
    assert.equal((await blobs(restored)).length, RECORDINGS)
  })
})
