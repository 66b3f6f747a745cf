import pLimit, { type LimitFunction } from 'p-limit'

/** Runs work, so much of each key at once; the rest waits, and holds up no other key. */
export type Turns = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

/** @param atOnce how many of one key run at a time */
export function openTurns(atOnce: number): Turns {
  const limits = new Map<string, LimitFunction>()
  return async (key, work) => {
    const limit = limits.get(key) ?? pLimit(atOnce)
    limits.set(key, limit)
    try {
      return await limit(work)
    } finally {
      if (limit.activeCount + limit.pendingCount === 0) limits.delete(key)
    }
  }
}
