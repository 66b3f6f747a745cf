import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../domain/errors.ts'
import { type ApiKey, DEFAULT_TENANT, isUsable, SCOPES } from '../../domain/tenant.ts'
import type { Tokens } from '../../platform/tokens.ts'
import { findKey, findKeyByHash, hashSecret, touchKey } from '../../store/keys.ts'
import type { Handle } from '../../store/tables.ts'

/** Secrets that are configured rather than stored. */
export interface FixedSecrets {
  apiKey?: string | undefined
  operatorToken: string
}

export interface KeyTools {
  db: Handle
  secrets: FixedSecrets
  tokens: Tokens
}

type UsedKey = Pick<ApiKey, 'id' | 'tenantId' | 'scopes'>

/** The secret of `Authorization: Bearer …`; some clients send spaces behind it. */
function readBearer(request: FastifyRequest): string {
  const [, secret] = /^Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? '') ?? []
  if (secret !== undefined) return secret
  throw new OslerError('key_missing', 'No API key was sent: send the header "Authorization: Bearer YOUR_API_KEY".')
}

function readSecret(request: FastifyRequest, keyHeader: string | undefined): string {
  if (keyHeader === undefined) return readBearer(request)
  const sent = String(request.headers[keyHeader.toLowerCase()] ?? '').trim()
  if (sent) return sent
  throw new OslerError('key_missing', `No API key was sent: send the header "${keyHeader}: YOUR_API_KEY".`)
}

const digest = (text: string) => createHash('sha256').update(text).digest()

// SECURITY: digests of equal length, compared in constant time, so that neither length nor content leaks by timing.
const sameSecret = (sent: string, expected: string) => timingSafeEqual(digest(sent), digest(expected))

/** The key from the settings as tokens name it; another secret there gives another name, so old tokens end with it. */
function fixedKey(apiKey: string): UsedKey {
  const id = `OSLER_API_KEY-${digest(apiKey).toString('hex').slice(0, 16)}`
  return { id, tenantId: DEFAULT_TENANT, scopes: [...SCOPES] }
}

/** The key behind a secret or behind a token that was made with it. Throws `key_wrong`. */
async function openKey({ db, secrets, tokens }: KeyTools, secret: string): Promise<{ key: UsedKey; userId: string }> {
  if (secrets.apiKey && sameSecret(secret, secrets.apiKey)) return { key: fixedKey(secrets.apiKey), userId: '' }
  if (/^[^.]+\.[^.]+\.[^.]+$/.test(secret)) {
    const claims = await tokens.read(secret)
    if (claims?.use !== 'access')
      throw new OslerError('key_wrong', 'The token is unknown or has expired: ask for a new one.')
    return { key: await findKeyOfToken({ db, secrets }, claims.key ?? ''), userId: claims.user ?? '' }
  }
  const key = await findKeyByHash(db, hashSecret(secret))
  if (key === undefined || !isUsable(key))
    throw new OslerError('key_wrong', 'The API key is unknown, revoked or expired.')
  await touchKey(db, key)
  return { key, userId: '' }
}

/** The key that a token was made with, which must still be valid. Throws `key_wrong`. */
export async function findKeyOfToken({ db, secrets }: Omit<KeyTools, 'tokens'>, id: string): Promise<UsedKey> {
  const fixed = secrets.apiKey ? fixedKey(secrets.apiKey) : undefined
  if (fixed?.id === id) return fixed
  const key = await findKey(db, id)
  if (key && isUsable(key)) return key
  throw new OslerError('key_wrong', 'The key of this token was revoked or has expired.')
}

/** A hook that lets a request with a valid key of the needed scope pass, and notes whose it is. */
export function requireKey(tools: KeyTools) {
  return async (request: FastifyRequest): Promise<void> => {
    const { scope, keyHeader, isOpen, readKey } = request.routeOptions.config
    if (isOpen) return
    const secret = readKey?.(request) ?? readSecret(request, keyHeader)
    const { key, userId } = await openKey(tools, secret)
    if (scope && !key.scopes.includes(scope)) {
      throw new OslerError('scope_missing', `The API key is not allowed to ${scope}.`)
    }
    const checkKey = async () => void (await openKey(tools, secret))
    Object.assign(request, { tenantId: key.tenantId, keyId: key.id, userId, scopes: key.scopes, checkKey })
  }
}

/** A hook that lets only the operator of this machine pass: whoever can read the token in the data folder. */
export function requireOperator(fixed: FixedSecrets) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!sameSecret(readBearer(request), fixed.operatorToken)) throw new OslerError('key_wrong')
    request.keyId = 'operator'
  }
}
