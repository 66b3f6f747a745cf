import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../../domain/errors.ts'
import type { MasterKeys } from './master-keys.ts'
import { isSealed, open, seal } from './seal.ts'

const NEW_FILE = { flags: 'wx', mode: 0o600, flush: true }

/** Copies a file, sealed where there is a master key; one that is not there leaves none. */
export async function sealFile(from: string, to: string, keys: MasterKeys | undefined): Promise<void> {
  const content = await readFile(from).catch(ignoreMissing)
  if (content === undefined) return
  const bytes = toIterable(content)
  await pipeline(keys ? seal(bytes, keys.current) : bytes, createWriteStream(to, NEW_FILE))
}

/** The same back. Throws `key_lost` where it is sealed and the key is not given. */
export async function openSealedFile(from: string, to: string, keys: MasterKeys | undefined): Promise<void> {
  const content = await readFile(from).catch(ignoreMissing)
  if (content === undefined) return
  const sealed = isSealed(content)
  if (sealed && keys === undefined)
    throw new OslerError('key_lost', 'The backup is sealed: set OSLER_MASTER_KEY to the key that it was made under.')
  const bytes = createReadStream(from)
  await pipeline(sealed && keys ? open(bytes, keys) : bytes, createWriteStream(to, NEW_FILE))
}

async function* toIterable(content: Buffer): AsyncGenerator<Buffer> {
  yield content
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
