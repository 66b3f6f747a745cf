import type { Selectable } from 'kysely'
import type { Account, AccountChange, ListedAccount, NewAccount } from '../domain/account.ts'
import { OslerError } from '../domain/errors.ts'
import { isId, newId } from '../domain/ids.ts'
import { type Handle, inTransaction, type Tables } from './tables.ts'

/** A link by which a person chooses a password is good for so long. */
const LINK_MS = 7 * 24 * 3_600_000

/** The hash of the password, or of the link by which one is chosen; or who it is at the organisation's provider. */
type Entrance = { passwordHash: string } | { linkHash: string } | { issuer: string; subject: string }

const UNLINKED = { provider_issuer: null, provider_subject: null }

/** An account that is entered by a password or a link, and nothing else from now on. */
function entranceOf(entrance: Entrance, now = new Date()) {
  if ('passwordHash' in entrance) return { password_hash: entrance.passwordHash, link_hash: null, link_ends_at: null }
  if ('issuer' in entrance) return { provider_issuer: entrance.issuer, provider_subject: entrance.subject }
  return {
    ...UNLINKED,
    password_hash: null,
    link_hash: entrance.linkHash,
    link_ends_at: new Date(now.getTime() + LINK_MS),
  }
}

/** Throws `name_taken`. */
export async function createAccount(
  db: Handle,
  { signInName, name, role, tenantId, ...entrance }: NewAccount & { tenantId: string } & Entrance,
): Promise<Account> {
  const row = await db
    .insertInto('accounts')
    .values({ id: newId(), tenant_id: tenantId, sign_in_name: signInName, name, role, ...entranceOf(entrance) })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return readAccount(row)
  throw new OslerError('name_taken', `There is an account "${signInName}" already: take another sign-in name.`)
}

/** A tenant's account; undefined for an unknown id, and another tenant's. */
export async function findAccount(db: Handle, tenantId: string, id: string): Promise<Account | undefined> {
  if (!isId(id)) return undefined
  const own = db.selectFrom('accounts').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
  const row = await own.executeTakeFirst()
  return row && readAccount(row)
}

/** The account by its name, with the hash of its password where it has one and is not disabled. */
export async function findAccountByName(
  db: Handle,
  signInName: string,
): Promise<(Account & { passwordHash: string | undefined }) | undefined> {
  const row = await db.selectFrom('accounts').selectAll().where('sign_in_name', '=', signInName).executeTakeFirst()
  return row && { ...readAccount(row), passwordHash: (!row.disabled_at && row.password_hash) || undefined }
}

/** The account that a link is for, while it is good. */
export async function findAccountByLink(db: Handle, linkHash: string, now = new Date()): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('link_hash', '=', linkHash)
    .where('link_ends_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row && readAccount(row)
}

/** The accounts of a tenant, or of all. */
export async function listAccounts(db: Handle, tenantId?: string): Promise<ListedAccount[]> {
  const query = db
    .selectFrom('accounts')
    .leftJoin('passkeys', 'account_id', 'accounts.id')
    .selectAll('accounts')
    .select((all) => all.fn.count('passkeys.id').as('passkeys'))
    .groupBy('accounts.id')
    .orderBy('tenant_id')
    .orderBy('accounts.name')
    .orderBy('accounts.id')
  const rows = await (tenantId ? query.where('tenant_id', '=', tenantId) : query).execute()
  return rows.map((row) => ({ ...readAccount(row), passkeys: Number(row.passkeys) }))
}

/**
 * Gives an account another password, or a link instead of one; every session of it ends. False where `link` is told and
 * is not its link any more.
 */
export const changeEntrance = (db: Handle, id: string, entrance: Entrance, link?: string): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const query = trx.updateTable('accounts').set(entranceOf(entrance)).where('id', '=', id)
    const changed = await (link ? query.where('link_hash', '=', link) : query).returning('id').executeTakeFirst()
    await endSessionsOf(trx, id)
    return changed !== undefined
  })

/** The account as it is now; undefined for an unknown id, and another tenant's. Who is disabled is signed out. */
export async function changeAccount(
  db: Handle,
  tenantId: string,
  id: string,
  { role, isDisabled }: AccountChange,
  now = new Date(),
): Promise<Account | undefined> {
  if (!isId(id)) return undefined
  const disabled = isDisabled === undefined ? {} : { disabled_at: isDisabled ? now : null }
  return inTransaction(db, async (trx) => {
    const row = await trx
      .updateTable('accounts')
      .set({ tenant_id: tenantId, ...(role && { role }), ...disabled })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (row?.disabled_at) await endSessionsOf(trx, id)
    return row && readAccount(row)
  })
}

async function endSessionsOf(db: Handle, accountId: string): Promise<void> {
  await db.deleteFrom('account_sessions').where('account_id', '=', accountId).execute()
}

export function readAccount(row: Selectable<Tables['accounts']>): Account {
  const { id, tenant_id: tenantId, sign_in_name: signInName, name, role, created_at: createdAt } = row
  return {
    ...{
      id,
      tenantId,
      signInName,
      name,
      role,
      createdAt,
      hasPassword: row.password_hash !== null,
      hasProvider: row.provider_subject !== null,
    },
    ...(row.last_signed_in_at && { lastSignedInAt: row.last_signed_in_at }),
    ...(row.disabled_at && { disabledAt: row.disabled_at }),
  }
}
