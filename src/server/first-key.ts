import { DEFAULT_TENANT, SCOPES } from '../domain/tenant.ts'
import { firstKeyFile, readOrMakeSecret } from '../platform/secrets.ts'
import { createKey, hashSecret, newSecret } from '../store/keys.ts'
import type { System } from './open-system.ts'

/** The key made at the first start, or the operator's own. */
export async function firstKey({ config, forDoors }: System): Promise<string> {
  if (config.apiKey) return config.apiKey
  return readOrMakeSecret(firstKeyFile(config.data), async () => {
    const secret = newSecret()
    const key = { tenantId: DEFAULT_TENANT, name: 'first key', scopes: [...SCOPES], secretHash: hashSecret(secret) }
    await createKey(forDoors.db, key)
    return secret
  })
}
