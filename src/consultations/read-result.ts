import type { JobResult } from '../domain/consultation.ts'
import { withoutJob } from '../domain/revision.ts'
import { findResult, readNotesOfConsultation } from '../store/results.ts'
import { readCorrections } from '../store/revisions.ts'
import type { Handle } from '../store/tables.ts'
import { layOverNotes, layOverTranscript } from './lay-over.ts'

/**
 * The tenant's job with what came of it, as people left it: what was corrected in its consultation stands corrected in
 * its result. Undefined for an unknown id and for another tenant's.
 */
export async function readResult(db: Handle, tenantId: string, jobId: string): Promise<JobResult | undefined> {
  const result = await findResult(db, tenantId, jobId)
  if (result === undefined) return undefined
  const { job, transcript, notes } = result
  const corrections = (await readCorrections(db, [job.consultationId])).get(job.consultationId)
  if (corrections === undefined) return result
  const all = corrections.documents.size > 0 ? await readNotesOfConsultation(db, job.consultationId) : []
  const left = layOverNotes(all, corrections).filter((note) => note.jobId === job.id)
  return {
    job,
    ...(transcript && { transcript: layOverTranscript(transcript, corrections) }),
    notes: corrections.documents.size > 0 ? left.map(withoutJob) : notes,
  }
}
