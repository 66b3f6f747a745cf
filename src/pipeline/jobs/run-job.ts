import { asOslerError, type ErrorCode, OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import { type Note, renameEvidence } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { chooseRecognizers } from '../../engines/choose-engines.ts'
import type { Recognizer } from '../../engines/speech/recognizer.ts'
import type { Outbound } from '../../platform/outbound.ts'
import { begin } from '../../store/hand-out.ts'
import {
  countAttempt,
  failJob,
  findAnyJob,
  finishJob,
  loadSegments,
  lockJob,
  type StoredSegment,
  saveDecoded,
  saveProgress,
  saveSegment,
  setLanguage,
} from '../../store/jobs.ts'
import { setHearing } from '../../store/recordings.ts'
import { readTranscript, saveTranscript } from '../../store/results.ts'
import type { Handle } from '../../store/tables.ts'
import { type Prove, writeNotes } from '../documents/write-notes.ts'
import type { SubmitTools } from '../intake/submit.ts'
import { append, appendWhole, type NewHearing } from '../sessions/append.ts'
import { gatherSound } from '../sessions/live/gather-sound.ts'
import { fallBack } from '../transcribe/fall-back.ts'
import { type Checkpoint, type Result, run } from '../transcribe/run.ts'
import { timeSteps } from '../transcribe/time-steps.ts'
import { bringRecording } from './bring-recording.ts'
import { bringSeries } from './bring-series.ts'
import { saveDocuments } from './save-documents.ts'

/** Told of what the pipeline does, for metrics and logs. */
interface Observer {
  step(name: string, seconds: number): void
  heard(durationMs: number): void
  jobEnded(job: Job, outcome: 'succeeded' | 'failed' | 'tried again' | 'deleted', error?: OslerError): void
}

export interface RunTools extends SubmitTools {
  outbound: Outbound
  observe: Observer
  /** Makes the proof elsewhere than where requests are answered. */
  prove: Prove
}

/** A job that keeps failing for a passing reason is given up after this many tries. */
const MAX_ATTEMPTS = 5

/** Share of the work that is done once the recording is decoded, and once all of it is recognised. */
const DECODED = 0.05
const RECOGNIZED = 0.9
/** And once the documents are written. */
const WRITTEN = 0.99

/**
 * Takes a job through the pipeline, from the last finished segment of an earlier run, and stores what came of it in one
 * transaction. Throws when it is to be tried again later: the queue does that. A job that was deleted or has ended
 * is left alone.
 */
export async function runJob(tools: RunTools, jobId: string, signal: AbortSignal): Promise<void> {
  const job = await findAnyJob(tools.db, jobId)
  if (job?.status !== 'ongoing') return
  try {
    // A recording that goes on has its task again when it ends, and one that was lost each minute until it counts as ended.
    if (job.recordingId && !(await gatherSound(tools, job.recordingId))) return
    await tools.db.transaction().execute((trx) => begin(trx, tools.queue, job))
    const heard = await hear(tools, job, signal)
    const transcript = heard?.transcript ?? (await readTranscript(tools.db, job.id))
    const notes = transcript ? await write(tools, job, transcript, signal) : []
    await finish(tools, job, heard, notes)
  } catch (error) {
    if (signal.aborted) throw error
    await giveUpOrTryAgain(tools, job, asOslerError(error))
  }
}

/** What is said in the recording, or in the chunks of a series; a job that began with words alone has nothing to hear. */
async function hear(tools: RunTools, job: Job, signal: AbortSignal): Promise<Result | undefined> {
  const { recordingId, hearing } = job
  if (recordingId) return listen(tools, job, recordingId, signal)
  return hearing?.seriesId === undefined ? undefined : hearWhole(tools, job, hearing.seriesId, signal)
}

/** A series as if it had been sent as one recording. Where that cannot be heard, what its chunks say stands. */
async function hearWhole(
  tools: RunTools,
  job: Job,
  seriesId: string,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const segments = await loadSegments(tools.db, job.id)
  try {
    return await tools.scratch.run(job.id, async (scratch) => {
      const file = await bringSeries(tools, seriesId, scratch, signal)
      return recognize(tools, { ...job, file, scratch }, segments, signal)
    })
  } catch (thrown) {
    const error = asOslerError(thrown)
    if (signal.aborted || error.retry !== 'never') throw thrown
    return undefined
  }
}

/** What is said in a recording. */
async function listen(tools: RunTools, job: Job, recordingId: string, signal: AbortSignal): Promise<Result> {
  return tools.scratch.run(job.id, async (scratch) => {
    const place = await bringRecording(tools, job, recordingId, scratch, signal)
    // Where a chunk's speech is cut depends on which neighbours have come, so an earlier run's segments do not fit.
    const segments = place.neighbors ? [] : await loadSegments(tools.db, job.id)
    return recognize(tools, { ...job, ...place, scratch }, segments, signal)
  })
}

/** By the first of its recognisers that can, from the segments that an earlier run of it has left. */
function recognize(
  tools: RunTools,
  task: Job & Parameters<typeof run>[0],
  segments: readonly StoredSegment[],
  signal: AbortSignal,
): Promise<Result> {
  const recognizers = chooseRecognizers(tools.recognizers, task.language)
  return fallBack(recognizers, tools.mayFallBack, (recognizer) => {
    const checkpoint = checkpointInDatabase(tools, task.id, recognizer, segments)
    return run(task, { ...tools, recognizer }, checkpoint, signal)
  })
}

async function write(tools: RunTools, job: Job, transcript: Transcript, signal: AbortSignal): Promise<Note[]> {
  const { db, writers, prove, readCodes, observe } = tools
  const wanted = { ...job, codes: await readCodes() }
  const before = job.recordingId || job.hearing?.seriesId ? RECOGNIZED : 0
  const onProgress = (share: number) => saveProgress(db, job.id, before + share * (WRITTEN - before))
  return timeSteps(observe.step)('write_notes', writeNotes(transcript, wanted, writers, signal, prove, onProgress))
}

function checkpointInDatabase(
  { db, observe }: RunTools,
  jobId: string,
  { name, model }: Recognizer,
  segments: readonly StoredSegment[],
): Checkpoint {
  return {
    recognized: segments.filter((segment) => segment.engine === name && segment.model === model),
    decoded(durationMs) {
      observe.heard(durationMs)
      return saveDecoded(db, jobId, durationMs, DECODED)
    },
    async segment(segment, share) {
      const progress = DECODED + share * (RECOGNIZED - DECODED)
      const isThere = await saveSegment(db, jobId, { ...segment, engine: name, model }, progress)
      if (!isThere) throw deleted()
    },
    step: observe.step,
  }
}

/** Stores all that came of a job at once. One that another worker has finished meanwhile is left as it is. */
async function finish(
  { db, queue, observe }: RunTools,
  job: Job,
  heard: Result | undefined,
  written: readonly Note[],
): Promise<void> {
  const isOurs = await db.transaction().execute(async (trx) => {
    const status = await lockJob(trx, job.id)
    if (status === undefined) throw deleted()
    if (status !== 'ongoing') return false
    const { transcript, notes } = await addToSession(trx, job, heard, written)
    if (transcript) await saveTranscript(trx, job, transcript)
    if (transcript && transcript.language !== job.language) await setLanguage(trx, job.id, transcript.language)
    await saveDocuments(trx, job, notes)
    await finishJob(trx, job.id)
    if (job.callbackUrl) await queue.enqueue(trx, 'deliver', job.id)
    return true
  })
  if (isOurs) observe.jobEnded(job, 'succeeded')
}

/** What was heard goes into the session; what was written of it cites the ids that it has there. */
async function addToSession(
  trx: Handle,
  job: Job,
  heard: Result | undefined,
  notes: readonly Note[],
): Promise<{ transcript?: Transcript; notes: readonly Note[] }> {
  const { id: jobId, recordingId, tenantId, consultationId: sessionId } = job
  if (heard === undefined) return { notes }
  const transcript = recordingId
    ? await addRecording(trx, { tenantId, sessionId, recordingId, jobId, ...heard })
    : await appendWhole(trx, { tenantId, sessionId, seriesId: job.hearing?.seriesId ?? '', ...heard })
  const idOf = new Map(heard.transcript.items.map(({ id }, at) => [id, transcript.items[at]?.id ?? id]))
  return { transcript, notes: notes.map((note) => renameEvidence(note, idOf)) }
}

async function addRecording(trx: Handle, hearing: NewHearing): Promise<Transcript> {
  await setHearing(trx, hearing.recordingId, hearing)
  return append(trx, hearing)
}

const deleted = () => new OslerError('not_found', 'The request was deleted while it was worked on.')

/** What the machine lacks, and the recording is not at fault for: the queue asks again until it is there, for a day. */
const WAITED_FOR: readonly ErrorCode[] = ['disk_full', 'store_down']
const LONGEST_WAIT_MS = 86_400_000

async function giveUpOrTryAgain({ db, queue, observe }: RunTools, job: Job, error: OslerError): Promise<void> {
  const isWaitedFor = WAITED_FOR.includes(error.code) && Date.now() - job.createdAt.getTime() < LONGEST_WAIT_MS
  const attempts = await countAttempt(db, job.id, isWaitedFor ? 0 : 1)
  if (attempts === undefined) return observe.jobEnded(job, 'deleted')
  if (isWaitedFor || (error.retry === 'later' && attempts < MAX_ATTEMPTS)) {
    observe.jobEnded(job, 'tried again', error)
    throw error
  }
  const { code, message, details } = error
  await db.transaction().execute(async (trx) => {
    await failJob(trx, job.id, { code, message, details })
    if (job.callbackUrl) await queue.enqueue(trx, 'deliver', job.id)
  })
  observe.jobEnded(job, 'failed', error)
}
