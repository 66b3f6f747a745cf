import type { ApiKey, Scope } from './tenant.ts'

/** What a tenant's administrator does: its keys, and what signs its callbacks. A route needs the scope `admin` for it. */
export interface Keys {
  list(tenantId: string): Promise<ApiKey[]>
  /** The secret is told this once. */
  make(tenantId: string, key: { name: string; scopes: Scope[]; expiresAt?: Date }): Promise<ApiKey & { secret: string }>
  revoke(tenantId: string, id: string): Promise<ApiKey | undefined>
  /** Ends every token that one of the vendors' users has now. */
  endTokens(tenantId: string, userId: string): Promise<void>
  /** The newest first; those that were changed in the last day sign along. */
  listCallbackSecrets(tenantId: string): Promise<string[]>
  rotateCallbackSecret(tenantId: string): Promise<string[]>
}
