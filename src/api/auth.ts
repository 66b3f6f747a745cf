import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { OslerError } from '../domain/errors.ts'
import { DEFAULT_TENANT, SCOPES, type Scope } from '../domain/tenant.ts'
import { findKeyByHash, hashSecret, touchKey } from '../store/keys.ts'
import type { Handle } from '../store/tables.ts'

declare module 'fastify' {
  interface FastifyRequest {
    tenantId: string
    keyId: string
  }
  interface FastifyContextConfig {
    /** What the key must allow; a route without it takes any valid key. */
    scope?: Scope
  }
}

/** Secrets that are configured rather than stored. */
export interface FixedSecrets {
  apiKey?: string | undefined
  operatorToken: string
}

/** The secret of `Authorization: Bearer …`; some clients send spaces behind it. */
function readBearer(request: FastifyRequest): string {
  const [, secret] = /^Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? '') ?? []
  if (secret !== undefined) return secret
  throw new OslerError('key_missing', 'No API key was sent: send the header "Authorization: Bearer YOUR_API_KEY".')
}

// SECURITY: digests of equal length, compared in constant time, so that neither length nor content leaks by timing.
function sameSecret(sent: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(sent), digest(expected))
}

async function findKey(db: Handle, secret: string, fixed: FixedSecrets) {
  if (fixed.apiKey && sameSecret(secret, fixed.apiKey)) {
    return { id: 'OSLER_API_KEY', tenantId: DEFAULT_TENANT, scopes: [...SCOPES] }
  }
  const key = await findKeyByHash(db, hashSecret(secret))
  if (key === undefined || key.revokedAt || (key.expiresAt && key.expiresAt.getTime() <= Date.now())) {
    throw new OslerError('key_wrong', 'The API key is unknown, revoked or expired.')
  }
  await touchKey(db, key)
  return key
}

/** A hook that lets a request with a valid key of the needed scope pass, and notes whose it is. */
export function requireKey(db: Handle, fixed: FixedSecrets) {
  return async (request: FastifyRequest): Promise<void> => {
    const key = await findKey(db, readBearer(request), fixed)
    const { scope } = request.routeOptions.config
    if (scope && !key.scopes.includes(scope)) {
      throw new OslerError('scope_missing', `The API key is not allowed to ${scope}.`)
    }
    request.tenantId = key.tenantId
    request.keyId = key.id
  }
}

/** A hook that lets only the operator of this machine pass: whoever can read the token in the data folder. */
export function requireOperator(fixed: FixedSecrets) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!sameSecret(readBearer(request), fixed.operatorToken)) throw new OslerError('key_wrong')
    request.keyId = 'operator'
  }
}
