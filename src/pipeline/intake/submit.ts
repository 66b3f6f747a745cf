import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { OslerError } from '../../domain/errors.ts'
import { type Job, PRIORITY, type WorkTask } from '../../domain/job.ts'
import type { Source, Submission } from '../../domain/submission.ts'
import { checkKinds, chooseRecognizers, type Engines } from '../../engines/choose-engines.ts'
import { insertConsultation } from '../../store/consultations.ts'
import { handOut } from '../../store/hand-out.ts'
import { findEarlierJob, findEqualJob, insertJob } from '../../store/jobs.ts'
import { insertLive } from '../../store/live.ts'
import type { Queue } from '../../store/queue.ts'
import { insertRecording } from '../../store/recordings.ts'
import { saveTranscript } from '../../store/results.ts'
import type { Handle, Tables } from '../../store/tables.ts'
import { checkStorage, checkUnderWay, type Quotas } from './check-quota.ts'
import { type InspectTools, inspectBlob } from './inspect-blob.ts'
import { readTemplates } from './read-templates.ts'
import { readVocabulary } from './read-vocabulary.ts'

export interface SubmitTools extends Engines, InspectTools {
  db: Kysely<Tables>
  queue: Queue
  quotas: Quotas
}

/**
 * Accepts a piece of work: what a recording's header admits is checked, then consultation, recording, job and task are
 * stored in one transaction. Once this returns, the job survives the death of any process.
 */
export async function submit(tools: SubmitTools, tenantId: string, submission: Submission): Promise<Job> {
  const { source, language, limits, kinds } = submission
  checkKinds(tools.writers, kinds)
  if (source.type !== 'transcript') chooseRecognizers(tools.recognizers, language)
  if (source.type === 'audio') await inspectBlob(tools, tenantId, source.audio.key, limits)
  const settled = await settle(tools.db, tenantId, submission)
  return store(tools, tenantId, settled, fingerprintOf(submission.waiter ? settled : submission))
}

/** The submission with the tenant's templates and words as they stand now. */
async function settle(db: Handle, tenantId: string, submission: Submission): Promise<Submission> {
  const { noteOptions, hearing } = submission
  const templates = await readTemplates(db, tenantId, submission.kinds, noteOptions?.templates)
  const vocabulary = isOfWords(submission) ? [] : await readVocabulary(db, tenantId, hearing?.vocabulary)
  return {
    ...submission,
    ...(templates.length > 0 && { noteOptions: { ...noteOptions, templates } }),
    ...(vocabulary.length > 0 && { hearing: { ...hearing, vocabulary } }),
  }
}

async function store(tools: SubmitTools, tenantId: string, submission: Submission, fingerprint: string): Promise<Job> {
  const findEarlier = () => findSame(tools, tenantId, submission, fingerprint)
  const earlier = (await findEarlier()) ?? (await findShared(tools, tenantId, submission, fingerprint))
  if (earlier) return earlier
  await checkUnderWay(tools.db, tools.quotas, tenantId)
  const { source } = submission
  if (source.type === 'audio') await checkStorage(tools.db, tools.quotas, tenantId, source.audio)
  if (source.type === 'live') await checkStorage(tools.db, tools.quotas, tenantId, { bytes: 0 })
  const insert = tools.db.transaction().execute(async (trx) => {
    const consultationId = submission.consultationId ?? (await insertConsultation(trx, tenantId))
    const recordingId = await storeRecording(trx, tenantId, consultationId, submission.source)
    const task = taskFor(submission)
    const priority = priorityOf(submission)
    const job = await insertJob(trx, { tenantId, consultationId, recordingId, submission, fingerprint, task, priority })
    if (submission.source.type === 'transcript') await saveTranscript(trx, job, submission.source.transcript)
    // What goes on is heard by a task when it has ended.
    if (recordingId && submission.source.type === 'live')
      await insertLive(trx, recordingId, job.id, submission.source.sound)
    else await handOut(trx, tools.queue, job)
    return job
  })
  return insert.catch(async (error) => {
    // The same client request id may have come twice at once: the second meets the first one's row.
    const first = await findEarlier()
    if (first) return first
    throw error
  })
}

/** Nothing is heard. */
const isOfWords = ({ source, hearing }: Submission) => source.type === 'transcript' && !hearing?.seriesId

function taskFor(submission: Submission): WorkTask {
  const { source } = submission
  if (isOfWords(submission)) return 'write'
  return source.type === 'audio' && source.chunk ? 'hear_segment' : 'run'
}

function priorityOf({ source, hearing, waiter }: Submission): number {
  if (source.type === 'live' || hearing?.seriesId) return PRIORITY.live
  return waiter === undefined ? PRIORITY.sent : PRIORITY.waited
}

/** The id of the recording that the job is about; none for a job that begins with words. */
async function storeRecording(trx: Handle, tenantId: string, consultationId: string, source: Source) {
  if (source.type === 'transcript') return undefined
  if (source.type === 'recording') return source.recordingId
  const { id } = await insertRecording(trx, {
    ...{ tenantId, consultationId },
    ...(source.type === 'audio' && { audio: source.audio, ...source.chunk }),
    ...(source.type === 'address' && { address: source.address }),
    ...(source.type === 'live' && { startedAt: new Date() }),
  })
  return id
}

/** The job that the same client request id or idempotency key made before; its audio stays, the second copy goes. */
async function findSame(tools: SubmitTools, tenantId: string, submission: Submission, fingerprint: string) {
  if (submission.clientRequestId === undefined && submission.idempotencyKey === undefined) return undefined
  const earlier = await findEarlierJob(tools.db, tenantId, submission)
  if (earlier === undefined) return undefined
  if (earlier.fingerprint !== fingerprint) {
    const name = submission.clientRequestId === undefined ? 'idempotency key' : 'client request id'
    throw new OslerError('request_reused', `This ${name} was used before, with other content: send a new one.`)
  }
  if (submission.source.type === 'audio') await tools.blobs.delete(submission.source.audio.key)
  return earlier.job
}

/** How long who hung up may take to ask again: OpenAI's packages do within 8 s. */
const JUST_DONE_MS = 120_000

/** Equal work of one who waits for it, under way or just done; its audio stays, the second copy goes. */
async function findShared(tools: SubmitTools, tenantId: string, { waiter, source }: Submission, fingerprint: string) {
  if (waiter === undefined) return undefined
  const shared = await findEqualJob(tools.db, tenantId, fingerprint, new Date(Date.now() - JUST_DONE_MS))
  if (shared && source.type === 'audio') await tools.blobs.delete(source.audio.key)
  return shared
}

/** Equal for two submissions that ask the same of the same bytes. */
function fingerprintOf({ source, language, kinds, callbackUrl, door, doorState, ...more }: Submission): string {
  const { type, ...beginning } = source
  const content: unknown[] = [
    type === 'audio' ? source.audio.sha256 : beginning,
    language,
    kinds,
    callbackUrl ?? null,
    door,
    doorState,
    more.noteOptions ?? null,
  ]
  // The same bytes elsewhere are something else.
  if (type === 'audio' && source.chunk) content.push(source.chunk)
  if (more.consultationId) content.push({ consultationId: more.consultationId })
  if (more.hearing) content.push(more.hearing)
  if (more.waiter) content.push({ waiter: more.waiter })
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
