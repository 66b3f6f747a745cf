import type { JobResult } from '../../../domain/consultation.ts'
import type { ConsultationSummary } from '../../../domain/consultation-record.ts'
import type { OslerError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import { withoutVoices } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { formatRequest } from '../../http/format-request.ts'

/** A consultation without its texts; `documents` names the kinds that can be read. */
export function formatConsultation(summary: Omit<ConsultationSummary, 'details'>) {
  const { id, createdAt, title, visit, job, durationMs, kinds, signed, unfinished } = summary
  return {
    id,
    createdAt: createdAt.toISOString(),
    ...(title && { title }),
    ...(Object.keys(visit).length > 0 && { visit }),
    ...(job && { language: job.language }),
    ...(durationMs !== undefined && { durationMs }),
    ...(job && { request: formatRequest(job) }),
    ...{ documents: kinds, signed },
    ...(unfinished && { unfinished }),
  }
}

/** What a finished request posts to its callback: the consultation with its texts. */
export function formatResult({ job, transcript, notes }: JobResult) {
  const { consultationId: id, createdAt, durationMs } = job
  const kinds = [...new Set(notes.map(({ kind }) => kind))]
  const listed = { id, createdAt, job, kinds, signed: signedOf(notes), visit: {} }
  return {
    ...formatConsultation({ ...listed, ...(durationMs !== undefined && { durationMs }) }),
    ...(transcript && { transcript: withoutVoices(transcript) }),
    notes,
  }
}

const signedOf = (notes: readonly Note[]) => notes.flatMap(({ kind, signed }) => (signed ? kind : []))

export function formatError({ code, message, details, status }: OslerError, requestId: string): FormattedError {
  return { status, body: { error: { code, message, details, requestId } } }
}
