import { formatModelInfo, formatUnsupported, MODEL_ID } from '../format.ts'
import { confidenceOf, type FormattedWord, textOf } from '../format-words.ts'

/** A piece of a channel's sound, and what is heard in it. */
export interface Result {
  channel: number
  channels: number
  startMs: number
  endMs: number
  words: FormattedWord[]
}

interface Finality {
  isFinal: boolean
  /** It ends at a pause. */
  isSpeechFinal: boolean
  /** It is the last before a client's Finalize. */
  isFinalized?: boolean
}

export const formatResults = (requestId: string, result: Result, finality: Finality) => ({
  type: 'Results',
  channel_index: [result.channel, result.channels],
  start: result.startMs / 1000,
  duration: Math.max(0, result.endMs - result.startMs) / 1000,
  is_final: finality.isFinal,
  speech_final: finality.isSpeechFinal,
  from_finalize: finality.isFinalized ?? false,
  channel: {
    alternatives: [{ transcript: textOf(result.words), confidence: confidenceOf(result.words), words: result.words }],
  },
  metadata: { request_id: requestId, model_info: formatModelInfo(), model_uuid: MODEL_ID },
})

export const formatSpeechStarted = (channel: number, channels: number, startMs: number) => ({
  type: 'SpeechStarted',
  channel: [channel, channels],
  timestamp: startMs / 1000,
})

export const formatUtteranceEnd = (channel: number, channels: number, lastWordEndMs: number) => ({
  type: 'UtteranceEnd',
  channel: [channel, channels],
  last_word_end: lastWordEndMs / 1000,
})

/** The last message of a stream. */
export const formatMetadata = (
  requestId: string,
  {
    createdAt,
    durationMs,
    channels,
    unsupported,
  }: {
    createdAt: Date
    durationMs: number
    channels: number
    unsupported: readonly string[]
  },
) => ({
  type: 'Metadata',
  ...{ transaction_key: 'deprecated', request_id: requestId, sha256: '', created: createdAt.toISOString() },
  ...{ duration: durationMs / 1000, channels, models: [MODEL_ID], model_info: { [MODEL_ID]: formatModelInfo() } },
  ...(unsupported.length > 0 && { warnings: unsupported.map(formatUnsupported) }),
})

/** What the vendor sends before it hangs up. */
export const formatFailure = (requestId: string, code: string, description: string) => ({
  ...{ type: 'Error', err_code: code, err_msg: description, description, message: code, request_id: requestId },
})
