import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../../domain/errors.ts'

/** Sub-protocols behind which a browser offers a key or token; one of them is answered. */
export const KEY_PROTOCOLS = ['token', 'bearer']

/** The key: in the header, as a key or as a token, or behind a sub-protocol. Throws `key_missing`. */
export function readKey(offered: readonly string[], { headers }: FastifyRequest): string {
  const [, sent] = /^(?:Token|Bearer) +(\S+)\s*$/i.exec(headers.authorization ?? '') ?? []
  const at = offered.findIndex((one) => KEY_PROTOCOLS.includes(one))
  const key = sent ?? (at < 0 ? undefined : offered[at + 1])
  if (key) return key
  throw new OslerError('key_missing', 'No API key was sent: send the header "Authorization: Token YOUR_API_KEY".')
}
