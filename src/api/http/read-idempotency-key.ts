import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'

const MOST_CHARACTERS = 255

/** The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). Throws `request_invalid` when too long. */
export function readIdempotencyKey({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const key = String(headers['idempotency-key'] ?? '').trim()
  if (key.length <= MOST_CHARACTERS) return key || undefined
  throw new OslerError(
    'request_invalid',
    `The header "Idempotency-Key" has ${key.length} characters; the limit is ${MOST_CHARACTERS}.`,
  )
}
