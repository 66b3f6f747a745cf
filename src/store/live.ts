import { sql } from 'kysely'
import { isId, newId } from '../domain/ids.ts'
import { bytesPerMs, type LiveSound } from '../domain/live.ts'
import type { Handle } from './tables.ts'

/** A recording that goes on, and by which name it is held: nobody else adds to it. */
export interface HeldRecording {
  recordingId: string
  consultationId: string
  jobId: string
  holder: string
  sound: LiveSound
  /** How many bytes of it are kept. */
  position: number
}

/** One that nobody has held for so long goes on no more: it is heard as it is. A client that was cut off has this long. */
const LOST_AFTER = sql`interval '60 seconds'`

/** Begins a recording whose row is there. */
export async function insertLive(trx: Handle, recordingId: string, jobId: string, sound: LiveSound): Promise<string> {
  const holder = newId()
  const { sampleRate: sample_rate, channels } = sound
  await trx
    .insertInto('live_recordings')
    .values({ recording_id: recordingId, job_id: jobId, sample_rate, channels, holder })
    .execute()
  return holder
}

/** Takes over the tenant's recording that goes on, whoever held it; undefined where there is none of this id any more. */
export async function takeOverLive(db: Handle, tenantId: string, id: string): Promise<HeldRecording | undefined> {
  if (!isId(id)) return undefined
  const holder = newId()
  const row = await db
    .updateTable('live_recordings')
    .set({ holder, seen_at: sql`now()` })
    .from('recordings')
    .whereRef('recordings.id', '=', 'live_recordings.recording_id')
    .where('recordings.id', '=', id)
    .where('recordings.tenant_id', '=', tenantId)
    .where('live_recordings.ended_at', 'is', null)
    .returning(['consultation_id as consultationId', 'job_id as jobId', 'sample_rate as sampleRate', 'channels'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { sampleRate, channels, ...ids } = row
  const pieces = await listPieces(db, id)
  const position = pieces.reduce((sum, { bytes }) => sum + bytes, 0)
  return { recordingId: id, ...ids, holder, sound: { sampleRate, channels }, position }
}

/** What pauses more often is marked no more. */
const MOST_PAUSES = 1000

type Held = Pick<HeldRecording, 'recordingId' | 'holder'>

/** Notes that it goes on. False when somebody else holds it, it has ended, or is gone. */
export async function touchLive(db: Handle, { recordingId, holder }: Held): Promise<boolean> {
  const row = await db
    .updateTable('live_recordings')
    .set({ seen_at: sql`now()` })
    .where('recording_id', '=', recordingId)
    .where('holder', '=', holder)
    .where('ended_at', 'is', null)
    .returning('recording_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps the next piece, in one statement with the look who holds the recording. False as above. */
export async function insertPiece(db: Handle, { recordingId, holder }: Held, piece: Piece): Promise<boolean> {
  const { rows } = await sql`
    with held as (
      update live_recordings set seen_at = now()
      where recording_id = ${recordingId} and holder = ${holder} and ended_at is null
      returning recording_id
    )
    insert into live_pieces (recording_id, position, bytes, blob_key)
    select recording_id, ${piece.position}::bigint, ${piece.bytes}::integer, ${piece.blobKey}::text from held
    returning position
  `.execute(db)
  return rows.length > 0
}

export interface Piece {
  position: number
  bytes: number
  blobKey: string
}

/** In order. */
export async function listPieces(db: Handle, recordingId: string): Promise<Piece[]> {
  const rows = await db
    .selectFrom('live_pieces')
    .select(['position', 'bytes', 'blob_key as blobKey'])
    .where('recording_id', '=', recordingId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** Marks that somebody paused at this place, unless that is known or nobody of this name holds the recording. */
export async function markPause(db: Handle, { recordingId, holder }: Held, atMs: number): Promise<void> {
  await sql`
    update recordings set pauses_ms = (select array_agg(distinct place order by place) from unnest(pauses_ms || ${atMs}::integer) place)
    where id = ${recordingId} and cardinality(pauses_ms) < ${MOST_PAUSES}
      and exists (select from live_recordings where recording_id = ${recordingId} and holder = ${holder} and ended_at is null)
  `.execute(db)
}

/** Nothing is added from now on; false as above. */
export async function endLive(trx: Handle, { recordingId, holder }: Held): Promise<boolean> {
  if (!(await touchLive(trx, { recordingId, holder }))) return false
  await trx
    .updateTable('live_recordings')
    .set({ ended_at: sql`now()` })
    .where('recording_id', '=', recordingId)
    .execute()
  return true
}

/**
 * How a recording's sound came, once it has ended or was lost, which ends it; `going on` while it may still be added to, and
 * undefined of a recording that is whole.
 */
export async function endLost(db: Handle, recordingId: string): Promise<LiveSound | 'going on' | undefined> {
  const row = await db
    .updateTable('live_recordings')
    .set({ ended_at: sql`coalesce(ended_at, case when seen_at < now() - ${LOST_AFTER} then now() end)` })
    .where('recording_id', '=', recordingId)
    .returning(['ended_at', 'sample_rate as sampleRate', 'channels'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return row.ended_at === null ? 'going on' : { sampleRate: row.sampleRate, channels: row.channels }
}

/** How many milliseconds are kept of a consultation's recording that goes on; undefined where none does. */
export async function readKeptMs(db: Handle, consultationId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('live_recordings')
    .innerJoin('recordings', 'recordings.id', 'live_recordings.recording_id')
    .leftJoin('live_pieces', 'live_pieces.recording_id', 'live_recordings.recording_id')
    .select(['sample_rate as sampleRate', 'channels', ({ fn }) => fn.sum('live_pieces.bytes').as('bytes')])
    .where('consultation_id', '=', consultationId)
    .where('live_recordings.ended_at', 'is', null)
    .groupBy('live_recordings.recording_id')
    .orderBy('live_recordings.recording_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && Math.floor(Number(row.bytes ?? 0) / bytesPerMs(row))
}

/** Forgets the pieces: the recording is whole. */
export async function deleteLive(trx: Handle, recordingId: string): Promise<void> {
  await trx.deleteFrom('live_recordings').where('recording_id', '=', recordingId).execute()
}
