import type { JobResult } from '../../../domain/consultation.ts'
import type { ErrorCode, OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { Item, Transcript } from '../../../domain/transcript.ts'
import type { FormattedError } from '../../door.ts'
import { confidenceOf, type FormattedWord, formatItemWords, textOf } from './format-words.ts'
import type { State } from './state.ts'

/** Clients look models up by an id of this form; there is one model here, the server's. */
export const MODEL_ID = '05e1e200-0000-4000-8000-000000000001'

export const formatModelInfo = (engine = 'osler', model = '1') => ({ name: engine, version: model, arch: 'osler' })

/** The answer to a recording: https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded. */
export function formatListened({ job, transcript }: Required<Pick<JobResult, 'job' | 'transcript'>>, state: State) {
  const channels = splitChannels(transcript, state)
  return {
    metadata: formatMetadata(job, transcript, state, channels.length),
    results: {
      channels: channels.map((items) => formatChannel(items, transcript, state)),
      ...(state.utterances && { utterances: formatUtterances(channels, transcript, state) }),
    },
  }
}

function formatMetadata(job: Job, { durationMs, engine, model }: Transcript, state: State, channels: number) {
  return {
    ...{ transaction_key: 'deprecated', request_id: job.id, sha256: state.sha256 },
    ...{ created: job.createdAt.toISOString(), duration: durationMs / 1000, channels, models: [MODEL_ID] },
    model_info: { [MODEL_ID]: formatModelInfo(engine, model) },
    ...(state.tags.length > 0 && { tags: state.tags }),
    ...(state.unsupported.length > 0 && { warnings: state.unsupported.map(formatUnsupported) }),
  }
}

/** As the vendor tells of what it was asked for and did not do. */
export const formatUnsupported = (parameter: string) => ({
  ...{ parameter, type: 'unsupported', message: `"${parameter}" is not done here.` },
})

/** Who speaks on a channel of their own is told apart by it; else all is one channel. */
function splitChannels({ items }: Transcript, { multichannel }: State): Item[][] {
  const labels = [...new Set(items.map(({ speakerLabel }) => speakerLabel))].sort()
  if (!multichannel || labels.length < 2) return [items]
  return labels.map((label) => items.filter(({ speakerLabel }) => speakerLabel === label))
}

/** Speakers are numbered from 0, as they first speak. */
function speakerOf({ speakerLabel }: Item, { items }: Transcript): number {
  return [...new Set(items.map((item) => item.speakerLabel))].indexOf(speakerLabel)
}

const wordsOf = (item: Item, transcript: Transcript, { punctuate, diarize }: State) =>
  formatItemWords(item, { punctuate, ...(diarize && { speaker: speakerOf(item, transcript) }) })

function formatChannel(items: Item[], transcript: Transcript, state: State) {
  const words = items.flatMap((item) => wordsOf(item, transcript, state))
  return {
    alternatives: [
      {
        ...{ transcript: textOf(words), confidence: confidenceOf(words), words },
        ...(state.paragraphs && { paragraphs: formatParagraphs(items, transcript, state) }),
      },
    ],
    detected_language: transcript.language,
  }
}

/** A paragraph is what one speaker says until another does. */
function formatParagraphs(items: Item[], transcript: Transcript, state: State) {
  const turns: Item[][] = []
  for (const item of items) {
    const last = turns.at(-1)
    if (last?.[0]?.speakerLabel === item.speakerLabel) last?.push(item)
    else turns.push([item])
  }
  const paragraphs = turns.map((turn) => formatParagraph(turn, transcript, state))
  return { transcript: `\n${turns.map((turn) => turn.map(({ text }) => text).join(' ')).join('\n\n')}`, paragraphs }
}

function formatParagraph(turn: Item[], transcript: Transcript, state: State) {
  const [first] = turn
  return {
    sentences: turn.map(({ text, startMs, endMs }) => ({ text, start: startMs / 1000, end: endMs / 1000 })),
    ...(state.diarize && first && { speaker: speakerOf(first, transcript) }),
    num_words: turn.reduce((sum, item) => sum + wordsOf(item, transcript, state).length, 0),
    start: (first?.startMs ?? 0) / 1000,
    end: (turn.at(-1)?.endMs ?? 0) / 1000,
  }
}

function formatUtterances(channels: Item[][], transcript: Transcript, state: State) {
  return channels
    .flatMap((items, channel) => items.map((item) => ({ item, channel })))
    .toSorted((a, b) => a.item.startMs - b.item.startMs)
    .map(({ item, channel }) => {
      const words: FormattedWord[] = wordsOf(item, transcript, state)
      return {
        ...{ start: item.startMs / 1000, end: item.endMs / 1000, confidence: confidenceOf(words), channel },
        ...{ transcript: textOf(words), words, id: item.id },
        ...(state.diarize && { speaker: speakerOf(item, transcript) }),
      }
    })
}

/** What the callback gets: the same as the answer, or why there is none. */
export function formatCallback({ job, transcript }: JobResult, state: State): unknown {
  if (transcript) return formatListened({ job, transcript }, state)
  return { request_id: job.id, err_code: 'Bad Request', err_msg: job.error?.message }
}

/** https://developers.deepgram.com/docs/errors */
const CODES: Partial<Record<ErrorCode, string>> = {
  key_missing: 'INVALID_AUTH',
  key_wrong: 'INVALID_AUTH',
  scope_missing: 'INSUFFICIENT_PERMISSIONS',
  too_many_requests: 'TOO_MANY_REQUESTS',
  streams_full: 'TOO_MANY_REQUESTS',
  queue_full: 'TOO_MANY_REQUESTS',
  audio_too_large: 'PAYLOAD_TOO_LARGE',
  body_too_large: 'PAYLOAD_TOO_LARGE',
  not_found: 'NOT_FOUND',
  internal: 'INTERNAL_SERVER_ERROR',
}

export const formatError = ({ code, message, status }: OslerError, requestId: string): FormattedError => ({
  status,
  body: {
    err_code: CODES[code] ?? (status < 500 ? 'Bad Request' : 'SERVICE_UNAVAILABLE'),
    err_msg: code === 'internal' ? `${message} Request id: ${requestId}.` : message,
    request_id: requestId,
  },
})
