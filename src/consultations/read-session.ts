import type { Session } from '../domain/consultation.ts'
import type { Transcript } from '../domain/transcript.ts'
import { joinRecordings } from '../pipeline/sessions/join-recordings.ts'
import { listJobs } from '../store/jobs.ts'
import { listRecordings, listSeries } from '../store/recordings.ts'
import { readTranscript } from '../store/results.ts'
import type { Handle } from '../store/tables.ts'

/** Reads a consultation's recordings as they stand; one that began with words has these as its transcript. */
export async function readSession(db: Handle, tenantId: string, consultationId: string): Promise<Session> {
  const recordings = await listRecordings(db, tenantId, consultationId)
  const series = await listSeries(db, tenantId, consultationId)
  const joined = joinRecordings(recordings)
  const given = recordings.length === 0 ? await readGiven(db, tenantId, consultationId) : undefined
  return { recordings, series, ...joined, ...(given && { transcript: given }) }
}

async function readGiven(db: Handle, tenantId: string, consultationId: string): Promise<Transcript | undefined> {
  const [job] = await listJobs(db, tenantId, { consultationId, limit: 1 })
  return job && readTranscript(db, job.id)
}
