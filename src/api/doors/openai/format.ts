import { deflateSync } from 'node:zlib'
import type { OslerError } from '../../../domain/errors.ts'
import type { LanguageTag } from '../../../domain/language.ts'
import { formatSubtitles } from '../../../domain/subtitles.ts'
import { formatPlain, type Item, printedWords, type Transcript } from '../../../domain/transcript.ts'
import type { EngineOffer } from '../../capabilities.ts'
import type { FormattedError } from '../../door.ts'
import type { Wish } from './schemas.ts'

const seconds = (ms: number) => ms / 1000

const usageOf = ({ durationMs }: Transcript) => ({ type: 'duration' as const, seconds: Math.ceil(seconds(durationMs)) })

export function formatJson(transcript: Transcript) {
  return { text: formatPlain(transcript.items), usage: usageOf(transcript) }
}

export function formatVerbose(transcript: Transcript, { granularities }: Wish) {
  const { language, durationMs, items } = transcript
  const wants = (granularity: string) => granularities.includes(granularity)
  return {
    task: 'transcribe' as const,
    language: nameOf(language),
    duration: seconds(durationMs),
    text: formatPlain(items),
    ...(wants('word') && { words: items.flatMap(formatWords) }),
    ...((wants('segment') || !wants('word')) && { segments: items.map(formatSegment) }),
    usage: usageOf(transcript),
  }
}

/** What is text rather than JSON, with its media type. */
export function formatText(transcript: Transcript, format: 'text' | 'srt' | 'vtt'): { type: string; text: string } {
  if (format === 'text') return { type: 'text/plain', text: `${formatPlain(transcript.items)}\n` }
  return { type: format === 'srt' ? 'application/x-subrip' : 'text/vtt', text: formatSubtitles(transcript, format) }
}

/** The whole with who said each part of it: speakers are letters, in the order in which they first speak. */
export function formatDiarized(transcript: Transcript) {
  return {
    task: 'transcribe' as const,
    duration: seconds(transcript.durationMs),
    text: formatPlain(transcript.items),
    segments: formatSpoken(transcript),
    usage: usageOf(transcript),
  }
}

function formatSpoken({ items }: Transcript) {
  const voices = [...new Set(items.map(({ speakerLabel }) => speakerLabel))]
  return items.map(({ id, text, startMs, endMs, speakerLabel }) => ({
    type: 'transcript.text.segment' as const,
    ...{ id, start: seconds(startMs), end: seconds(endMs), text },
    speaker: String.fromCharCode('A'.charCodeAt(0) + Math.min(voices.indexOf(speakerLabel), 25)),
  }))
}

/** The events of a streamed transcription: a piece an item, with who said it where that is asked, then the whole. */
export function* formatEvents(transcript: Transcript, { format }: Wish) {
  for (const [index, segment] of formatSpoken(transcript).entries()) {
    const { id, text } = segment
    const isDiarized = format === 'diarized_json'
    const delta = index === 0 ? text : ` ${text}`
    yield { type: 'transcript.text.delta', delta, ...(isDiarized && { segment_id: id }) }
    if (isDiarized) yield segment
  }
  yield { type: 'transcript.text.done', ...formatJson(transcript) }
}

/** Marks that Whisper's words have beside them and OpenAI's do not. */
const MARKS = /^["'“‘¿¡([{-]+|["'”’.,!?;:…)\]}]+$/g

function formatWords(item: Item) {
  return printedWords(item).flatMap(({ text, startMs, endMs }) => {
    const word = text.replace(MARKS, '')
    return word === '' ? [] : [{ word, start: seconds(startMs), end: seconds(endMs) }]
  })
}

/** The text begins with a space, as Whisper's does: clients join segments as they are. What only Whisper knows has the value that says nothing; `avg_logprob` is the logarithm of the mean confidence. */
function formatSegment({ text, startMs, endMs, confidence = 1 }: Item, id: number) {
  return {
    id,
    seek: 0,
    start: seconds(startMs),
    end: seconds(endMs),
    text: ` ${text}`,
    tokens: [],
    temperature: 0,
    avg_logprob: Math.log(Math.max(confidence, 1e-6)),
    compression_ratio: Buffer.byteLength(text) / deflateSync(text).length,
    no_speech_prob: 0,
  }
}

/** OpenAI prints the English name of the language: `english`. */
function nameOf(language: LanguageTag): string {
  const [code = language] = language.split('-')
  return (new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code).toLowerCase()
}

/** OpenAI's models that hear; clients look up the one that they name. */
const THEIRS = [
  'whisper-1',
  'gpt-transcribe',
  'gpt-4o-transcribe',
  'gpt-4o-mini-transcribe',
  'gpt-4o-transcribe-diarize',
]

/** The models that this server hears with, and the names that clients send. */
export function formatModels(offers: readonly EngineOffer[]) {
  const own = offers.filter(({ task }) => task === 'speech').map(({ engine, model }) => `${engine}-${model}`)
  return { object: 'list' as const, data: [...own, ...THEIRS].map(formatModel) }
}

export const formatModel = (id: string) => ({ id, object: 'model' as const, created: 0, owned_by: 'osler' })

const TYPES: Record<number, string> = { 401: 'authentication_error', 403: 'permission_error', 429: 'rate_limit_error' }

export const formatError = (error: OslerError, requestId: string): FormattedError => ({
  status: error.status,
  body: { error: formatFailure(error, requestId) },
})

/** What went wrong, as it stands in a body and in a socket's event. */
export function formatFailure({ code, message, details, status }: OslerError, requestId: string) {
  const type = TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error')
  const param = typeof details.field === 'string' ? details.field : null
  const text = code === 'internal' ? `${message} Request id: ${requestId}.` : message
  const printedCode = code === 'key_wrong' || code === 'key_missing' ? 'invalid_api_key' : code
  return { message: text, type, param, code: printedCode }
}
