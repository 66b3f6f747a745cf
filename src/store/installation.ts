import { sql } from 'kysely'
import { newId } from '../domain/ids.ts'
import type { Handle } from './tables.ts'

/** What tells this database from every other; made when it is first asked for. */
export async function ensureInstallation(db: Handle): Promise<string> {
  const known = await db.selectFrom('installation').select('id').executeTakeFirst()
  if (known) return known.id
  await db
    .insertInto('installation')
    .values({ id: newId() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()).id
}

/** The latest time that was noted; undefined where none was. */
export async function findLatestTime(db: Handle): Promise<Date | undefined> {
  const row = await db.selectFrom('installation').select('latest_seen_at').executeTakeFirst()
  return row?.latest_seen_at ?? undefined
}

/** Notes a time that is later than the one that is there. */
export async function noteLatestTime(db: Handle, now: Date): Promise<void> {
  const latest = sql<Date>`greatest(latest_seen_at, ${now.toISOString()}::timestamptz)`
  await db.updateTable('installation').set({ latest_seen_at: latest }).execute()
}
