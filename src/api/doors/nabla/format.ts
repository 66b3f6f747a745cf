import type { JobResult } from '../../../domain/consultation.ts'
import { writeDictated } from '../../../domain/dictation/write-dictated.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { UNKNOWN_LANGUAGE } from '../../../domain/language.ts'
import type { Note, Section } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { formatNormalized } from './format-normalized.ts'
import { joinSentences } from './join-sentences.ts'
import type { NablaResult, Operation, State } from './state.ts'
import { formatSectionKey, mergeSections } from './templates.ts'
import { hasNoteTitle, isUpperCase } from './version.ts'

/** The answer to an asynchronous listen. */
export function formatAccepted({ id, clientRequestId }: Job) {
  return { request_id: id, ...(clientRequestId && { client_request_id: clientRequestId }) }
}

/** An asynchronous request as it stands (https://docs.nabla.com/2024-04-22/server/get-transcribe-async), in the spelling of its version. */
export function formatEnvelope(result: NablaResult) {
  const { job, state } = result
  const envelope = { id: job.id, ...(job.clientRequestId && { client_request_id: job.clientRequestId }) }
  const status = isUpperCase(state.version) ? job.status.toUpperCase() : job.status
  if (job.status === 'ongoing') return { ...envelope, status }
  if (job.error) return { ...envelope, status, payload: formatFailure(job.error) }
  return { ...envelope, status, payload: formatOutcome(result) }
}

/** The document's example has the HTTP status here, where an error that is answered at once has the finer code. */
function formatFailure({ code, message, details }: NonNullable<Job['error']>) {
  const { status, body } = formatError(new OslerError(code, message, details))
  return { ...body, code: status }
}

/** What is posted to a callback: the answer of the synchronous route, or the error, with the ids of the request. */
export function formatCallback(result: JobResult, state: State) {
  const { error } = result.job
  const body = error
    ? formatError(new OslerError(error.code, error.message, error.details)).body
    : formatOutcome({ ...result, state })
  return { ...body, ...formatAccepted(result.job) }
}

/** What a job of each route gives. */
const OUTCOMES: Record<Operation, (result: NablaResult) => object> = {
  listen: formatListened,
  transcribe: (result) => ({ transcript: formatItems(result) }),
  dictate: formatDictated,
  digest: formatNoted,
  'generate-note': formatNoted,
  normalize: ({ notes, transcript, state }) => formatNormalized(notes[0], transcript, state.problems),
  instruct: formatInstructions,
  edit: formatEdited,
}

export const formatOutcome = (result: NablaResult) => OUTCOMES[result.state.operation](result)

function formatListened(result: NablaResult) {
  const { outputs } = result.state
  return {
    ...(outputs.includes('transcript_item') && { transcript: formatItems(result) }),
    ...(outputs.includes('note') && formatNoted(result)),
  }
}

function formatItems({ state, transcript }: NablaResult) {
  const items = transcript?.items ?? []
  const isUpper = isUpperCase(state.version)
  return (state.bySentence ? items : joinSentences(items)).map((item) => formatItem(item, isUpper))
}

function formatItem({ text, speaker, startMs, endMs }: Item, isUpper: boolean) {
  const said = speaker === 'other' ? 'unspecified' : speaker
  const who = isUpper ? { speaker_type: said.toUpperCase() } : { speaker: said }
  return { text, ...who, start_offset_ms: startMs, end_offset_ms: endMs }
}

function formatDictated({ state, transcript }: NablaResult) {
  const text = (transcript?.items ?? []).map((item) => item.text).join(' ')
  return { dictation: state.spokenMarks ? writeDictated(text, transcript?.language ?? UNKNOWN_LANGUAGE) : text }
}

function formatNoted({ state, notes: [note] }: NablaResult) {
  const title = hasNoteTitle(state.version) ? { title: note?.title ?? '' } : {}
  return { note: { ...title, sections: note ? formatSections(note, state) : [] } }
}

/** The sections that have something in them, in the order of the template. */
function formatSections({ sections }: Note, { template, styles: lines }: State) {
  const styles = new Map(lines.map((line) => line.split('=') as [string, string]))
  return mergeSections(template, sections)
    .filter(({ statements }) => statements.length > 0)
    .map((section) => {
      const key = formatSectionKey(template, section.key)
      const style = styles.get(key) ?? styles.get('*') ?? 'auto'
      return { key, title: section.title, text: formatSectionText(section, style) }
    })
}

/** A story reads as a paragraph, anything else as a list. */
const STORIES = /complaint|history_of_present|subjective|social_history/

function formatSectionText({ key, statements }: Section, style: string): string {
  const isParagraph = style === 'auto' ? STORIES.test(key) : style.startsWith('paragraph')
  if (isParagraph || statements.length === 1) return statements.map(({ text }) => text).join(' ')
  return statements.map(({ text }) => `- ${text}`).join('\n')
}

function formatInstructions({ notes: [note] }: NablaResult) {
  const statements = note?.sections.flatMap((section) => section.statements) ?? []
  return { instructions: statements.map(({ text }) => `- ${text}`).join('\n') }
}

/** The note under the keys that it came with. One that the model did not write would be the old one: an error. */
function formatEdited({ state, notes: [note] }: NablaResult) {
  const failure = note?.warnings.find(({ code }) => code === 'model_failed')
  if (failure) throw new OslerError('engine_failed', 'The language model did not edit the note: try again later.')
  const sections = (note?.sections ?? []).map((section, index) => {
    const text = formatSectionText(section, 'auto')
    return { key: state.keys[index] ?? section.key, title: section.title, text }
  })
  const title = hasNoteTitle(state.version) ? { title: note?.title ?? '' } : {}
  return { note: { ...title, sections: sections.filter(({ text }) => text !== '') } }
}

/** The one error whose fine code and name are known; for all others the code is the HTTP status. */
const TOO_SHORT = {
  message: "We can't generate the note when the transcript is too short.",
  code: 83005,
  name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT',
}

export function formatError(
  { code, message, status }: OslerError,
  requestId?: string,
): FormattedError & { body: object } {
  if (code === 'transcript_too_short') return { status, body: TOO_SHORT }
  const text = code === 'internal' && requestId ? `${message} Request id: ${requestId}.` : message
  return { status, body: { message: text, code: status, name: code.toUpperCase() } }
}
