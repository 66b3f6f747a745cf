import { OslerError } from '../domain/errors.ts'

/** SECURITY: a key never leads out of where the blobs are, nor to what is beside them. */
export function checkKey(key: string): string {
  const isPlain = /^[\w.-]+(\/[\w.-]+)*$/.test(key) && !key.split('/').some((part) => part.startsWith('.'))
  if (isPlain) return key
  throw new OslerError('internal', 'A blob has an impossible key.')
}
