import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

/** So long an answer is given again to who sends the same request again. */
export const ANSWERS_KEPT_MS = 24 * 3_600_000

export interface KeptAnswer {
  /** Of what was asked. */
  fingerprint: string
  /** Null while it is being made. */
  answer: object | null
  createdAt: Date
}

/** Notes that an answer is being made for this key; false when the key is taken. */
export async function claimAnswer(db: Handle, tenantId: string, key: string, fingerprint: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('kept_answers')
    .values({ tenant_id: tenantId, key, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function keepAnswer(db: Handle, tenantId: string, key: string, answer: object): Promise<void> {
  await db
    .updateTable('kept_answers')
    .set({ answer: confidential(answer) })
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .execute()
}

export function findKeptAnswer(db: Handle, tenantId: string, key: string): Promise<KeptAnswer | undefined> {
  return db
    .selectFrom('kept_answers')
    .select(['fingerprint', 'answer', 'created_at as createdAt'])
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function forgetAnswer(db: Handle, tenantId: string, key: string): Promise<void> {
  await db.deleteFrom('kept_answers').where('tenant_id', '=', tenantId).where('key', '=', key).execute()
}

export async function forgetAnswersBefore(db: Handle, tenantId: string, time: Date): Promise<void> {
  await db.deleteFrom('kept_answers').where('tenant_id', '=', tenantId).where('created_at', '<', time).execute()
}
