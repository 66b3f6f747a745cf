import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../domain/ids.ts'
import type { ByteRange } from '../domain/sound.ts'
import { withScratch } from '../platform/scratch.ts'
import type { Blobs } from './blobs.ts'
import type { BucketAddress } from './bucket/bucket-address.ts'
import { openBucketOwner } from './bucket/bucket-owner.ts'
import { openBucketTrash } from './bucket/bucket-trash.ts'
import { cutIntoFiles } from './bucket/cut-into-files.ts'
import { listObjects } from './bucket/list-objects.ts'
import { type Ask, type BucketKey, openBucket } from './bucket/open-bucket.ts'
import { translateFailure } from './bucket/translate-failure.ts'
import { abortUnfinished, listUnfinished } from './bucket/unfinished.ts'
import { upload } from './bucket/upload.ts'
import { checkKey } from './check-key.ts'

/** A bucket takes 10,000 parts of an object: 160 GB. */
const PART_BYTES = 16 * 1024 ** 2

/** Blobs as objects of a bucket that speaks S3. What is on its way lies in `scratchRoot`, a part of each at a time; `took` is as in `openBucket`. */
export function openBucketBlobs(
  address: BucketAddress,
  key: BucketKey,
  scratchRoot: string,
  { partBytes = PART_BYTES, took }: { partBytes?: number; took?: ((seconds: number) => void) | undefined } = {},
): Blobs {
  const ask = openBucket(address, key, took)
  const nameOf = (key: string) => address.prefix + checkKey(key)
  const put = (name: string, stream: Readable) => putObject(ask, name, stream, scratchRoot, partBytes)
  const read = (name: string, range?: ByteRange) => readObject(ask, address, name, range)
  const carry = async (from: string, to: string) => void (await put(to, await read(from)))
  const { forget, ...trash } = openBucketTrash(ask, address.prefix, nameOf, carry)
  return {
    ...trash,
    ...openBucketOwner(ask, `${address.prefix}.owner`),
    put: async (key, stream) => put(nameOf(key), stream),
    read: async (key, range) => read(nameOf(key), range),

    async localFile(key, scratch) {
      const path = join(scratch, newId())
      await pipeline(await read(nameOf(key)), createWriteStream(path, { mode: 0o600 }))
      return path
    },

    async delete(key) {
      const name = nameOf(key)
      if (await abortUnfinished(ask, name)) return
      await ask((s3) => s3.deleteObject(name))
      await forget(key)
    },

    async *list() {
      for await (const listed of listObjects(ask, address.prefix)) if (!listed.key.startsWith('.')) yield listed
      yield* listUnfinished(ask, address.prefix)
    },
  }
}

function putObject(ask: Ask, name: string, stream: Readable, scratchRoot: string, partBytes: number) {
  const hash = createHash('sha256')
  async function* hashed() {
    for await (const chunk of stream) {
      hash.update(chunk)
      yield chunk
    }
  }
  return withScratch(scratchRoot, 'upload', async (folder) => {
    const bytes = await upload(ask, name, cutIntoFiles(hashed(), folder, partBytes))
    return { bytes, sha256: hash.digest('hex') }
  })
}

async function readObject(ask: Ask, address: BucketAddress, name: string, range?: ByteRange): Promise<Readable> {
  const { start, end } = range ?? { start: 0, end: 0 }
  const { body } = await ask((s3) => s3.getObjectRaw(name, range === undefined, start, end + 1))
  async function* chunks() {
    try {
      for await (const chunk of body ?? []) yield Buffer.from(chunk)
    } catch (error) {
      throw translateFailure(error, address)
    }
  }
  // Who never begins to read lets go of it too.
  return Readable.from(chunks(), { objectMode: false }).once('close', () => void body?.cancel().catch(() => {}))
}
