import type { Account } from '../domain/account.ts'
import { readAccount } from './accounts.ts'
import type { Handle } from './tables.ts'

/** Who somebody is at the organisation's provider. */
interface Person {
  issuer: string
  subject: string
}

/** The account that is theirs, also a disabled one. */
export async function findAccountOfPerson(db: Handle, { issuer, subject }: Person): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('provider_issuer', '=', issuer)
    .where('provider_subject', '=', subject)
    .executeTakeFirst()
  return row && readAccount(row)
}

/**
 * Makes the account of this name theirs from now on. SECURITY: one that is somebody's already stays so, for an e-mail
 * address may be given to another person.
 */
export async function linkAccount(
  db: Handle,
  tenantId: string,
  signInName: string,
  { issuer, subject }: Person,
): Promise<Account | undefined> {
  const row = await db
    .updateTable('accounts')
    .set({ provider_issuer: issuer, provider_subject: subject })
    .where('tenant_id', '=', tenantId)
    .where('sign_in_name', '=', signInName)
    .where('provider_subject', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && readAccount(row)
}
