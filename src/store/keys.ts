import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { isId, newId } from '../domain/ids.ts'
import type { ApiKey, Scope } from '../domain/tenant.ts'
import type { Handle, Tables } from './tables.ts'

const TOUCH_AFTER_MS = 60_000

/** What a secret opens, told by how it begins: a tenant's key, a session of an account, the choice of a password. */
const PREFIXES = { key: 'osk', session: 'oss', link: 'osl' }

/** A new secret: 256 random bits, so that a plain hash of it cannot be guessed back. */
export const newSecret = (use: keyof typeof PREFIXES = 'key') =>
  `${PREFIXES[use]}_${randomBytes(32).toString('base64url')}`

export const isSessionSecret = (secret: string) => secret.startsWith(`${PREFIXES.session}_`)

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

export interface NewKey {
  tenantId: string
  name: string
  scopes: Scope[]
  /** One of the two: the hash of what is sent, or the public key (PEM) of who signs. */
  secretHash?: string
  publicKey?: string
  expiresAt?: Date
}

export async function createKey(db: Handle, key: NewKey): Promise<ApiKey> {
  const row = await db
    .insertInto('api_keys')
    .values({
      id: newId(),
      tenant_id: key.tenantId,
      name: key.name,
      scopes: JSON.stringify(key.scopes),
      secret_hash: key.secretHash ?? null,
      public_key: key.publicKey ?? null,
      expires_at: key.expiresAt ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return readKey(row)
}

export async function findKeyByHash(db: Handle, secretHash: string): Promise<ApiKey | undefined> {
  const row = await db.selectFrom('api_keys').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
  return row && readKey(row)
}

export async function findKey(db: Handle, id: string): Promise<ApiKey | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
  return row && readKey(row)
}

/** Notes that the key was used, at most once a minute, so that reading stays reading. */
export async function touchKey(db: Handle, { id, lastUsedAt }: ApiKey): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < TOUCH_AFTER_MS) return
  await db.updateTable('api_keys').set({ last_used_at: new Date() }).where('id', '=', id).execute()
}

/** The keys of a tenant, or of all. */
export async function listKeys(db: Handle, tenantId?: string): Promise<ApiKey[]> {
  const query = db.selectFrom('api_keys').selectAll().orderBy('tenant_id').orderBy('id')
  return (await (tenantId ? query.where('tenant_id', '=', tenantId) : query).execute()).map(readKey)
}

/** The key, which works no longer; undefined for an unknown id and, where a tenant is named, for another tenant's. */
export async function revokeKey(db: Handle, id: string, tenantId?: string): Promise<ApiKey | undefined> {
  if (!isId(id)) return undefined
  const query = db.updateTable('api_keys').set({ revoked_at: new Date() }).where('id', '=', id).returningAll()
  const row = await (tenantId ? query.where('tenant_id', '=', tenantId) : query).executeTakeFirst()
  return row && readKey(row)
}

function readKey(row: Selectable<Tables['api_keys']>): ApiKey {
  const { id, tenant_id: tenantId, name, scopes, created_at: createdAt } = row
  return {
    ...{ id, tenantId, name, scopes, createdAt },
    ...(row.public_key && { publicKey: row.public_key }),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
    ...(row.expires_at && { expiresAt: row.expires_at }),
    ...(row.revoked_at && { revokedAt: row.revoked_at }),
  }
}
