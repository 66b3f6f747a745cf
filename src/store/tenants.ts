import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Handle } from './tables.ts'

/** After a change of secret callbacks are signed with the old one too for so long, so that receivers can follow. */
const OLD_SECRET_HOURS = 24

/** Of the Standard Webhooks scheme: 256 random bits. */
const newCallbackSecret = () => `whsec_${randomBytes(32).toString('base64')}`

/** Makes the tenant when there is none of this id. */
export async function ensureTenant(db: Handle, id: string): Promise<void> {
  await db
    .insertInto('tenants')
    .values({ id, callback_secret: newCallbackSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What signs the tenant's callbacks, the newest first; none for an unknown tenant. */
export async function listCallbackSecrets(db: Handle, tenantId: string): Promise<string[]> {
  const row = await db
    .selectFrom('tenants')
    .select(['callback_secret', 'old_callback_secret'])
    .select(sql<boolean>`old_callback_secret_until > now()`.as('is_old_used'))
    .where('id', '=', tenantId)
    .executeTakeFirst()
  if (row === undefined) return []
  return row.is_old_used && row.old_callback_secret
    ? [row.callback_secret, row.old_callback_secret]
    : [row.callback_secret]
}

/** A new secret; the one before signs along for a day. Answers as `listCallbackSecrets` does. */
export async function rotateCallbackSecret(db: Handle, tenantId: string): Promise<string[]> {
  await db
    .updateTable('tenants')
    .set({
      callback_secret: newCallbackSecret(),
      old_callback_secret: sql`callback_secret`,
      old_callback_secret_until: sql`now() + ${`${OLD_SECRET_HOURS} hours`}::interval`,
    })
    .where('id', '=', tenantId)
    .execute()
  return listCallbackSecrets(db, tenantId)
}
