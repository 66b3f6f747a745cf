/** The tenant that exists from the start; `OSLER_API_KEY` belongs to it. */
export const DEFAULT_TENANT = 'default'

/** What a key may do: send recordings, read results, delete them, and manage the tenant's keys and callback secret. */
export const SCOPES = ['submit', 'read', 'delete', 'admin'] as const
/** What a key may do when nothing else is said: software that sends and reads manages no keys. */
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

/** Who asks: with which key, and whose data that opens. */
export interface Caller {
  tenantId: string
  keyId: string
}
