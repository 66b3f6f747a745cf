import type { JobResult } from '../../../domain/consultation.ts'
import type { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { formatMarkdown, type Note, withoutDoubts } from '../../../domain/note.ts'
import { formatPlain, type Item, type Transcript } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { resultKeyOfKind } from './options.ts'
import type { StatusData } from './schemas.ts'
import type { State } from './state.ts'

const ok = <Data extends object>(message: string, data: Data) => ({ data, message, status: 'Ok' as const })

/** The answer to an upload, and to one that the synchronous route could not wait for. */
export const formatQueued = (job: Job) => ok('file queued for processing', { file_id: job.id })

export const formatDeleted = (job: Job) => ok('file deleted', { file_id: job.id })

/** The answer of the status route, its documents in Markdown or, when `isStructured`, as JSON. */
export function formatStatus(
  { job, transcript, notes }: JobResult,
  { fileName, diarization }: State,
  isStructured = false,
) {
  const state: StatusData = {
    audio_file_name: fileName,
    processing_status: formatProcessingStatus(job),
  }
  if (job.status === 'failed') return ok(`file processing failed: ${job.error?.message}`, state)
  if (transcript === undefined) return ok('file status found', state)
  const documents = notes.map((note) => [
    resultKeyOfKind(note.kind),
    isStructured ? formatStructured(note) : formatMarkdown(withoutDoubts(note)),
  ])
  return ok('file status found', {
    ...state,
    audio_transcript: diarization ? formatDiarized(transcript) : formatPlain(transcript.items),
    processed_audio_duration_in_seconds: Math.trunc(transcript.durationMs / 1000),
    ...Object.fromEntries(documents),
  } as StatusData)
}

/** The synchronous answer: the status with the file id, which the status route itself does not repeat. */
export function formatTranscribed(result: JobResult, state: State, isStructured: boolean) {
  const status = formatStatus(result, state, isStructured)
  return { ...status, data: { file_id: result.job.id, ...status.data } }
}

function formatProcessingStatus(job: Job): StatusData['processing_status'] {
  if (job.status === 'succeeded') return 'FILE_TRANSCRIBED'
  if (job.status === 'failed') return 'FILE_PROCESSING_FAILED'
  return job.progress > 0 ? 'FILE_PROCESSING' : 'FILE_QUEUED'
}

function formatStructured(note: Note) {
  const sections = note.sections.map(({ key, title, statements, notHeard }) => ({
    ...{ key, title },
    items: statements.map(({ text, attributes }) => ({ text, ...attributes })),
    ...(notHeard && { not_heard: notHeard }),
  }))
  return { title: note.title, text: formatMarkdown(withoutDoubts(note)), sections }
}

/** A line a turn: `SPEAKER_01: Hello world.` Where voices could not be told apart, all is one speaker's. */
function formatDiarized(transcript: Transcript): string {
  const labelOf = (item: Item) => item.speakerLabel ?? 'SPEAKER_01'
  const lines: string[] = []
  let previous: string | undefined
  for (const item of transcript.items) {
    const label = labelOf(item)
    if (label === previous) lines.push(`${lines.pop()} ${item.text}`)
    else lines.push(`${label}: ${item.text}`)
    previous = label
  }
  return lines.join('\n')
}

/** Intron's documents name 400, 401, 404, 408 and 429; other conditions answer with the status of our own table. */
export function formatError(error: OslerError, requestId: string): FormattedError {
  const message = error.code === 'internal' ? `${error.message} Request id: ${requestId}.` : error.message
  return { status: error.code === 'no_recognizer' ? 400 : error.status, body: { data: {}, message, status: 'Error' } }
}
