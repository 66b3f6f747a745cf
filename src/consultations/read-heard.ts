import type { Session } from '../domain/consultation.ts'
import type { VersionedSession } from '../domain/consultation-record.ts'
import type { Corrections } from '../domain/revision.ts'
import type { StoredSession } from '../domain/session.ts'
import { type Item, shiftItems } from '../domain/transcript.ts'
import { readCorrections } from '../store/revisions.ts'
import type { Handle } from '../store/tables.ts'
import { layOverTranscript } from './lay-over.ts'
import { readSessionOn } from './read-session.ts'

/** A consultation's recordings and what was said in them, as far as it is heard and as people left it. */
export async function readHeard(db: Handle, tenantId: string, id: string): Promise<VersionedSession> {
  return (await readHeardOn(db, tenantId, id)).session
}

/** The same where some of what was said was read before. */
export async function readHeardOn(
  db: Handle,
  tenantId: string,
  id: string,
  known?: StoredSession,
): Promise<{ session: VersionedSession; stored: StoredSession | undefined }> {
  const { session, stored } = await readSessionOn(db, tenantId, id, known)
  return { session: layOverSession(session, (await readCorrections(db, [id])).get(id)), stored }
}

/** A session as people left it. */
export function layOverSession(
  { transcript: heard, ...session }: Session,
  corrections: Corrections | undefined,
): VersionedSession {
  if (heard === undefined) return session
  const transcript = layOverTranscript(heard, corrections)
  if (!corrections?.transcript) return { ...session, transcript }
  return { ...session, transcript, items: splitByRecording(transcript.items, session) }
}

/** What each recording says: the items from where it begins to where another one does, in its own times. */
function splitByRecording(items: readonly Item[], { items: heard, startsMs }: Omit<Session, 'transcript'>) {
  const starts = [...heard.keys()]
    .map((id) => ({ id, startMs: startsMs.get(id) ?? 0 }))
    .sort((a, b) => a.startMs - b.startMs)
  const indexOf = (item: Item) =>
    Math.max(
      0,
      starts.findLastIndex(({ startMs }) => startMs <= item.startMs),
    )
  const groups = Map.groupBy(items, indexOf)
  return new Map(starts.map(({ id, startMs }, at) => [id, shiftItems(groups.get(at) ?? [], -startMs)]))
}
