import { sql } from 'kysely'
import { isId } from '../domain/ids.ts'
import type {
  NewItem,
  SessionChange,
  SessionEmbedding,
  SessionVoice,
  StoredItem,
  StoredSession,
} from '../domain/session.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle, StoredEmbedding } from './tables.ts'

/** Where every change of a session is announced, by the session's id. */
export const SESSION_CHANNEL = 'osler_session'

/** A statement takes 65,535 values: four hours of speech are some 5,000 items. */
const ROWS_AT_ONCE = 1000

/**
 * Locks the session until the transaction ends, so that changes come one after the other; it is made where there is none
 * yet. True when it is new.
 */
export async function lockSession(trx: Handle, tenantId: string, sessionId: string): Promise<boolean> {
  const added = await trx
    .insertInto('sessions')
    .values({ id: sessionId, tenant_id: tenantId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  await trx.selectFrom('sessions').select('id').where('id', '=', sessionId).forUpdate().execute()
  return added !== undefined
}

/**
 * Writes a change of a session that is there, in the caller's transaction, and announces it when that commits. Each item
 * and voice that changes gets a number of its own, which is never used again; an item's first number is its id. Answers the
 * last number, and the ids of what was added.
 */
export async function appendToSession(
  trx: Handle,
  sessionId: string,
  change: SessionChange,
): Promise<{ sequence: number; ids: string[] }> {
  const { added, revised, merged, voices } = change
  let number = await takeNumbers(trx, sessionId, added.length + revised.length + merged.size + voices.length)
  const rows = added.map((item) => rowOf(sessionId, item, ++number))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await trx
      .insertInto('session_items')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
  }
  const itemsOf = () => trx.updateTable('session_items').where('session_id', '=', sessionId)
  for (const item of revised) {
    const { session_id: _, id, ...row } = rowOf(sessionId, item, ++number)
    await itemsOf().set(row).where('id', '=', id).execute()
  }
  for (const [id, into] of merged) {
    await itemsOf().set({ merged_into: into }).where('merged_into', '=', id).execute()
    await itemsOf().set({ merged_into: into, content: '{}', sequence: ++number }).where('id', '=', id).execute()
  }
  for (const voice of voices) await saveVoice(trx, sessionId, voice, ++number)
  const ids = rows.map(({ id }) => id)
  await sql`select pg_notify(${SESSION_CHANNEL}, ${sessionId})`.execute(trx)
  return { sequence: number, ids }
}

/** An id that the next item may have: it is given to no other. The session is locked by the caller. */
export async function reserveId(trx: Handle, sessionId: string): Promise<string> {
  return `i${(await takeNumbers(trx, sessionId, 1)) + 1}`
}

/** The number before the first of those that are taken. */
async function takeNumbers(trx: Handle, sessionId: string, count: number): Promise<number> {
  const { sequence } = await trx
    .updateTable('sessions')
    .set({ sequence: sql`sequence + ${count}::integer` })
    .where('id', '=', sessionId)
    .returning('sequence')
    .executeTakeFirstOrThrow()
  return sequence - count
}

function rowOf(sessionId: string, item: NewItem, number: number) {
  const { id = `i${number}`, recordingId, startMs, endMs, speakerLabel: voice = null, ...content } = item
  return {
    ...{ session_id: sessionId, id, sequence: number, recording_id: recordingId },
    start_ms: startMs,
    end_ms: endMs,
    voice,
    content: confidential(content),
  }
}

const toStored = (embedding: SessionEmbedding | undefined): Partial<StoredEmbedding> =>
  embedding ? { print: embedding.mean, recordings: embedding.recordings } : {}

async function saveVoice(trx: Handle, sessionId: string, voice: SessionVoice, sequence: number): Promise<void> {
  const row = {
    sequence,
    speaker: voice.speaker,
    speaker_confidence: voice.speakerConfidence ?? null,
    embedding: confidential(toStored(voice.embedding)),
  }
  await trx
    .insertInto('session_voices')
    .values({ ...row, session_id: sessionId, label: voice.label })
    .onConflict((conflict) => conflict.columns(['session_id', 'label']).doUpdateSet(row))
    .execute()
}

/**
 * All that is stored of the tenant's session, or what changed behind the number `after`: one query for items, one for
 * voices. Undefined where nothing is stored, and for another tenant's.
 */
export async function readSession(
  db: Handle,
  tenantId: string,
  sessionId: string,
  after = 0,
): Promise<StoredSession | undefined> {
  if (!isId(sessionId)) return undefined
  const session = await db
    .selectFrom('sessions')
    .select('sequence')
    .where('id', '=', sessionId)
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (session === undefined) return undefined
  const rows = await db
    .selectFrom('session_items')
    .select(['id', 'recording_id', 'start_ms', 'end_ms', 'voice', 'content', 'merged_into'])
    .where('session_id', '=', sessionId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .execute()
  const items: StoredItem[] = []
  const merged = new Map<string, string>()
  for (const { id, recording_id: recordingId, start_ms: startMs, end_ms: endMs, ...row } of rows) {
    if (row.merged_into !== null) merged.set(id, row.merged_into)
    else items.push({ id, recordingId, startMs, endMs, ...(row.voice && { speakerLabel: row.voice }), ...row.content })
  }
  return { ...session, items, merged, voices: await readVoices(db, sessionId, after) }
}

async function readVoices(db: Handle, sessionId: string, after: number): Promise<SessionVoice[]> {
  const rows = await db
    .selectFrom('session_voices')
    .select(['label', 'speaker', 'speaker_confidence', 'embedding'])
    .where('session_id', '=', sessionId)
    .where('sequence', '>', after)
    .orderBy('label')
    .execute()
  return rows.map(({ label, speaker, speaker_confidence: speakerConfidence, embedding: { print, recordings } }) => ({
    label,
    speaker,
    ...(speakerConfidence !== null && { speakerConfidence }),
    ...(print && recordings && { embedding: { mean: print, recordings } }),
  }))
}
