import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../domain/ids.ts'
import type { ByteRange } from '../domain/sound.ts'
import { writeScratch } from '../platform/write-scratch.ts'
import type { Blobs, StoredBlob } from './blobs.ts'
import type { MasterKey, MasterKeys } from './sealed/master-keys.ts'
import { HEADER_BYTES, isSealed, keyOf, open, seal } from './sealed/seal.ts'

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

    async read(key, range) {
      const stored = (await blobs.read(key))[Symbol.asyncIterator]()
      const head = await stored.next()
      const bytes = goOn(head, stored)
      const opened = head.done || !isSealed(head.value) ? bytes : open(bytes, keys)
      const stream = toStream(cut(goOn(await opened.next(), opened), range))
      // Who never begins to read lets go of it too.
      return stream.once('close', () => stored.return?.())
    },

    async localFile(key, scratch) {
      const file = await blobs.localFile(key, scratch)
      if (!isSealed(await readHead(file))) return file
      const opened = join(scratch, newId())
      await writeScratch(opened, open(createReadStream(file), keys))
      return opened
    },
  }
}

/** Whether a blob, as it lies on the disk, is sealed under this master key. */
export async function isSealedWith(files: Blobs, key: string, master: MasterKey): Promise<boolean> {
  const head = Buffer.concat(await Array.fromAsync(await files.read(key, { start: 0, end: HEADER_BYTES - 1 })))
  return isSealed(head) && keyOf(head).equals(master.id)
}

/** A range of what comes; what is before it has to be opened to know that it is whole. */
async function* cut(bytes: AsyncIterable<Buffer>, range: ByteRange | undefined): AsyncGenerator<Buffer> {
  const { start, end } = range ?? { start: 0, end: Number.POSITIVE_INFINITY }
  let at = 0
  for await (const part of bytes) {
    if (at + part.length > start) yield part.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at))
    at += part.length
    if (at > end) return
  }
}

const toStream = (bytes: AsyncIterable<Buffer>) => Readable.from(bytes, { objectMode: false })

/** What was looked at already, and the rest; whoever reads no further lets go of it. */
async function* goOn(first: IteratorResult<Buffer, void>, rest: AsyncIterator<Buffer, void>): AsyncGenerator<Buffer> {
  try {
    for (let part = first; !part.done; part = await rest.next()) yield part.value
  } finally {
    await rest.return?.()
  }
}

async function readHead(file: string): Promise<Buffer> {
  await using handle = await openFile(file)
  const { buffer } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
  return buffer
}
