import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { deleteOrphans, refillQueue } from '../../../src/pipeline/upkeep/sweep.ts'
import { openFileBlobs } from '../../../src/store/blobs-files.ts'
import { openQueue } from '../../../src/store/queue.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { DATABASES } from '../../support/databases.ts'
import { insertSubmission, stagedAudio } from '../../support/submissions.ts'
import { until } from '../../support/until.ts'

const TOMORROW = new Date(Date.now() + 25 * 3_600_000)

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
    await Promise.all([put(audio.key), put('recordings/orphan'), put('recordings/cut.part')])
    const job = await insertSubmission(db, {}, audio)

    await refillQueue({ db, queue })
    await deleteOrphans({ db, blobs }, new Date())
    assert.equal((await keys()).length, 3, 'a young upload may still get its row')
    await refillQueue({ db, queue })
    await deleteOrphans({ db, blobs }, TOMORROW)
    assert.deepEqual(await keys(), [audio.key])
    const started: string[] = []
    await queue.work('run', 1, async (jobId) => void started.push(jobId))
    await until('the job has its task', () => started.length > 0)
    assert.deepEqual(started, [job.id])
  })
}
