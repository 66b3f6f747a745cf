import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after } from 'node:test'
import type { Blobs } from '../../src/store/blobs.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { blobsSuite } from './blobs.suite.ts'
import { provesSuite } from './twins.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-twins-'))
after(() => rm(root, { recursive: true }))

/** What a store does with a stream that it reads to its end, or to where it fails. */
async function readWhatComes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  await stream.forEach((chunk) => void chunks.push(Buffer.from(chunk))).catch(() => {})
  return Buffer.concat(chunks)
}

provesSuite<Blobs>(
  'store of recordings',
  (open, check) => blobsSuite('', async () => open(), check),
  () => openFileBlobs(join(root, randomUUID())),
  {
    'gives back what was put, with its length and hash': (blobs) => ({
      ...blobs,
      put: async (key, stream) => blobs.put(key, Readable.from([(await readWhatComes(stream)).subarray(1)])),
    }),
    'gives back a range of what was put': (blobs) => ({ ...blobs, read: (key) => blobs.read(key) }),
    'keeps nothing of a stream that fails': (blobs) => ({
      ...blobs,
      put: async (key, stream) => blobs.put(key, Readable.from([await readWhatComes(stream)])),
    }),
    'deletes, and deletes again without complaint': (blobs) => ({
      ...blobs,
      async delete(key) {
        await blobs.localFile(key, root)
        await blobs.delete(key)
      },
    }),
    'keeps what is set aside out of sight, until it is told to delete it': (blobs) => ({
      ...blobs,
      setAside: async () => {},
    }),
    'keeps whose it is, beside its blobs and not among them': (blobs) => ({
      ...blobs,
      writeOwner: async (id) => void (await blobs.put('owner', Readable.from([id]))),
    }),
    'refuses keys that lead elsewhere': (blobs) => ({
      ...blobs,
      put: (key, stream) => blobs.put(key.replaceAll(/[^\w/]|^\/|\/\//g, 'x') || 'x', stream),
    }),
  },
)
