import type { Selectable } from 'kysely'
import type { Account } from '../domain/account.ts'
import { isId, newId } from '../domain/ids.ts'
import type { Passkey } from '../domain/passkey.ts'
import { readAccount } from './accounts.ts'
import type { Handle, Tables } from './tables.ts'

interface NewPasskey {
  accountId: string
  name: string
  /** As the device names it, and its key (COSE), in base64url. */
  credentialId: string
  publicKey: string
  /** How often the device has used it, where it counts. */
  counter: number
}

/** Undefined where there is one of this name of the device already. */
export async function insertPasskey(db: Handle, made: NewPasskey): Promise<Passkey | undefined> {
  const { accountId: account_id, credentialId: credential_id, publicKey: public_key, name, counter } = made
  const row = await db
    .insertInto('passkeys')
    .values({ id: newId(), account_id, credential_id, public_key, name, counter })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && readPasskey(row)
}

/** A passkey by what the device calls it, with the account that it signs in to; undefined where that is disabled. */
export async function findPasskey(
  db: Handle,
  credentialId: string,
): Promise<{ id: string; publicKey: string; counter: number; account: Account } | undefined> {
  const row = await db
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.account_id')
    .selectAll('accounts')
    .select(['passkeys.id as passkey_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return { id: row.passkey_id, publicKey: row.public_key, counter: Number(row.counter), account: readAccount(row) }
}

/** Notes a use; false where it was removed meanwhile, or another use came between. */
export async function notePasskeyUsed(
  db: Handle,
  { id, counter }: { id: string; counter: number },
  next: number,
): Promise<boolean> {
  const row = await db
    .updateTable('passkeys')
    .set({ counter: next, last_used_at: new Date() })
    .where('id', '=', id)
    .where('counter', '=', String(counter))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The oldest first, with what the device calls them. */
export async function listPasskeys(db: Handle, accountId: string): Promise<(Passkey & { credentialId: string })[]> {
  const query = db.selectFrom('passkeys').selectAll().where('account_id', '=', accountId).orderBy('id')
  return (await query.execute()).map((row) => ({ ...readPasskey(row), credentialId: row.credential_id }))
}

/** False where the account has none of this id. */
export async function deletePasskey(db: Handle, accountId: string, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const query = db.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', id)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

export async function deletePasskeysOf(db: Handle, accountId: string): Promise<void> {
  await db.deleteFrom('passkeys').where('account_id', '=', accountId).execute()
}

function readPasskey(row: Selectable<Tables['passkeys']>): Passkey {
  const { id, name, created_at: createdAt, last_used_at: lastUsedAt } = row
  return { id, name, createdAt, ...(lastUsedAt && { lastUsedAt }) }
}
