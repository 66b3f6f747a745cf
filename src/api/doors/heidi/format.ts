import type { Recording, Series, Session } from '../../../domain/consultation.ts'
import type { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { formatMarkdown, type Note, withoutDoubts } from '../../../domain/note.ts'
import { formatPlain, type Transcript } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { formatTime } from './ids.ts'

const STATUS = { ongoing: 'IN_PROGRESS', succeeded: 'COMPLETE', failed: 'FAILED' } as const

/** A recording that nobody asked to be heard yet is `INITIALIZED`. */
const statusOf = (job: Job | undefined) => (job ? STATUS[job.status] : ('INITIALIZED' as const))

/** A recording in a session's list. `access` is there when an expiring address was asked for. */
export function formatAudio(
  { id, position, createdAt, job }: Pick<Recording, 'id' | 'position' | 'createdAt' | 'job'>,
  access?: { url: string; expiry: number },
) {
  return {
    ...{ id, index: position, status: statusOf(job), created_at: formatTime(createdAt) },
    ...{ access_url: access?.url ?? null, expiry: access?.expiry ?? 0 },
  }
}

/** What was heard so far; Heidi shows one text without speakers, and a new line a voice where there are several. */
export function formatTranscript(transcript: Transcript | undefined): string {
  const items = transcript?.items ?? []
  const lines: string[] = []
  let previous: string | undefined
  for (const item of items) {
    if (lines.length > 0 && item.speakerLabel === previous) lines.push(`${lines.pop()} ${item.text}`)
    else lines.push(item.text)
    previous = item.speakerLabel
  }
  return lines.join('\n')
}

/** Every recording with its chunks: a series has one a segment, a whole recording is one chunk. */
export function formatLive({ recordings, series, transcript, items }: Session) {
  const formatChunk = (recording: Recording) => {
    const { id, position, job } = recording
    const heard = recording.transcript && formatPlain(items.get(id) ?? [])
    const ms = recording.transcript?.durationMs ?? job?.durationMs ?? 0
    return { id: position + 1, status: statusOf(job), transcript: heard ?? null, duration: ms / 1000 }
  }
  const inSeries = series.map((one) => {
    const segments = recordings.filter(({ seriesId }) => seriesId === one.id)
    return formatChunked(one, segments.toSorted((a, b) => a.position - b.position).map(formatChunk))
  })
  const whole = recordings.filter(({ seriesId }) => seriesId === undefined)
  const chunked = [...whole.map((one) => formatChunked(one, [formatChunk(one)])), ...inSeries]
  return {
    response: {
      ...{ user_uploaded: chunked, live: [], backup: [] },
      transcript_in_use: chunked.length > 0 ? ('user_uploaded' as const) : null,
      transcript: transcript ? formatTranscript(transcript) : null,
    },
  }
}

function formatChunked<Chunk>({ id, createdAt }: Pick<Series, 'id' | 'createdAt'>, chunks: Chunk[]) {
  return { id, chunks, created_at: createdAt.toISOString().replace(/\.\d+Z$/, 'Z') }
}

/** A document in the form that was asked for. */
export function formatContent(note: Note, contentType: string): string {
  return contentType === 'HTML' ? formatHtml(note) : formatMarkdown(withoutDoubts(note))
}

function formatHtml(note: Note): string {
  const sections = note.sections.filter(({ statements }) => statements.length > 0)
  const printed = sections.map(({ title, style, statements }) => {
    const heading = `<h2>${escapeMarkup(title)}</h2>`
    if (style === 'paragraph') return `${heading}<p>${statements.map(({ text }) => escapeMarkup(text)).join(' ')}</p>`
    return `${heading}<ul>${statements.map(({ text }) => `<li>${escapeMarkup(text)}</li>`).join('')}</ul>`
  })
  const warnings =
    sections.length > 0 ? [] : note.warnings.map(({ message }) => `<p><em>${escapeMarkup(message)}</em></p>`)
  return [`<h1>${escapeMarkup(note.title)}</h1>`, ...printed, ...warnings].join('\n')
}

export const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A text as Heidi streams it: pieces in `data`, here a line each. */
export function* formatPieces(text: string) {
  const lines = text.split(/(?<=\n)/)
  for (const line of lines) yield { data: line }
}

/** What of a document of codes has one. */
export const formatCodes = (notes: readonly Note[]) =>
  notes
    .flatMap(({ sections }) => sections)
    .flatMap(({ statements }) => statements)
    .flatMap(({ text, attributes }) => {
      const code = attributes?.code
      return code ? [{ code, description: attributes?.display ?? text, text }] : []
    })

const NO_TEMPLATE = 'Template not found: GET /templates/consult-note-templates lists what there is.'
/** What Heidi says of any file that is no recording. */
const NO_AUDIO = ['audio_empty', 'audio_unreadable', 'audio_missing', 'audio_truncated']

export function formatError({ code, message, details, status }: OslerError, requestId: string): FormattedError {
  const { type, field, place = 'body' } = details
  if (NO_AUDIO.includes(code)) return { status: 400, body: { detail: 'only audio file is allowed' } }
  if (code === 'kind_unknown')
    return { status: 404, body: { detail: { msg: NO_TEMPLATE, type: 'TemplateNotFoundError' } } }
  if (code === 'disk_full') return { status: 500, body: { detail: 'error: failed to upload audio' } }
  if (typeof type === 'string') return { status, body: { detail: { msg: message, type } } }
  if (code === 'request_invalid' || code === 'field_missing') {
    const loc = [place === 'params' ? 'path' : String(place), ...(field ? String(field).split('/') : [])]
    return { status: 422, body: { detail: [{ loc, msg: message, type: 'value_error' }] } }
  }
  return { status, body: { detail: code === 'internal' ? `${message} Request id: ${requestId}.` : message } }
}
