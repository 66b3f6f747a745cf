import type { JobResult } from '../../../domain/consultation.ts'
import type { ConsultationSummary } from '../../../domain/consultation-record.ts'
import type { OslerError } from '../../../domain/errors.ts'
import { withoutVoices } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { formatRequest } from '../../http/format-request.ts'

/** A consultation without its texts; `documents` names the kinds that can be read. */
export function formatConsultation({ id, createdAt, job, durationMs, kinds }: Omit<ConsultationSummary, 'details'>) {
  return {
    id,
    createdAt: createdAt.toISOString(),
    ...(job && { language: job.language }),
    ...(durationMs !== undefined && { durationMs }),
    ...(job && { request: formatRequest(job) }),
    documents: kinds,
  }
}

/** What a finished request posts to its callback: the consultation with its texts. */
export function formatResult({ job, transcript, notes }: JobResult) {
  const { consultationId: id, createdAt, durationMs } = job
  const kinds = [...new Set(notes.map(({ kind }) => kind))]
  return {
    ...formatConsultation({ id, createdAt, job, kinds, ...(durationMs !== undefined && { durationMs }) }),
    ...(transcript && { transcript: withoutVoices(transcript) }),
    notes,
  }
}

export function formatError({ code, message, details, status }: OslerError, requestId: string): FormattedError {
  return { status, body: { error: { code, message, details, requestId } } }
}
