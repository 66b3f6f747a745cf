import type { JobResult } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { Note, Section } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import type { PrintedError } from '../../door.ts'
import { joinSentences } from './join-sentences.ts'
import { printNormalized } from './print-normalized.ts'
import { printSectionKey, type TemplateName } from './templates.ts'
import type { Operation } from './translate.ts'
import { hasNoteTitle, isUpperCase } from './version.ts'
import { writeSpokenMarks } from './write-spoken-marks.ts'

const versionOf = (job: Job) => String(job.echo.version)

/** The answer to an asynchronous listen. */
export function printAccepted({ id, clientRequestId }: Job) {
  return { request_id: id, ...(clientRequestId && { client_request_id: clientRequestId }) }
}

/** An asynchronous request as it stands (https://docs.nabla.com/2024-04-22/server/get-transcribe-async), in the spelling of its version. */
export function printEnvelope(result: JobResult) {
  const { job } = result
  const envelope = { id: job.id, ...(job.clientRequestId && { client_request_id: job.clientRequestId }) }
  const status = isUpperCase(versionOf(job)) ? job.status.toUpperCase() : job.status
  if (job.status === 'ongoing') return { ...envelope, status }
  if (job.error) return { ...envelope, status, payload: printFailure(job.error) }
  return { ...envelope, status, payload: printOutcome(result) }
}

/** The document's example has the HTTP status here, where an error that is answered at once has the finer code. */
function printFailure({ code, message, details }: NonNullable<Job['error']>) {
  const { status, body } = printError(new OslerError(code, message, details))
  return { ...body, code: status }
}

/** What is posted to a callback: the answer of the synchronous route, or the error, with the ids of the request. */
export function printCallback(result: JobResult) {
  const { error } = result.job
  const body = error ? printError(new OslerError(error.code, error.message, error.details)).body : printOutcome(result)
  return { ...body, ...printAccepted(result.job) }
}

/** What a job of each route gives. */
const OUTCOMES: Record<Operation, (result: JobResult) => object> = {
  listen: printListened,
  transcribe: (result) => ({ transcript: printItems(result) }),
  dictate: printDictated,
  digest: printNoted,
  'generate-note': printNoted,
  normalize: ({ notes }) => printNormalized(notes[0]),
  instruct: printInstructions,
  edit: printEdited,
}

export const printOutcome = (result: JobResult) => OUTCOMES[result.job.echo.operation as Operation](result)

function printListened(result: JobResult) {
  const outputs = result.job.echo.outputs as string[]
  return {
    ...(outputs.includes('transcript_item') && { transcript: printItems(result) }),
    ...(outputs.includes('note') && printNoted(result)),
  }
}

function printItems({ job, transcript }: JobResult) {
  const items = transcript?.items ?? []
  const isUpper = isUpperCase(versionOf(job))
  return (job.echo.bySentence ? items : joinSentences(items)).map((item) => printItem(item, isUpper))
}

function printItem({ text, speaker, startMs, endMs }: Item, isUpper: boolean) {
  const said = speaker === 'other' ? 'unspecified' : speaker
  const who = isUpper ? { speaker_type: said.toUpperCase() } : { speaker: said }
  return { text, ...who, start_offset_ms: startMs, end_offset_ms: endMs }
}

function printDictated({ job, transcript }: JobResult) {
  const text = (transcript?.items ?? []).map((item) => item.text).join(' ')
  return { dictation: job.echo.spokenMarks ? writeSpokenMarks(text) : text }
}

function printNoted({ job, notes: [note] }: JobResult) {
  const title = hasNoteTitle(versionOf(job)) ? { title: note?.title ?? '' } : {}
  return { note: { ...title, sections: note ? printSections(note, job) : [] } }
}

/** The sections that have something in them, in the order of the template. */
function printSections({ sections }: Note, { echo }: Job) {
  const template = echo.template as TemplateName
  const styles = new Map((echo.styles as string[]).map((line) => line.split('=') as [string, string]))
  return sections
    .filter(({ statements }) => statements.length > 0)
    .map((section) => {
      const key = printSectionKey(template, section.key)
      const style = styles.get(key) ?? styles.get('*') ?? 'auto'
      return { key, title: section.title, text: printSectionText(section, style) }
    })
}

/** A story reads as a paragraph, anything else as a list. */
const STORIES = /complaint|history_of_present|subjective|social_history/

function printSectionText({ key, statements }: Section, style: string): string {
  const isParagraph = style === 'auto' ? STORIES.test(key) : style.startsWith('paragraph')
  if (isParagraph || statements.length === 1) return statements.map(({ text }) => text).join(' ')
  return statements.map(({ text }) => `- ${text}`).join('\n')
}

function printInstructions({ notes: [note] }: JobResult) {
  const statements = note?.sections.flatMap((section) => section.statements) ?? []
  return { instructions: statements.map(({ text }) => `- ${text}`).join('\n') }
}

/** The note under the keys that it came with. One that the model did not write would be the old one: an error. */
function printEdited({ job, notes: [note] }: JobResult) {
  const failure = note?.warnings.find(({ code }) => code === 'model_failed')
  if (failure) throw new OslerError('engine_failed', 'The language model did not edit the note: try again later.')
  const keys = job.echo.keys as string[]
  const sections = (note?.sections ?? []).map((section, index) => {
    const text = printSectionText(section, 'auto')
    return { key: keys[index] ?? section.key, title: section.title, text }
  })
  const title = hasNoteTitle(versionOf(job)) ? { title: note?.title ?? '' } : {}
  return { note: { ...title, sections: sections.filter(({ text }) => text !== '') } }
}

/** The one error whose fine code and name are known; for all others the code is the HTTP status. */
const TOO_SHORT = {
  message: "We can't generate the note when the transcript is too short.",
  code: 83005,
  name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT',
}

export function printError({ code, message, status }: OslerError, requestId?: string): PrintedError & { body: object } {
  if (code === 'transcript_too_short') return { status, body: TOO_SHORT }
  const text = code === 'internal' && requestId ? `${message} Request id: ${requestId}.` : message
  return { status, body: { message: text, code: status, name: code.toUpperCase() } }
}
