import type { Handle } from './tables.ts'

/** Notes that a token was used which may be used once; false where it was used before. `id` must not be guessable. */
export async function spendToken(db: Handle, id: string, endsAt: Date): Promise<boolean> {
  const made = await db
    .insertInto('spent_tokens')
    .values({ id, ends_at: endsAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Forgets tokens that nobody could use any more. */
export async function forgetSpentTokens(db: Handle, now: Date): Promise<void> {
  await db.deleteFrom('spent_tokens').where('ends_at', '<', now).execute()
}

/** Ends every token that a user has now. */
export async function endTokensOf(db: Handle, tenantId: string, userId: string): Promise<void> {
  const ended_at = new Date()
  await db
    .insertInto('ended_tokens')
    .values({ tenant_id: tenantId, user_id: userId, ended_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ ended_at }))
    .execute()
}

/** Whether a user's token that was made at this time was ended since. */
export async function isTokenEnded(db: Handle, tenantId: string, userId: string, madeAt: Date): Promise<boolean> {
  const row = await db
    .selectFrom('ended_tokens')
    .select('ended_at')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined && row.ended_at.getTime() >= madeAt.getTime()
}
