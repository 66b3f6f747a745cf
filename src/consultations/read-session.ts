import { assembleSession } from '../domain/assemble-session.ts'
import type { Session } from '../domain/consultation.ts'
import { type StoredSession, withChanges } from '../domain/session.ts'
import type { Transcript } from '../domain/transcript.ts'
import { carryOver } from '../pipeline/sessions/carry-over.ts'
import { listJobs } from '../store/jobs.ts'
import { listRecordings, listSeries } from '../store/recordings.ts'
import { readTranscript } from '../store/results.ts'
import { readSession as readStored } from '../store/sessions.ts'
import type { Handle } from '../store/tables.ts'

/** Reads what is stored of a consultation as it stands; one that began with words has these as its transcript. */
export async function readSession(db: Handle, tenantId: string, consultationId: string): Promise<Session> {
  return (await readSessionOn(db, tenantId, consultationId)).session
}

/** The same where some of it was read before: of what was said, only what changed since then is read. */
export async function readSessionOn(
  db: Handle,
  tenantId: string,
  consultationId: string,
  known?: StoredSession,
): Promise<{ session: Session; stored: StoredSession | undefined }> {
  // First: what it says is of recordings that are there then.
  let stored = await readStored(db, tenantId, consultationId, known?.sequence)
  const recordings = await listRecordings(db, tenantId, consultationId)
  const series = await listSeries(db, tenantId, consultationId)
  if (stored === undefined && recordings.some(({ heard }) => heard)) {
    await carryOver(db, tenantId, consultationId)
    stored = await readStored(db, tenantId, consultationId)
  } else if (stored && known) stored = withChanges(known, stored, new Set(recordings.map(({ id }) => id)))
  const assembled = assembleSession(recordings, stored)
  const given = recordings.length === 0 ? await readGiven(db, tenantId, consultationId) : undefined
  return { session: { series, ...assembled, ...(given && { transcript: given }) }, stored }
}

async function readGiven(db: Handle, tenantId: string, consultationId: string): Promise<Transcript | undefined> {
  const [job] = await listJobs(db, tenantId, { consultationId, limit: 1 })
  return job && readTranscript(db, job.id)
}
