import { createHash } from 'node:crypto'
import { OslerError } from '../../domain/errors.ts'

const KEY_BYTES = 32
const ID_BYTES = 8

/** Keys that seal the keys of recordings and texts. The first seals, all of them open. */
export interface MasterKeys {
  current: MasterKey
  /** The key with this id. Throws `key_lost`. */
  find(id: Buffer): MasterKey
  /** A secret of them all, with which words are hashed that shall be found: another key makes another. */
  search: string
}

export interface MasterKey {
  /** Eight bytes that tell it from others and say nothing of it. */
  id: Buffer
  secret: Buffer
}

/** Keys of 32 bytes in base64, one a line. Throws `request_invalid` for one that is none. */
export function readMasterKeys(text: string): MasterKeys {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const keys = lines.map((line, at) => readKey(line, at + 1))
  const [current] = keys
  if (current === undefined)
    throw new OslerError('request_invalid', 'OSLER_MASTER_KEY gives no key: give one of 32 bytes in base64.')
  return {
    current,
    search: createHash('sha256')
      .update('osler words')
      .update(Buffer.concat(keys.map(({ secret }) => secret)))
      .digest('base64'),
    find(id) {
      const found = keys.find((key) => key.id.equals(id))
      if (found) return found
      throw lost(id)
    },
  }
}

/** Something needs a key that is not configured. */
export function lost(id: Buffer): OslerError {
  const key = id.toString('hex')
  const message = `What is asked for is sealed with the key ${key}, which OSLER_MASTER_KEY does not have: add the key again.`
  return new OslerError('key_lost', message, { key })
}

function readKey(text: string, number: number): MasterKey {
  const secret = Buffer.from(text, 'base64')
  if (secret.length !== KEY_BYTES) {
    const message = `Line ${number} of OSLER_MASTER_KEY is a key of ${secret.length} bytes; it must be 32 in base64: \`openssl rand -base64 32\`.`
    throw new OslerError('request_invalid', message)
  }
  return { id: createHash('sha256').update('osler master key').update(secret).digest().subarray(0, ID_BYTES), secret }
}
