import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { blobsSuite } from '../ports/blobs.suite.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-blobs-'))
after(() => rm(root, { recursive: true }))
let count = 0

blobsSuite('the file store', async () => openFileBlobs(join(root, String(count++))))
