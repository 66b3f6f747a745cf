import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../domain/ids.ts'
import type { Blobs, StoredBlob } from './blobs.ts'
import type { MasterKeys } from './sealed/master-keys.ts'
import { HEADER_BYTES, isSealed, open, seal } from './sealed/seal.ts'

/** Seals what goes into another store, each blob with a key of its own. What was there unsealed before is read as it is. */
export function sealBlobs(blobs: Blobs, keys: MasterKeys): Blobs {
  return {
    ...blobs,
    async put(key, stream) {
      const hash = createHash('sha256')
      const stored: StoredBlob = { bytes: 0, sha256: '' }
      async function* measure() {
        for await (const chunk of stream) {
          const bytes = Buffer.from(chunk)
          hash.update(bytes)
          stored.bytes += bytes.length
          yield bytes
        }
      }
      await blobs.put(key, Readable.from(seal(measure(), keys.current)))
      return { ...stored, sha256: hash.digest('hex') }
    },

    async localFile(key, scratch) {
      const file = await blobs.localFile(key, scratch)
      if (!isSealed(await readHead(file))) return file
      const opened = join(scratch, newId())
      await pipeline(open(createReadStream(file), keys), createWriteStream(opened, { mode: 0o600 }))
      return opened
    },
  }
}

async function readHead(file: string): Promise<Buffer> {
  await using handle = await openFile(file)
  const { buffer } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
  return buffer
}
