import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Handle } from './tables.ts'

/** After a change of secret callbacks are signed with the old one too for so long, so that receivers can follow. */
const OLD_SECRET_HOURS = 24

/** More make the header of each callback long. */
const MOST_OLD = 4

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
  return [row.callback_secret, ...(row.is_old_used ? (row.old_callback_secret?.split(' ') ?? []) : [])]
}

/**
 * A new secret; the one before signs along for a day, and so do those before it that still do: who changes it twice, as one
 * whose connection broke, leaves no receiver behind. Answers as `listCallbackSecrets` does.
 */
export async function rotateCallbackSecret(db: Handle, tenantId: string): Promise<string[]> {
  await db
    .updateTable('tenants')
    .set({
      callback_secret: newCallbackSecret(),
      old_callback_secret: sql`array_to_string((array_prepend(callback_secret,
        case when old_callback_secret_until > now() then string_to_array(old_callback_secret, ' ') end
      ))[1:${sql.lit(MOST_OLD)}], ' ')`,
      old_callback_secret_until: sql`now() + ${`${OLD_SECRET_HOURS} hours`}::interval`,
    })
    .where('id', '=', tenantId)
    .execute()
  return listCallbackSecrets(db, tenantId)
}
