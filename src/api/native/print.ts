import type { Consultation } from '../../domain/consultation.ts'
import type { OslerError } from '../../domain/errors.ts'
import type { Job } from '../../domain/job.ts'
import type { PrintedError } from '../door.ts'

/** A job as the native API shows it, under its public name. */
export function printRequest(job: Job) {
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
export function printConsultation({ id, createdAt, job, notes }: Consultation) {
  return {
    id,
    createdAt: createdAt.toISOString(),
    language: job.language,
    ...(job.durationMs !== undefined && { durationMs: job.durationMs }),
    request: printRequest(job),
    documents: notes.map(({ kind }) => kind),
  }
}

/** What a finished request posts to its callback: the consultation with its texts. */
export function printResult(consultation: Consultation) {
  const { transcript, notes } = consultation
  return { ...printConsultation(consultation), ...(transcript && { transcript }), notes }
}

export function printError({ code, message, details, status }: OslerError, requestId: string): PrintedError {
  return { status, body: { error: { code, message, details, requestId } } }
}
