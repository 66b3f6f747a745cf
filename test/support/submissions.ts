import { newId } from '../../src/domain/ids.ts'
import type { Job } from '../../src/domain/job.ts'
import type { StagedAudio, Submission } from '../../src/domain/submission.ts'
import { insertConsultation } from '../../src/store/consultations.ts'
import { insertJob } from '../../src/store/jobs.ts'
import { insertRecording } from '../../src/store/recordings.ts'
import type { Handle } from '../../src/store/tables.ts'

export const LIMITS = { minMs: 0, maxMs: 600_000, maxBytes: 1e9 }

/** A recording that nobody reads. */
export const stagedAudio = (): StagedAudio => ({
  key: `recordings/${newId()}`,
  bytes: 3,
  sha256: 'abc',
  container: 'wav',
})

/** A submission as a door would make it, of a recording that nobody reads. */
export function submissionOf(changes: Partial<Submission> = {}): Submission {
  return {
    door: 'native',
    source: { type: 'audio', audio: stagedAudio() },
    language: 'en',
    kinds: ['soap_note'],
    limits: LIMITS,
    doorState: {},
    ...changes,
  }
}

/** Stores a job with its consultation and recording, as `submit` does, but without a task. */
export async function insertSubmission(
  trx: Handle,
  changes: Partial<Submission> = {},
  audio: StagedAudio = stagedAudio(),
): Promise<Job> {
  const consultationId = await insertConsultation(trx, 'a')
  const { id: recordingId } = await insertRecording(trx, { tenantId: 'a', consultationId, audio })
  const submission = submissionOf(changes)
  return insertJob(trx, { tenantId: 'a', consultationId, recordingId, submission, fingerprint: 'f' })
}
