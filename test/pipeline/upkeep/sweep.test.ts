import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { pairRecordings } from '../../../src/pipeline/upkeep/pair-recordings.ts'
import { repair } from '../../../src/pipeline/upkeep/repair.ts'
import { refillQueue, sweepOrphans } from '../../../src/pipeline/upkeep/sweep.ts'
import { openFileBlobs } from '../../../src/store/blobs-files.ts'
import { openQueue } from '../../../src/store/queue.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { DATABASES } from '../../support/databases.ts'
import { insertSubmission, stagedAudio } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

const inDays = (days: number) => new Date(Date.now() + days * 25 * 3_600_000)

for (const backend of DATABASES) {
  test(`a sweep gives forgotten jobs a task and deletes only recordings that nothing names, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await using queue = await openQueue(opened.database, assert.fail)
    const blobs = openFileBlobs(join(opened.folder, 'blobs'))
    const put = (key: string) => blobs.put(key, Readable.from(['x']))
    const keys = async () => (await Array.fromAsync(blobs.list())).map(({ key }) => key).sort()
    await ensureTenant(db, 'a')
    const audio = stagedAudio()
    await pairRecordings(db, blobs)
    await Promise.all([put(audio.key), put('recordings/orphan'), put('recordings/cut.part')])
    const job = await insertSubmission(db, {}, audio)

    await refillQueue({ db, queue })
    await sweepOrphans({ db, blobs }, new Date())
    assert.equal((await keys()).length, 3, 'a young upload may still get its row')
    await refillQueue({ db, queue })
    await sweepOrphans({ db, blobs }, inDays(1))
    assert.equal((await keys()).length, 3, 'what one look found is looked at again')
    await sweepOrphans({ db, blobs }, inDays(1))
    assert.equal((await keys()).length, 3, 'and not at once')
    await sweepOrphans({ db, blobs }, inDays(2))
    assert.deepEqual(await keys(), [audio.key])
    const started: string[] = []
    await queue.work('run', 1, async (jobId) => void started.push(jobId))
    await until('the job has its task', () => started.length > 0)
    assert.deepEqual(started, [job.id])
  })
}

describe('the sweep', () => {
  const openStore = async () => {
    const opened = await (DATABASES[0] as (typeof DATABASES)[number]).open()
    const blobs = openFileBlobs(join(opened.folder, 'blobs'))
    const put = (key: string) => blobs.put(key, Readable.from(['x']))
    const count = async () => (await Array.fromAsync(blobs.list())).length
    return { ...{ opened, blobs, put, count, db: opened.database.db } }
  }

  test('keeps what it takes for a week, then deletes it', async () => {
    const { opened, blobs, put, db } = await openStore()
    await using _opened = opened
    await pairRecordings(db, blobs)
    await put('recordings/orphan')
    const isKept = async () =>
      (await readdir(join(opened.folder, 'blobs/.trash'), { recursive: true })).some((path) => /orphan/.test(path))
    await sweepOrphans({ db, blobs }, inDays(1))
    await sweepOrphans({ db, blobs }, inDays(2))
    assert.ok(await isKept())
    await sweepOrphans({ db, blobs }, inDays(6))
    assert.ok(await isKept())
    await sweepOrphans({ db, blobs }, inDays(9))
    assert.ok(!(await isKept()))
  })

  test('takes no more than a few at once, until a person says so', async () => {
    const { opened, blobs, put, count, db } = await openStore()
    await using _opened = opened
    await pairRecordings(db, blobs)
    for (let number = 0; number < 21; number++) await put(`recordings/orphan-${number}`)
    await sweepOrphans({ db, blobs }, inDays(1))
    await assert.rejects(sweepOrphans({ db, blobs }, inDays(2)), {
      code: 'deletion_held',
      details: { going: 21, total: 21 },
    })
    assert.equal(await count(), 21)
    assert.equal(await sweepOrphans({ db, blobs }, inDays(2), true), 21)
    assert.equal(await count(), 0)
  })

  test('takes nothing beside a database that is not theirs, whoever asks', async () => {
    const { opened, blobs, put, count, db } = await openStore()
    await using _opened = opened
    await pairRecordings(db, blobs)
    await put('recordings/a')
    await blobs.writeOwner('another', await blobs.readOwner())
    await assert.rejects(sweepOrphans({ db, blobs }, inDays(2), true), { code: 'store_foreign' })
    await assert.rejects(repair({ db, blobs, queue: undefined as never }, inDays(2)), { code: 'store_foreign' })
    assert.equal(await count(), 1)
  })
})
