import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { pairRecordings } from '../../../src/pipeline/upkeep/pair-recordings.ts'
import { findOrphans, repair } from '../../../src/pipeline/upkeep/repair.ts'
import { openFileBlobs } from '../../../src/store/blobs-files.ts'
import { openQueue } from '../../../src/store/queue.ts'
import { findStoredAudio } from '../../../src/store/recordings.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { DATABASES } from '../../support/databases.ts'
import { insertSubmission, stagedAudio } from '../../support/submissions.ts'

const TOMORROW = new Date(Date.now() + 25 * 3_600_000)

for (const backend of DATABASES) {
  test(`what database and store say of one another is told, and mended, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    await using queue = await openQueue(opened.database, assert.fail)
    const blobs = openFileBlobs(join(opened.folder, 'blobs'))
    const tools = { db, queue, blobs }
    await pairRecordings(db, blobs)
    await ensureTenant(db, 'a')
    const [here, lost] = [stagedAudio(), stagedAudio()]
    await blobs.put(here.key, Readable.from(['x']))
    await blobs.put('recordings/orphan', Readable.from(['x']))
    const kept = await insertSubmission(db, {}, here)
    const gone = await insertSubmission(db, {}, lost)
    const audioOf = async (recordingId?: string) => (await findStoredAudio(db, 'a', recordingId ?? ''))?.key

    assert.deepEqual(
      await findOrphans(tools),
      { blobs: 0, recordings: 1, documents: 0 },
      'the orphan may still get its row',
    )
    assert.deepEqual(await findOrphans(tools, TOMORROW), { blobs: 1, recordings: 1, documents: 0 })
    assert.equal(await audioOf(gone.recordingId), lost.key, 'looking changes nothing')
    assert.deepEqual(await repair(tools, TOMORROW), { blobs: 1, recordings: 1, documents: 0 })
    assert.deepEqual(await findOrphans(tools, TOMORROW), { blobs: 0, recordings: 0, documents: 0 })
    assert.equal(await audioOf(gone.recordingId), undefined)
    assert.equal(await audioOf(kept.recordingId), here.key)
  })
}
