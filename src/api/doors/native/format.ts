import type { Consultation, JobResult } from '../../../domain/consultation.ts'
import type { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { Note } from '../../../domain/note.ts'
import { withoutVoices } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'

/** A job as the native API shows it, under its public name. */
export function formatRequest(job: Job) {
  const { id, consultationId, door, status, progress, error, delivery, clientRequestId } = job
  return {
    ...{ id, consultationId, door, status, progress },
    ...(error && { error }),
    ...(delivery && { delivery }),
    ...(clientRequestId && { clientRequestId }),
    createdAt: job.createdAt.toISOString(),
    ...(job.finishedAt && { finishedAt: job.finishedAt.toISOString() }),
  }
}

/** A consultation without its texts; `documents` names the kinds that can be read. */
export function formatConsultation({ id, createdAt, job, durationMs }: Consultation, notes: readonly Note[]) {
  return {
    id,
    createdAt: createdAt.toISOString(),
    ...(job && { language: job.language }),
    ...(durationMs !== undefined && { durationMs }),
    ...(job && { request: formatRequest(job) }),
    documents: [...new Set(notes.map(({ kind }) => kind))],
  }
}

/** What a finished request posts to its callback: the consultation with its texts. */
export function formatResult({ job, transcript, notes }: JobResult) {
  const { consultationId: id, createdAt, durationMs } = job
  return {
    ...formatConsultation({ id, createdAt, job, details: {}, ...(durationMs !== undefined && { durationMs }) }, notes),
    ...(transcript && { transcript: withoutVoices(transcript) }),
    notes,
  }
}

export function formatError({ code, message, details, status }: OslerError, requestId: string): FormattedError {
  return { status, body: { error: { code, message, details, requestId } } }
}
