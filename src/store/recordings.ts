import { sql } from 'kysely'
import type { Hearing, Overlap, Series, StoredRecording } from '../domain/consultation.ts'
import { isId, newId } from '../domain/ids.ts'
import type { ChunkPlace, StagedAudio } from '../domain/submission.ts'
import { newestJobs, readJob } from './jobs.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle } from './tables.ts'

export interface NewRecording {
  tenantId: string
  consultationId: string
  /** The recording, or the address that the job is to fetch it from. */
  audio?: StagedAudio | undefined
  address?: string | undefined
  seriesId?: string | undefined
  /** Its number in the series; whole recordings are numbered by themselves. */
  position?: number | undefined
  startedAt?: Date | undefined
  endedAt?: Date | undefined
}

/** Stores a recording; answers its id and number. */
export async function insertRecording(trx: Handle, recording: NewRecording) {
  const { tenantId, consultationId, audio, address, seriesId = null } = recording
  return trx
    .insertInto('recordings')
    .values({
      id: newId(),
      tenant_id: tenantId,
      consultation_id: consultationId,
      ...audioColumns(audio),
      // SECURITY: it may be signed, and then opens the recording to whoever has it.
      ...(address !== undefined && { source: confidential({ address }) }),
      series_id: seriesId,
      position: recording.position ?? countWhole(consultationId),
      started_at: recording.startedAt ?? null,
      ended_at: recording.endedAt ?? null,
    })
    .returning(['id', 'position', 'created_at as createdAt'])
    .executeTakeFirstOrThrow()
}

const countWhole = (consultationId: string) =>
  sql<number>`(select count(*)::integer from recordings where consultation_id = ${consultationId} and series_id is null)`

function audioColumns(audio: StagedAudio | undefined) {
  const { key = null, bytes = null, sha256 = null, container = null } = audio ?? {}
  return { blob_key: key, bytes, sha256, container }
}

/** Puts a fetched recording in place of its address. False when the recording is gone, or was fetched meanwhile. */
export async function setRecordingAudio(db: Handle, recordingId: string, audio: StagedAudio): Promise<boolean> {
  const row = await db
    .updateTable('recordings')
    .set({ ...audioColumns(audio), source: null, address: null })
    .where('id', '=', recordingId)
    .where('blob_key', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Where a recording's bytes are, and, for a chunk, where those of its neighbours are that have come so far. */
export async function locateRecording(db: Handle, recordingId: string) {
  const row = await db.selectFrom('recordings').selectAll().where('id', '=', recordingId).executeTakeFirst()
  if (row === undefined) return undefined
  const address = row.source?.address ?? row.address
  const place = {
    ...(row.blob_key && { blobKey: row.blob_key }),
    ...(row.sha256 && { sha256: row.sha256 }),
    ...(address && { address }),
  }
  if (row.series_id === null) return place
  const neighbors = await db
    .selectFrom('recordings')
    .select(['position', 'blob_key'])
    .where('series_id', '=', row.series_id)
    .where('position', 'in', [row.position - 1, row.position + 1])
    .execute()
  const keyOf = (position: number) => neighbors.find((neighbor) => neighbor.position === position)?.blob_key
  return { ...place, beforeKey: keyOf(row.position - 1) ?? undefined, afterKey: keyOf(row.position + 1) ?? undefined }
}

/** Where the chunks of a series are, in order of their numbers. */
export async function listChunkBlobs(db: Handle, seriesId: string): Promise<{ blobKey: string; sha256: string }[]> {
  const rows = await db
    .selectFrom('recordings')
    .select(['blob_key', 'sha256'])
    .where('series_id', '=', seriesId)
    .orderBy('position')
    .execute()
  return rows.flatMap(({ blob_key: blobKey, sha256 }) => (blobKey && sha256 ? [{ blobKey, sha256 }] : []))
}

/** How the recording was heard: with how much of its neighbours, and by an engine that punctuates or not. */
export async function setHearing(
  trx: Handle,
  recordingId: string,
  { overlap, isPunctuated }: { overlap: Overlap; isPunctuated: boolean },
): Promise<void> {
  await trx
    .updateTable('recordings')
    .set({
      overlap_before_ms: overlap.beforeMs,
      overlap_after_ms: overlap.afterMs,
      is_punctuated: isPunctuated,
    })
    .where('id', '=', recordingId)
    .execute()
}

/** The recordings of a consultation in the order of their ids, each with its newest job and how it was heard. */
export async function listRecordings(db: Handle, tenantId: string, consultationId: string): Promise<StoredRecording[]> {
  const rows = await db
    .selectFrom('recordings')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()
  const jobOf = await newestJobs(db, [consultationId])
  const hearings = await listHearings(db, consultationId)
  return rows.map((row) => {
    const job = jobOf.get(row.id)
    const heard = job?.status === 'succeeded' ? hearings.get(job.id) : undefined
    return {
      id: row.id,
      position: row.position,
      createdAt: row.created_at,
      overlap: { beforeMs: row.overlap_before_ms, afterMs: row.overlap_after_ms },
      ...(row.sha256 && { sha256: row.sha256 }),
      ...(row.series_id && { seriesId: row.series_id }),
      ...(row.started_at && { startedAt: row.started_at }),
      ...(row.ended_at && { endedAt: row.ended_at }),
      ...(row.pauses_ms.length > 0 && { pausesMs: row.pauses_ms }),
      ...(job && { job }),
      ...(heard && { heard: { ...heard, ...(row.is_punctuated !== null && { isPunctuated: row.is_punctuated }) } }),
    }
  })
}

/** What jobs of the consultation heard, without the words. */
async function listHearings(db: Handle, consultationId: string): Promise<Map<string, Hearing>> {
  const rows = await db
    .selectFrom('transcripts')
    .select(['job_id as jobId', 'language', 'duration_ms as durationMs', 'engine', 'model', 'warnings'])
    .where('consultation_id', '=', consultationId)
    .execute()
  return new Map(rows.map((row) => [row.jobId, row]))
}

export async function insertSeries(db: Handle, tenantId: string, consultationId: string): Promise<Series> {
  const row = await db
    .insertInto('series')
    .values({ id: newId(), tenant_id: tenantId, consultation_id: consultationId, finished_at: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { id: row.id, createdAt: row.created_at }
}

/** The tenant's series; undefined when it has none of this id. */
export async function findSeries(db: Handle, tenantId: string, id: string) {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('series')
    .select(['id', 'consultation_id', 'finished_at'])
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row && { id: row.id, consultationId: row.consultation_id, isFinished: row.finished_at !== null }
}

/** The series of a consultation, oldest first. */
export async function listSeries(db: Handle, tenantId: string, consultationId: string): Promise<Series[]> {
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, created_at, finished_at }) => ({
    id,
    createdAt: created_at,
    ...(finished_at && { finishedAt: finished_at }),
  }))
}

/** Notes when the series ended; a second time changes nothing. False when there is none of this id. */
export async function finishSeries(db: Handle, tenantId: string, consultationId: string, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const row = await db
    .updateTable('series')
    .set({ finished_at: sql`coalesce(finished_at, now())` })
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .where('tenant_id', '=', tenantId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The chunk with a number, and its newest job. */
export async function findChunk(db: Handle, { seriesId, position }: ChunkPlace) {
  const row = await db
    .selectFrom('recordings')
    .innerJoin('jobs', 'jobs.recording_id', 'recordings.id')
    .selectAll('jobs')
    .select(['recordings.id as recordingId', 'recordings.sha256'])
    .where('series_id', '=', seriesId)
    .where('position', '=', position)
    .orderBy('jobs.id', 'desc')
    .executeTakeFirst()
  return row && { id: row.recordingId, sha256: row.sha256, job: readJob(row) }
}

/** Deletes a recording with its jobs; answers the key of its blob, which the caller deletes. */
export async function deleteRecording(db: Handle, id: string): Promise<string | undefined> {
  const row = await db.deleteFrom('recordings').where('id', '=', id).returning('blob_key').executeTakeFirst()
  return row?.blob_key ?? undefined
}

/** Where the tenant's recording is kept; undefined when it has none of this id, or its sound has not come yet. */
export async function findStoredAudio(db: Handle, tenantId: string, id: string): Promise<StagedAudio | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('recordings')
    .select(['blob_key', 'bytes', 'sha256', 'container'])
    .where('id', '=', id)
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  const { blob_key: key, bytes, sha256, container } = row ?? {}
  return key && bytes && sha256 && container ? { key, bytes, sha256, container } : undefined
}
