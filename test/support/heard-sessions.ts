import type { Kysely } from 'kysely'
import type { Job } from '../../src/domain/job.ts'
import type { Transcript } from '../../src/domain/transcript.ts'
import type { Voice } from '../../src/domain/voice.ts'
import { append } from '../../src/pipeline/sessions/append.ts'
import { insertConsultation } from '../../src/store/consultations.ts'
import { finishJob, insertJob } from '../../src/store/jobs.ts'
import { insertRecording, insertSeries, setHearing } from '../../src/store/recordings.ts'
import { saveTranscript } from '../../src/store/results.ts'
import type { Tables } from '../../src/store/tables.ts'
import type { MadeChunk } from './made-series.ts'
import { stagedAudio, submissionOf } from './submissions.ts'

/** Opens a series, in a consultation of its own unless one is given; answers how a chunk of it is heard. */
export async function openSeries(db: Kysely<Tables>, tenantId = 'a', given?: string) {
  const consultationId = given ?? (await insertConsultation(db, tenantId))
  const { id: seriesId } = await insertSeries(db, tenantId, consultationId)
  return {
    consultationId,
    seriesId,
    hear: (chunk: MadeChunk, voices: Voice[] = []) =>
      hearRecording(db, { tenantId, consultationId, seriesId, position: chunk.position }, chunk, voices),
  }
}

interface Where {
  tenantId: string
  consultationId: string
  seriesId?: string
  position?: number
}

/** Stores a recording and what was heard in it, as a job does that ends well; answers the job. */
export async function hearRecording(
  db: Kysely<Tables>,
  where: Where,
  { durationMs, overlap, items }: Omit<MadeChunk, 'position'>,
  voices: Voice[] = [],
): Promise<{ job: Job; transcript: Transcript }> {
  const { id: recordingId } = await insertRecording(db, { ...where, audio: stagedAudio() })
  const { tenantId, consultationId } = where
  const job = await insertJob(db, {
    tenantId,
    consultationId,
    recordingId,
    submission: submissionOf(),
    fingerprint: 'f',
  })
  const heard = { language: 'en', durationMs, items, engine: 'e', model: 'm', voices, warnings: [] }
  const transcript = await finishHearing(db, job, recordingId, heard, overlap)
  return { job, transcript }
}

/** What `run-job` does at the end, in one transaction. */
export const finishHearing = (
  db: Kysely<Tables>,
  { id: jobId, tenantId, consultationId: sessionId, ...job }: Job,
  recordingId: string,
  heard: Transcript,
  overlap: MadeChunk['overlap'],
): Promise<Transcript> =>
  db.transaction().execute(async (trx) => {
    await setHearing(trx, recordingId, { overlap, isPunctuated: true })
    const hearing = { tenantId, sessionId, recordingId, jobId, transcript: heard, overlap, isPunctuated: true }
    const transcript = await append(trx, hearing)
    await saveTranscript(trx, { ...job, id: jobId, tenantId, consultationId: sessionId }, transcript)
    await finishJob(trx, jobId)
    return transcript
  })
