import { type Selectable, type SqlBool, sql } from 'kysely'
import type { SpeechSegment } from '../domain/audio.ts'
import { firstIdSince, isId, newId } from '../domain/ids.ts'
import { type Delivery, type Job, type JobError, type JobStatus, PRIORITY, type WorkTask } from '../domain/job.ts'
import type { LanguageTag } from '../domain/language.ts'
import type { Submission } from '../domain/submission.ts'
import type { Word } from '../domain/transcript.ts'
import { confidential } from './sealed/seal-texts.ts'
import type { Handle, Tables } from './tables.ts'

/** Where every change of a job is announced, with its id. */
export const JOB_CHANNEL = 'osler_job'

/** A row as the domain's job. */
export function readJob(row: Selectable<Tables['jobs']>): Job {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    consultationId: row.consultation_id,
    door: row.door,
    task: row.task,
    priority: row.priority,
    status: row.status,
    progress: row.progress,
    language: row.language,
    kinds: row.kinds,
    hearing: row.hearing,
    noteOptions: row.note_options,
    limits: row.limits,
    doorState: row.echo,
    createdAt: row.created_at,
    ...(row.recording_id && { recordingId: row.recording_id }),
    ...(row.error && { error: row.error }),
    ...(row.delivery && { delivery: row.delivery }),
    ...(row.duration_ms !== null && { durationMs: row.duration_ms }),
    ...(row.callback_url && { callbackUrl: row.callback_url }),
    ...(row.client_request_id && { clientRequestId: row.client_request_id }),
    ...(row.finished_at && { finishedAt: row.finished_at }),
    ...(row.amendment && { amendment: row.amendment }),
  }
}

export interface NewJob {
  tenantId: string
  consultationId: string
  recordingId?: string | undefined
  submission: Omit<Submission, 'source'>
  task?: WorkTask
  priority?: number
  fingerprint: string
}

export async function insertJob(trx: Handle, { submission, ...ids }: NewJob): Promise<Job> {
  const row = await trx
    .insertInto('jobs')
    .values({
      id: newId(),
      tenant_id: ids.tenantId,
      consultation_id: ids.consultationId,
      recording_id: ids.recordingId ?? null,
      fingerprint: ids.fingerprint,
      task: ids.task ?? 'run',
      priority: ids.priority ?? PRIORITY.sent,
      door: submission.door,
      language: submission.language,
      kinds: JSON.stringify(submission.kinds),
      hearing: confidential(submission.hearing ?? {}),
      note_options: confidential(submission.noteOptions ?? {}),
      limits: JSON.stringify(submission.limits),
      echo: confidential(submission.doorState),
      callback_url: submission.callbackUrl ?? null,
      delivery: submission.callbackUrl ? 'pending' : null,
      client_request_id: submission.clientRequestId ?? null,
      idempotency_key: submission.idempotencyKey ?? null,
      amendment: submission.amendment ? JSON.stringify(submission.amendment) : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return readJob(row)
}

/** The tenant's job; undefined for an unknown id and for another tenant's. */
export async function findJob(db: Handle, tenantId: string, jobId: string): Promise<Job | undefined> {
  const job = await findAnyJob(db, jobId)
  return job?.tenantId === tenantId ? job : undefined
}

/** The job whoever it belongs to: for the operator and the pipeline, never for a door. */
export async function findAnyJob(db: Handle, jobId: string): Promise<Job | undefined> {
  if (!isId(jobId)) return undefined
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  return row && readJob(row)
}

/** The job that the same client request id, or the same idempotency key, made before. */
export async function findEarlierJob(db: Handle, tenantId: string, ids: RepeatIds) {
  const { clientRequestId = null, idempotencyKey = null } = ids
  const row = await db
    .selectFrom('jobs')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where((where) =>
      where.or([where('client_request_id', '=', clientRequestId), where('idempotency_key', '=', idempotencyKey)]),
    )
    .executeTakeFirst()
  return row && { job: readJob(row), fingerprint: row.fingerprint }
}

/** Nothing that somebody waits for was begun before. */
const LONGEST_WAIT_MS = 12 * 3_600_000

/** A job of the same fingerprint that is under way, or was done since. */
export async function findEqualJob(db: Handle, tenantId: string, fingerprint: string, doneSince: Date) {
  const row = await db
    .selectFrom('jobs')
    .selectAll()
    .where('id', '>', firstIdSince(new Date(doneSince.getTime() - LONGEST_WAIT_MS)))
    .where('tenant_id', '=', tenantId)
    .where('fingerprint', '=', fingerprint)
    .where((where) =>
      where.or([
        where('status', '=', 'ongoing'),
        where.and([where('status', '=', 'succeeded'), where('finished_at', '>', doneSince)]),
      ]),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && readJob(row)
}

export type RepeatIds = Pick<Submission, 'clientRequestId' | 'idempotencyKey'>

export interface JobFilter {
  status?: JobStatus | undefined
  delivery?: Delivery | undefined
  consultationId?: string | undefined
  limit: number
}

/** The newest jobs first, of one tenant or, without one, of all. */
export async function listJobs(db: Handle, tenantId: string | undefined, filter: JobFilter): Promise<Job[]> {
  let query = db.selectFrom('jobs').selectAll().orderBy('id', 'desc').limit(filter.limit)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.delivery) query = query.where('delivery', '=', filter.delivery)
  if (filter.consultationId) query = query.where('consultation_id', '=', filter.consultationId)
  return (await query.execute()).map(readJob)
}

/** All jobs of the tenant's consultations, oldest first. */
export async function listJobsOf(db: Handle, tenantId: string, consultationIds: readonly string[]): Promise<Job[]> {
  if (consultationIds.length === 0) return []
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('consultation_id', 'in', consultationIds)
    .orderBy('id')
    .execute()
  return rows.map(readJob)
}

/** The newest job about each recording of the consultations, by the recording's id. */
export async function newestJobs(db: Handle, consultationIds: readonly string[]): Promise<Map<string, Job>> {
  const rows = await db
    .selectFrom('jobs')
    .distinctOn('recording_id')
    .selectAll()
    .where('consultation_id', 'in', consultationIds)
    .where('recording_id', 'is not', null)
    .orderBy('recording_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.recording_id ?? '', readJob(row)]))
}

export interface StoredSegment extends SpeechSegment {
  engine: string
  model: string
  words: Word[]
  /** In which it was heard, where the engine was not told. */
  language?: LanguageTag | undefined
}

/** The speech segments that earlier runs of a job recognised. */
export async function loadSegments(db: Handle, jobId: string): Promise<StoredSegment[]> {
  const rows = await db.selectFrom('stretches').selectAll().where('job_id', '=', jobId).execute()
  return rows.map(({ engine, model, channel, words, language, ...times }) => ({
    ...{ engine, model, channel, words, startMs: times.start_ms, endMs: times.end_ms },
    ...(language && { language }),
  }))
}

/**
 * Stores a segment's words and raises the job's progress, in one statement; a second time changes nothing. False
 * when the job is gone or has ended.
 */
export async function saveSegment(
  db: Handle,
  jobId: string,
  { engine, model, channel, startMs, endMs, words, language }: StoredSegment,
  progress: number,
): Promise<boolean> {
  const { rows } = await sql`
    with job as (
      update jobs set progress = greatest(progress, ${progress}) where id = ${jobId} and status = 'ongoing' returning id
    ), stretch as (
      insert into stretches (job_id, engine, model, channel, start_ms, end_ms, words, language)
      select id, ${engine}, ${model}, ${channel}::integer, ${startMs}::integer, ${endMs}::integer, ${confidential(words)}::jsonb, ${language ?? null}::text
      from job on conflict do nothing
    )
    select pg_notify(${JOB_CHANNEL}, id::text) from job
  `.execute(db)
  return rows.length > 0
}

/** Notes how far the work has come. */
export async function saveProgress(db: Handle, jobId: string, progress: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ progress: sql`greatest(progress, ${progress})` })
    .where('id', '=', jobId)
    .returning(announce)
    .execute()
}

/** Notes how long the recording is and how far the work has come. */
export async function saveDecoded(db: Handle, jobId: string, durationMs: number, progress: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ duration_ms: durationMs, progress: sql`greatest(progress, ${progress})` })
    .where('id', '=', jobId)
    .returning(announce)
    .execute()
}

/** The language that was heard, where the request did not tell it. */
export async function setLanguage(trx: Handle, jobId: string, language: LanguageTag): Promise<void> {
  await trx.updateTable('jobs').set({ language }).where('id', '=', jobId).execute()
}

/** A try ended in an error, which counts as so many more; answers how many did, undefined when the job is gone. */
export async function countAttempt(db: Handle, jobId: string, more: number): Promise<number | undefined> {
  const row = await db
    .updateTable('jobs')
    .set({ attempts: sql`attempts + ${sql.lit(more)}` })
    .where('id', '=', jobId)
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts
}

/** Holds the job until the transaction ends, so that one worker ends it; answers how it stands, undefined when it is gone. */
export async function lockJob(trx: Handle, jobId: string): Promise<JobStatus | undefined> {
  const row = await trx.selectFrom('jobs').select('status').where('id', '=', jobId).forUpdate().executeTakeFirst()
  return row?.status
}

/** The job is done; its segments are now in the transcript. */
export async function finishJob(trx: Handle, jobId: string): Promise<void> {
  await trx.deleteFrom('stretches').where('job_id', '=', jobId).execute()
  await trx
    .updateTable('jobs')
    .set({ status: 'succeeded', progress: 1, error: null, finished_at: sql`now()` })
    .where('id', '=', jobId)
    .returning(announce)
    .execute()
}

/** The job has failed, unless another worker has ended it meanwhile. */
export async function failJob(trx: Handle, jobId: string, error: JobError): Promise<void> {
  await trx
    .updateTable('jobs')
    .set({ status: 'failed', error: JSON.stringify(error), finished_at: sql`now()` })
    .where('id', '=', jobId)
    .where('status', '=', 'ongoing')
    .returning(announce)
    .execute()
}

/** Makes a failed job ongoing again; what was recognised of it stays. */
export async function reopenJob(trx: Handle, jobId: string): Promise<void> {
  await trx
    .updateTable('jobs')
    .set({ status: 'ongoing', error: null, attempts: 0, finished_at: null, queued_at: null, begun_at: null })
    .where('id', '=', jobId)
    .where('status', '=', 'failed')
    .returning(announce)
    .execute()
}

/** Ids of all jobs that have ended and whose callback is still to be taken, oldest first. */
export async function listUndelivered(db: Handle): Promise<string[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('status', '!=', 'ongoing')
    .where('delivery', '=', 'pending')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Tells every process that the updated job has changed. */
const announce = sql<SqlBool>`pg_notify(${sql.lit(JOB_CHANNEL)}, id::text)`.as('announced')
