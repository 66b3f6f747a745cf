import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { ACCOUNT_ROLES, type Account } from '../../domain/account.ts'
import { OslerError } from '../../domain/errors.ts'
import {
  type ApiKey,
  type CredentialKind,
  DEFAULT_TENANT,
  isUsable,
  SCOPES,
  type Scope,
  scopesOfUser,
} from '../../domain/tenant.ts'
import type { Tokens } from '../../platform/tokens.ts'
import { findSession } from '../../store/account-sessions.ts'
import { findKey, findKeyByHash, hashSecret, isSessionSecret, touchKey } from '../../store/keys.ts'
import type { Handle } from '../../store/tables.ts'
import { isTokenEnded } from '../../store/token-ends.ts'
import { readSessionCookie } from './session-cookie.ts'
import { openGuessing } from './slow-guessing.ts'

/** Secrets that are configured rather than stored. */
export interface FixedSecrets {
  apiKey?: string | undefined
  operatorToken: string
}

export interface KeyTools {
  db: Handle
  secrets: FixedSecrets
  tokens: Tokens
  /** Of an account's session: how long nobody may ask anything. */
  idleMinutes: number
}

type UsedKey = Pick<ApiKey, 'id' | 'tenantId' | 'scopes'>

/** What was let in: what it is, whose it is, what it may do. */
interface Credential extends UsedKey {
  kind: CredentialKind
  /** Of a user's token; empty where it speaks for the whole tenant. */
  userId: string
  /** What a token says. */
  claims?: Record<string, string>
  /** Whose session it is, and since when. */
  account?: Account
  signedInAt?: Date
}

/** The secret of `Authorization: Bearer …`; some clients send spaces behind it. */
function readBearer(request: FastifyRequest): string {
  const [, secret] = /^Bearer[ \t]+(\S+)\s*$/i.exec(request.headers.authorization ?? '') ?? []
  if (secret !== undefined) return secret
  throw new OslerError('key_missing', 'No API key was sent: send the header "Authorization: Bearer YOUR_API_KEY".')
}

function readSecret(request: FastifyRequest): string {
  const { keyHeader, readKey, takes } = request.routeOptions.config
  const elsewhere = readKey?.(request)
  if (elsewhere !== undefined) return elsewhere
  const isInHeader = request.headers.authorization !== undefined
  const session = takes?.includes('account') && !isInHeader ? readSessionCookie(request) : undefined
  if (session !== undefined) return session
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

/** What a secret or token is. Throws `key_wrong`. */
async function openCredential(tools: KeyTools, secret: string): Promise<Credential> {
  const { db, secrets, tokens } = tools
  if (isSessionSecret(secret)) return openSession(tools, secret)
  if (secrets.apiKey && sameSecret(secret, secrets.apiKey))
    return { ...fixedKey(secrets.apiKey), kind: 'key', userId: '' }
  if (/^[^.]+\.[^.]+\.[^.]+$/.test(secret)) return openToken(tools, await tokens.read(secret))
  const key = await findKeyByHash(db, hashSecret(secret))
  if (key === undefined || !isUsable(key))
    throw new OslerError('key_wrong', 'The API key is unknown, revoked or expired.')
  await touchKey(db, key)
  return { ...key, kind: 'key', userId: '' }
}

/** A session may do what the role of its account may. */
async function openSession({ db, idleMinutes }: KeyTools, secret: string): Promise<Credential> {
  const session = await findSession(db, hashSecret(secret), idleMinutes)
  if (session === undefined) throw new OslerError('session_ended', 'You are not signed in any more: sign in again.')
  const { account, beganAt } = session
  const { id, tenantId, role } = account
  const scopes = [...ACCOUNT_ROLES[role]]
  return { id, tenantId, scopes, kind: 'account', userId: '', account, signedInAt: beganAt }
}

/** A token for a user may do less than the key that it was made with; one that a client signed for stands for its key. */
async function openToken(tools: KeyTools, claims: Record<string, string> | undefined): Promise<Credential> {
  if (claims?.use !== 'access' && claims?.use !== 'stream')
    throw new OslerError('key_wrong', 'The token is unknown or has expired: ask for a new one.')
  const key = await findKeyOfToken(tools, claims.key ?? '')
  if (claims.use === 'stream') return { ...key, kind: 'stream', userId: '', claims }
  const { user: userId } = claims
  if (userId === undefined) return { ...key, scopes: narrow(key.scopes, claims.scope), kind: 'key', userId: '' }
  if (await isTokenEnded(tools.db, key.tenantId, userId, new Date(claims.madeAt ?? 0)))
    throw new OslerError('key_wrong', 'The tokens of this user were ended: ask for a new one.')
  return { ...key, scopes: scopesOfUser(key.scopes), kind: 'user', userId }
}

/** SECURITY: what a token was asked for is no more than its key may. */
const narrow = (scopes: readonly Scope[], asked: string | undefined): Scope[] =>
  scopes.filter((scope) => asked === undefined || asked.split(' ').includes(scope))

/** The key that a token was made with, which must still be valid. Throws `key_wrong`. */
export async function findKeyOfToken({ db, secrets }: Pick<KeyTools, 'db' | 'secrets'>, id: string): Promise<UsedKey> {
  const fixed = secrets.apiKey ? fixedKey(secrets.apiKey) : undefined
  if (fixed?.id === id) return fixed
  const key = await findKey(db, id)
  if (key && isUsable(key)) return key
  throw new OslerError('key_wrong', 'The key of this token was revoked or has expired.')
}

/** A hook that lets a request pass whose credential the route takes and allows, and notes whose it is. */
export function requireCredential(tools: KeyTools) {
  const guessing = openGuessing()
  return async (request: FastifyRequest): Promise<void> => {
    const { scope = [], isOpen, takes = KEYS_ALONE } = request.routeOptions.config
    if (isOpen) return
    const secret = readSecret(request)
    const credential = await openCredential(tools, secret).catch((error) => {
      // A page goes on asking with a session that has ended.
      if (error.code !== 'session_ended') guessing.note(request.ip)
      throw error
    })
    const { kind, id, tenantId, userId, scopes, claims, account, signedInAt } = credential
    // What opened a stream may have ended when that goes on; its key may not.
    const checkKey = async () =>
      void (await (kind === 'stream' ? findKeyOfToken(tools, id) : openCredential(tools, secret)))
    Object.assign(request, { tenantId, keyId: id, userId, scopes, claims, credential: kind, checkKey })
    Object.assign(request, { account, signedInAt })
    if (!takes.includes(kind))
      throw new OslerError('scope_missing', 'A token of this sort is not allowed to do this: send an API key.')
    const missing = [scope].flat().find((each) => !scopes.includes(each))
    if (missing)
      throw new OslerError('scope_missing', `The ${account ? 'account' : 'API key'} is not allowed to ${missing}.`)
  }
}

const KEYS_ALONE: readonly CredentialKind[] = ['key']

/** A hook that lets only the operator of this machine pass: whoever can read the token in the data folder. */
export function requireOperator(fixed: FixedSecrets) {
  const guessing = openGuessing()
  return async (request: FastifyRequest): Promise<void> => {
    if (!sameSecret(readBearer(request), fixed.operatorToken)) {
      guessing.note(request.ip)
      throw new OslerError('key_wrong')
    }
    Object.assign(request, { keyId: 'operator', credential: 'operator' })
  }
}
