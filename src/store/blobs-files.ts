import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../domain/errors.ts'
import { newId } from '../domain/ids.ts'
import type { Blobs, StoredBlob } from './blobs.ts'
import { checkKey } from './check-key.ts'
import { openOwner } from './owner-file.ts'
import { ignoreMissing, syncFolder } from './sync-folder.ts'
import { openTrash } from './trash-folder.ts'

/** Of files that are still being written. What a process leaves of them when it is killed is listed like any blob. */
const UNFINISHED = '.part'

/** Blobs as files under `folder`, which is made when it is not there. */
export function openFileBlobs(folder: string): Blobs {
  const pathOf = (key: string) => join(folder, checkKey(key))
  const gone = (cause: unknown) =>
    new OslerError('not_found', 'The recording is not in the store any more.', {}, { cause })
  const { forget, ...trash } = openTrash(folder, pathOf)
  return {
    ...trash,
    ...openOwner(folder),
    async put(key, stream) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${newId()}${UNFINISHED}`
      try {
        const stored = await write(unfinished, stream)
        await rename(unfinished, path)
        await syncFolder(dirname(path))
        return stored
      } catch (error) {
        await rm(unfinished, { force: true })
        throw isDiskFull(error) ? new OslerError('disk_full', undefined, {}, { cause: error }) : error
      }
    },

    async read(key, range) {
      const stream = createReadStream(pathOf(key), range)
      await once(stream, 'open').catch((cause) => {
        throw gone(cause)
      })
      return stream
    },

    async localFile(key) {
      const path = pathOf(key)
      await access(path).catch((cause) => {
        throw gone(cause)
      })
      return path
    },

    async delete(key) {
      await rm(pathOf(key), { force: true })
      await forget(key)
    },

    list: () => list(folder),
  }
}

async function write(path: string, stream: Readable): Promise<StoredBlob> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(stream, measure, createWriteStream(path, { mode: 0o600, flush: true }))
  return { bytes, sha256: hash.digest('hex') }
}

const isDiskFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

async function* list(folder: string) {
  const entries = await opendir(folder, { recursive: true }).catch(ignoreMissing)
  for await (const entry of entries ?? []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const key = relative(folder, path)
    // What is beside the blobs, in names that no key has.
    if (key.startsWith('.')) continue
    const found = await stat(path).catch(ignoreMissing)
    if (found) yield { key, bytes: found.size, modifiedAt: found.mtime }
  }
}
