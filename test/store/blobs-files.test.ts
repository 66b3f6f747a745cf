import assert from 'node:assert/strict'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { blobsSuite } from '../ports/blobs.suite.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-blobs-'))
after(() => rm(root, { recursive: true }))
let count = 0

blobsSuite('the file store', async () => openFileBlobs(join(root, String(count++))))

test('what a killed process left of an upload is listed and can be deleted', async () => {
  const folder = join(root, 'killed')
  const blobs = openFileBlobs(folder)
  await blobs.put('recordings/a', Readable.from(['half']))
  await rename(join(folder, 'recordings/a'), join(folder, 'recordings/a.1234.part'))
  for await (const { key } of blobs.list()) await blobs.delete(key)
  assert.deepEqual(await Array.fromAsync(blobs.list()), [])
})
