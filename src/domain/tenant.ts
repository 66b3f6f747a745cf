/** The tenant that exists from the start; `OSLER_API_KEY` belongs to it. */
export const DEFAULT_TENANT = 'default'

/**
 * Who can ask: the operator of the machine, a tenant's key, an account's session, a token for one user of a
 * vendor's, a token that opens streams alone, a signed address of one recording.
 */
export type CredentialKind = 'operator' | 'key' | 'account' | 'user' | 'stream' | 'link'

/** What a key may do: send recordings, read results, delete them, sign documents, and manage the tenant's keys and callback secret. */
export const SCOPES = ['submit', 'read', 'delete', 'sign', 'admin'] as const
/** What a key may do when nothing else is said: software that sends and reads signs nothing and manages no keys. */
export const USUAL_SCOPES = ['submit', 'read', 'delete'] as const
export type Scope = (typeof SCOPES)[number]

/** A key as it may be shown; the secret itself is shown once, when it is made, and stored as a hash. */
export interface ApiKey {
  id: string
  tenantId: string
  name: string
  scopes: Scope[]
  /** Of a client that signs assertions with its private key instead of sending a secret (PEM). */
  publicKey?: string
  createdAt: Date
  lastUsedAt?: Date
  expiresAt?: Date
  revokedAt?: Date
}

/** False for a key that was revoked or has expired. */
export function isUsable({ revokedAt, expiresAt }: ApiKey, now = Date.now()): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt.getTime() > now)
}

/** What a user's token may do of what its key may: no more than one person needs. */
export const scopesOfUser = (scopes: readonly Scope[]): Scope[] => scopes.filter((scope) => scope !== 'admin')

/** Who asks: with which key, and whose data that opens. */
export interface Caller {
  tenantId: string
  keyId: string
}
