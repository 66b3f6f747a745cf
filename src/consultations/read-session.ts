import { assembleSession } from '../domain/assemble-session.ts'
import type { Session } from '../domain/consultation.ts'
import type { Transcript } from '../domain/transcript.ts'
import { carryOver } from '../pipeline/sessions/carry-over.ts'
import { listJobs } from '../store/jobs.ts'
import { listRecordings, listSeries } from '../store/recordings.ts'
import { readTranscript } from '../store/results.ts'
import { readSession as readStored } from '../store/sessions.ts'
import type { Handle } from '../store/tables.ts'

/** Reads what is stored of a consultation as it stands; one that began with words has these as its transcript. */
export async function readSession(db: Handle, tenantId: string, consultationId: string): Promise<Session> {
  // First: what it says is of recordings that are there then.
  let stored = await readStored(db, tenantId, consultationId)
  const recordings = await listRecordings(db, tenantId, consultationId)
  const series = await listSeries(db, tenantId, consultationId)
  if (stored === undefined && recordings.some(({ heard }) => heard)) {
    await carryOver(db, tenantId, consultationId)
    stored = await readStored(db, tenantId, consultationId)
  }
  const assembled = assembleSession(recordings, stored)
  const given = recordings.length === 0 ? await readGiven(db, tenantId, consultationId) : undefined
  return { series, ...assembled, ...(given && { transcript: given }) }
}

async function readGiven(db: Handle, tenantId: string, consultationId: string): Promise<Transcript | undefined> {
  const [job] = await listJobs(db, tenantId, { consultationId, limit: 1 })
  return job && readTranscript(db, job.id)
}
