import type { Account } from '../domain/account.ts'
import { readAccount } from './accounts.ts'
import type { Handle } from './tables.ts'

/** Who goes on working signs in once a day (NIST SP 800-63B, AAL2: 12 hours). */
const LONGEST_MS = 12 * 3_600_000
/** That somebody is there is noted so often, so that reading stays reading. */
const SEEN_AFTER_MS = 15_000

export async function insertSession(
  db: Handle,
  accountId: string,
  secretHash: string,
  isFromProvider: boolean,
  now = new Date(),
): Promise<void> {
  const ends_at = new Date(now.getTime() + LONGEST_MS)
  await db
    .insertInto('account_sessions')
    .values({ secret_hash: secretHash, account_id: accountId, seen_at: now, ends_at, is_from_provider: isFromProvider })
    .execute()
  await db.updateTable('accounts').set({ last_signed_in_at: now }).where('id', '=', accountId).execute()
}

/** Whose session it is, since when, and that it goes on; undefined when it has ended, or was idle for too long. */
export async function findSession(
  db: Handle,
  secretHash: string,
  idleMinutes: number,
  now = new Date(),
): Promise<{ account: Account; beganAt: Date } | undefined> {
  const row = await db
    .selectFrom('account_sessions as session')
    .innerJoin('accounts', 'accounts.id', 'session.account_id')
    .selectAll('accounts')
    .select(['session.seen_at', 'session.ends_at'])
    .where('secret_hash', '=', secretHash)
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row && now.getTime() - row.seen_at.getTime() > SEEN_AFTER_MS)
    await db.updateTable('account_sessions').set({ seen_at: now }).where('secret_hash', '=', secretHash).execute()
  return row && { account: readAccount(row), beganAt: new Date(row.ends_at.getTime() - LONGEST_MS) }
}

/** Whether the session that has ended began at the organisation's provider. */
export async function endSession(db: Handle, secretHash: string): Promise<boolean> {
  const query = db.deleteFrom('account_sessions').where('secret_hash', '=', secretHash)
  return (await query.returning('is_from_provider').executeTakeFirst())?.is_from_provider ?? false
}

/** Forgets sessions that nobody could go on with. */
export async function forgetEndedSessions(db: Handle, now: Date): Promise<void> {
  await db.deleteFrom('account_sessions').where('ends_at', '<', now).execute()
}
