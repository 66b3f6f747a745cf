import { asOslerError, OslerError } from '../domain/errors.ts'
import type { Job } from '../domain/job.ts'
import type { Recognizer } from '../engines/speech/recognizer.ts'
import { withScratch } from '../platform/scratch.ts'
import {
  countAttempt,
  failJob,
  finishJob,
  loadWork,
  type StoredStretch,
  saveDecoded,
  saveStretch,
} from '../store/jobs.ts'
import { saveNotes, saveTranscript } from '../store/results.ts'
import { chooseRecognizer } from './choose-engines.ts'
import { type Keep, type Result, run } from './run.ts'
import type { SubmitTools } from './submit.ts'

/** Told of what the road does, for metrics and logs. */
export interface Observer {
  step(name: string, seconds: number): void
  jobEnded(job: Job, outcome: 'succeeded' | 'failed' | 'tried again' | 'deleted', error?: OslerError): void
}

export interface RunTools extends SubmitTools {
  observe: Observer
}

/** A job that keeps failing for a passing reason is given up after this many tries. */
const MAX_ATTEMPTS = 5

/** Share of the work that is done once the recording is decoded, and once all of it is recognised. */
const DECODED = 0.05
const RECOGNIZED = 0.95

/**
 * Takes a job down the road, from the last finished stretch of an earlier run, and stores what came of it in one
 * transaction. Throws when it is to be tried again later: the queue does that. A job that was deleted or has ended
 * is left alone.
 */
export async function runJob(tools: RunTools, jobId: string, signal: AbortSignal): Promise<void> {
  const loaded = await loadWork(tools.db, jobId)
  if (loaded === undefined || loaded.job.status !== 'ongoing') return
  const { job } = loaded
  try {
    const recognizer = chooseRecognizer(tools.recognizers, job.language)
    const result = await withScratch(tools.scratchRoot, job.id, async (scratch) => {
      const file = await tools.blobs.localFile(loaded.blobKey, scratch)
      const keep = keepInDatabase(tools, job.id, recognizer, loaded.stretches)
      return run({ ...job, file, scratch }, { recognizer, writers: tools.writers }, keep, signal)
    })
    await finish(tools, job, result)
  } catch (error) {
    if (signal.aborted) throw error
    await giveUpOrTryAgain(tools, job, asOslerError(error))
  }
}

function keepInDatabase(
  { db, observe }: RunTools,
  jobId: string,
  { name, model }: Recognizer,
  stretches: readonly StoredStretch[],
): Keep {
  return {
    recognized: stretches.filter((stretch) => stretch.engine === name && stretch.model === model),
    decoded: (durationMs) => saveDecoded(db, jobId, durationMs, DECODED),
    async stretch(stretch, share) {
      const progress = DECODED + share * (RECOGNIZED - DECODED)
      const isThere = await saveStretch(db, jobId, { ...stretch, engine: name, model }, progress)
      if (!isThere) throw new OslerError('not_found', 'The request was deleted while it was worked on.')
    },
    step: observe.step,
  }
}

async function finish({ db, queue, observe }: RunTools, job: Job, { transcript, notes }: Result): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await saveTranscript(trx, job, transcript)
    await saveNotes(trx, job, notes)
    await finishJob(trx, job.id)
    if (job.callbackUrl) await queue.enqueue(trx, 'deliver', job.id)
  })
  observe.jobEnded(job, 'succeeded')
}

async function giveUpOrTryAgain({ db, queue, observe }: RunTools, job: Job, error: OslerError): Promise<void> {
  const attempts = await countAttempt(db, job.id)
  if (attempts === 0) return observe.jobEnded(job, 'deleted')
  if (error.retry === 'later' && attempts < MAX_ATTEMPTS) {
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
