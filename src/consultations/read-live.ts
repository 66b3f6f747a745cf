import type { VersionedSession } from '../domain/consultation-record.ts'
import type { StoredSession } from '../domain/session.ts'
import { readSessionMark } from '../store/session-mark.ts'
import type { Handle } from '../store/tables.ts'
import { readHeardOn } from './read-heard.ts'

/** Some ten hours of speech, of which each is 5 MB with its words. PATIENT DATA: they are held by this process alone. */
const MOST_ITEMS_KEPT = 12_000

interface Kept {
  mark: string
  stored: StoredSession | undefined
  session: VersionedSession
}

/**
 * Reads what `readHeard` reads. It is asked for every few seconds by who looks on: while nothing has changed, whichever
 * process would have changed it, what was read last is the answer; behind a change, what changed is read.
 */
export function openLiveSessions(db: Handle): (tenantId: string, id: string) => Promise<VersionedSession> {
  const kept = new Map<string, Kept>()
  return async (tenantId, id) => {
    const key = `${tenantId} ${id}`
    // First, so that what is kept is never older than its mark says.
    const mark = await readSessionMark(db, tenantId, id)
    const known = kept.get(key)
    const current = known?.mark === mark ? known : { mark, ...(await readHeardOn(db, tenantId, id, known?.stored)) }
    kept.delete(key)
    kept.set(key, current)
    forgetOldest(kept)
    return current.session
  }
}

/** One that is empty counts as an item. */
function forgetOldest(kept: Map<string, Kept>): void {
  const sizeOf = ({ stored }: Kept) => 1 + (stored?.items.length ?? 0)
  let items = [...kept.values()].reduce((sum, one) => sum + sizeOf(one), 0)
  for (const [key, one] of [...kept].slice(0, -1)) {
    if (items <= MOST_ITEMS_KEPT) return
    kept.delete(key)
    items -= sizeOf(one)
  }
}
