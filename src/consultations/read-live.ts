import type { VersionedSession } from '../domain/consultation-record.ts'
import type { Item } from '../domain/transcript.ts'
import { readSessionMark } from '../store/session-mark.ts'
import type { Handle } from '../store/tables.ts'
import { readHeard } from './read-heard.ts'

/** Two hours of speech are a megabyte of texts. PATIENT DATA: they are held by this process alone. */
const MOST_KEPT = 50

/**
 * Reads what `readHeard` reads, of the items their texts without words. It is asked for every few seconds by who looks on:
 * while nothing has changed, whichever process would have changed it, what was read last is the answer, and how much was
 * said costs nothing.
 */
export function openLiveSessions(db: Handle): (tenantId: string, id: string) => Promise<VersionedSession> {
  const kept = new Map<string, { mark: string; session: VersionedSession }>()
  return async (tenantId, id) => {
    const key = `${tenantId} ${id}`
    // First, so that what is kept is never older than its mark says.
    const mark = await readSessionMark(db, tenantId, id)
    const known = kept.get(key)
    const session = known?.mark === mark ? known.session : withoutWords(await readHeard(db, tenantId, id))
    kept.delete(key)
    kept.set(key, { mark, session })
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
    return session
  }
}

function withoutWords({ transcript, recordings, items, ...session }: VersionedSession): VersionedSession {
  const strip = (all: readonly Item[]) => all.map((item) => ({ ...item, words: [] }))
  const stripped = new Map([...items].map(([id, own]) => [id, strip(own)]))
  return {
    ...session,
    ...(transcript && { transcript: { ...transcript, items: strip(transcript.items) } }),
    recordings: recordings.map(({ transcript: heard, ...recording }) => ({
      ...recording,
      ...(heard && { transcript: { ...heard, items: stripped.get(recording.id) ?? [] } }),
    })),
    items: stripped,
  }
}
