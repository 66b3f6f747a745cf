import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, opendir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../domain/errors.ts'
import { newId } from '../domain/ids.ts'
import type { Blobs, StoredBlob } from './blobs.ts'

/** Of files that are still being written. What a process leaves of them when it is killed is listed like any blob. */
const UNFINISHED = '.part'
/** What no key reaches and no list shows: these begin with a dot. */
const TRASH = '.trash'
const OWNER = '.owner'

/** Blobs as files under `folder`, which is made when it is not there. */
export function openFileBlobs(folder: string): Blobs {
  const pathOf = (key: string) => join(folder, checkKey(key))
  const gone = (cause: unknown) =>
    new OslerError('not_found', 'The recording is not in the store any more.', {}, { cause })
  return {
    async put(key, stream) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${newId()}${UNFINISHED}`
      try {
        const stored = await write(unfinished, stream)
        await rename(unfinished, path)
        await sync(dirname(path))
        return stored
      } catch (error) {
        await rm(unfinished, { force: true })
        throw isDiskFull(error) ? new OslerError('disk_full', undefined, {}, { cause: error }) : error
      }
    },

    async read(key) {
      const stream = createReadStream(pathOf(key))
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
    },

    async setAside(key) {
      const target = join(folder, TRASH, dayOf(new Date()), checkKey(key))
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(pathOf(key), target).catch(ignoreMissing)
    },

    async deleteSetAside(time) {
      for (const day of (await readdir(join(folder, TRASH)).catch(ignoreMissing)) ?? [])
        if (day < dayOf(time)) await rm(join(folder, TRASH, day), { recursive: true, force: true })
    },

    async readOwner() {
      const text = await readFile(join(folder, OWNER), 'utf8').catch(ignoreMissing)
      return text?.trim() || undefined
    },

    async writeOwner(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = join(folder, `${OWNER}.${newId()}${UNFINISHED}`)
      await writeFile(unfinished, `${id}\n`, { mode: 0o600, flush: true })
      await rename(unfinished, join(folder, OWNER))
      await sync(folder)
    },

    list: () => list(folder),
  }
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10)

/** SECURITY: a key never leads out of the folder. */
function checkKey(key: string): string {
  const isPlain = /^[\w.-]+(\/[\w.-]+)*$/.test(key) && !key.split('/').some((part) => part.startsWith('.'))
  if (isPlain) return key
  throw new OslerError('internal', 'A blob has an impossible key.')
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

/** A rename is only on the disk once its folder is. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files come and go while they are listed. */
function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const isDiskFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')

async function* list(folder: string) {
  const entries = await opendir(folder, { recursive: true }).catch(ignoreMissing)
  for await (const entry of entries ?? []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const key = relative(folder, path)
    if (key.startsWith('.')) continue
    const found = await stat(path).catch(ignoreMissing)
    if (found) yield { key, modifiedAt: found.mtime }
  }
}
