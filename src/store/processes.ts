import { type Selectable, sql } from 'kysely'
import type { Handle, Tables } from './tables.ts'

export type ProcessRow = Selectable<Tables['processes']>
/** What a process tells of itself. */
export type ProcessState = Omit<ProcessRow, 'started_at' | 'seen_at' | 'is_ended' | 'clock_ahead_ms'>

/** How often each tells, and after what silence it counts as gone. */
export const TELL_MS = 30_000
const GONE_SECONDS = 120
/** What ended processes have measured counts for so long. */
const KEPT_DAYS = 7

/** Tells of this process, and how far its clock is off: by `now`, taken right before. */
export async function tellProcess(db: Handle, state: ProcessState, now: Date, isEnded = false): Promise<void> {
  const clock_ahead_ms = sql<number>`(extract(epoch from ${now.toISOString()}::timestamptz - clock_timestamp()) * 1000)::integer`
  const told = { ...state, clock_ahead_ms, seen_at: sql<Date>`now()`, is_ended: isEnded }
  await db
    .insertInto('processes')
    .values(told)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
}

/** Forgets those that have been silent for a week. */
export async function forgetProcesses(db: Handle): Promise<void> {
  await db
    .deleteFrom('processes')
    .where('seen_at', '<', sql<Date>`now() - make_interval(days => ${KEPT_DAYS})`)
    .execute()
}

/** All of the last week, each with whether it is there now. */
export async function listProcesses(db: Handle): Promise<(ProcessRow & { isThere: boolean })[]> {
  return db
    .selectFrom('processes')
    .selectAll()
    .select(sql<boolean>`not is_ended and seen_at > now() - make_interval(secs => ${GONE_SECONDS})`.as('isThere'))
    .orderBy('started_at')
    .execute()
}
