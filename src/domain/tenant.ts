/** The tenant that exists from the start; `OSLER_API_KEY` belongs to it. */
export const DEFAULT_TENANT = 'default'

/** What a key may do: send recordings, read results, delete them. Keys are managed by the operator, not by a key. */
export const SCOPES = ['submit', 'read', 'delete'] as const
export type Scope = (typeof SCOPES)[number]

/** A key as it may be shown; the secret itself is shown once, when it is made, and stored as a hash. */
export interface ApiKey {
  id: string
  tenantId: string
  name: string
  scopes: Scope[]
  createdAt: Date
  lastUsedAt?: Date
  expiresAt?: Date
  revokedAt?: Date
}
