import type { z } from 'zod'
import type { RecordingState } from '../../../domain/consultation.ts'
import type { WrittenDocument } from '../../../domain/consultation-record.ts'
import type { Job } from '../../../domain/job.ts'
import type { Note } from '../../../domain/note.ts'
import type { HeidiSession } from './find-session.ts'
import { formatAudio, formatContent } from './format.ts'
import { formatSessionId, formatTime } from './ids.ts'
import type { WriteDocument } from './schemas.ts'
import { type StoredDocument, translateDocument } from './stored-document.ts'

/** A session with what came of it; what was never told is null. */
export function formatSession(
  { id, createdAt, details }: HeidiSession,
  recordings: readonly RecordingState[],
  documents: readonly WrittenDocument[],
) {
  const { patient, duration } = details
  const written = documents.map(translateDocument)
  const heardMs = recordings.reduce((sum, { job }) => sum + ((job?.status === 'succeeded' && job.durationMs) || 0), 0)
  return {
    session_id: formatSessionId(id),
    session_name: details.session_name ?? null,
    patient: { name: patient?.name ?? null, gender: patient?.gender ?? null, dob: patient?.dob ?? null },
    audio: recordings.filter(({ seriesId }) => seriesId === undefined).map((recording) => formatAudio(recording)),
    clinician_notes: details.clinician_notes ?? [],
    consult_note: formatConsultNote(written.findLast(({ purpose }) => purpose === 'consult_note')),
    duration: duration ?? heardMs / 1000,
    created_at: formatTime(createdAt),
    updated_at: formatTime(new Date(details.updated_at)),
    language_code: details.language_code ?? null,
    output_language_code: details.output_language_code ?? null,
    documents: listDocuments(id, written),
    ehr_appt_id: details.ehr_appt_id ?? null,
    ehr_provider: details.ehr_provider ?? null,
    ehr_patient_id: details.ehr_patient_id ?? null,
    ...(details.tags && { tags: details.tags }),
  }
}

function formatConsultNote(note: StoredDocument | undefined) {
  return {
    status: note ? ('CREATED' as const) : ('EMPTY' as const),
    result: note?.content ?? null,
    heading: note?.name ?? null,
    brain: note?.brain ?? null,
    voice_style: note?.voiceStyle ?? null,
    generation_method: note?.generationMethod ?? null,
    template_id: note?.templateId ?? null,
    ...{ ai_command_id: null, ai_command_text: null, feedback: null, dictation_cleanup_mode: null },
  }
}

/** The documents beside the consult note, numbered in the order in which they were written. */
export const formatDocuments = (id: string, documents: readonly WrittenDocument[]) =>
  listDocuments(id, documents.map(translateDocument))

/** A document as the request that wrote it is answered. */
export function formatWritten(
  consultationId: string,
  { note, job }: { note: Note; job: Job },
  asked: z.infer<typeof WriteDocument>,
) {
  return {
    ...{ id: job.id, session_id: formatSessionId(consultationId), name: note.title },
    ...{ template_id: asked.template_id ?? '', brain: asked.brain, voice_style: asked.voice_style },
    ...{ content_type: asked.content_type, content: formatContent(note, asked.content_type) },
  }
}

function listDocuments(consultationId: string, written: readonly StoredDocument[]) {
  const documents = written.filter(({ purpose }) => purpose === 'document')
  return documents.map(({ id, name, templateId, content, generationMethod, brain }, index) => ({
    ...{ id, session_id: formatSessionId(consultationId), index, name, template_id: templateId, content },
    ...{ generation_type: generationMethod, brain },
  }))
}
