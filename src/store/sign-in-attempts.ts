import { newToken } from '../platform/secrets.ts'
import { hashSecret } from './keys.ts'
import type { Handle } from './tables.ts'

/** As long as somebody looks for a device, or types a password at the provider. */
const ATTEMPT_MS = 10 * 60_000

/** What is remembered of somebody who begins to sign in, until they come back. */
interface Attempt {
  /** Whose it is, where somebody is signed in already. */
  accountId?: string | undefined
  content?: string
}

/** Remembers it for a while; answers the secret that must come back, which stands nowhere. Any process may take it. */
export async function beginAttempt(
  db: Handle,
  { accountId, content = '' }: Attempt,
  secret = newToken(),
  now = new Date(),
): Promise<string> {
  const ends_at = new Date(now.getTime() + ATTEMPT_MS)
  await db
    .insertInto('sign_in_attempts')
    .values({ secret_hash: hashSecret(secret), account_id: accountId ?? null, content, ends_at })
    .execute()
  return secret
}

/** What was remembered, once; undefined where it was taken before, has ended, or is another account's. */
export async function takeAttempt(
  db: Handle,
  secret: string,
  accountId?: string,
  now = new Date(),
): Promise<{ content: string } | undefined> {
  return db
    .deleteFrom('sign_in_attempts')
    .where('secret_hash', '=', hashSecret(secret))
    .where('account_id', 'is not distinct from', accountId ?? null)
    .where('ends_at', '>', now)
    .returning('content')
    .executeTakeFirst()
}

/** Forgets those that nobody came back from. */
export async function forgetEndedAttempts(db: Handle, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('ends_at', '<', now).execute()
}
