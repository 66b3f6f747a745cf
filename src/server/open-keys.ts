import type { Keys } from '../domain/keys.ts'
import { createKey, hashSecret, listKeys, newSecret, revokeKey } from '../store/keys.ts'
import type { Handle } from '../store/tables.ts'
import { listCallbackSecrets, rotateCallbackSecret } from '../store/tenants.ts'
import { endTokensOf } from '../store/token-ends.ts'

/** What the administrator of one tenant does with its keys. */
export const openKeys = (db: Handle): Keys => ({
  list: (tenantId) => listKeys(db, tenantId),
  async make(tenantId, key) {
    const secret = newSecret()
    return { ...(await createKey(db, { tenantId, ...key, secretHash: hashSecret(secret) })), secret }
  },
  revoke: (tenantId, id) => revokeKey(db, id, tenantId),
  endTokens: (tenantId, userId) => endTokensOf(db, tenantId, userId),
  listCallbackSecrets: (tenantId) => listCallbackSecrets(db, tenantId),
  rotateCallbackSecret: (tenantId) => rotateCallbackSecret(db, tenantId),
})
