import type { OslerError } from '../../../../domain/errors.ts'
import type { StreamQuery } from './read-query.ts'

/** One client reads `type`, the others what is documented. */
const format = (messageType: string, fields: object) => ({ message_type: messageType, type: messageType, ...fields })

/** Nobody pays here by the minute, and clients may look whether there is something left. */
const CREDIT_BALANCE = 1_000_000

export const formatCreated = ({ sessionId, languageCode, sound }: StreamQuery) =>
  format('SESSION_CREATED', {
    session_id: sessionId,
    credit_balance: CREDIT_BALANCE,
    configs: {
      ...{ sample_rate: sound.sampleRate, bit_rate: 16, num_channels: sound.channels, use_prompt_id: null },
      ...{ use_language_asr_input: languageCode, use_language_asr_output: languageCode },
    },
  })

/** In the spelling of the service itself; its documents have `AUDIO_CHUNK_ACK`, which one client takes for an error. */
export const formatAck = (ackId: number) => format('AUDIO_CHUCK_ACK', { ack_id: ackId })

export const formatPartial = (transcript: string) => format('PARTIAL_TRANSCRIPT', { transcript })

/** One client reads `transcript`, the others what is documented. */
export const formatCommitted = (jobId: string, transcript: string, seconds: number) =>
  format('COMMITTED_TRANSCRIPT', {
    ...{ transcript_id: jobId, transcript_text: transcript, transcript, audio_len: seconds },
  })

export const formatInputError = (message: string) => format('INPUT_ERROR', { message })

export const formatTooSmall = (leastBytes: number) =>
  format('CHUNK_SIZE_TOO_SMALL', { chunk_size_min: String(leastBytes / 1024) })

export const formatTooLarge = (mostBytes: number) =>
  format('CHUNK_SIZE_TOO_LARGE', { chunk_size_max: String(mostBytes / 1024) })

export const formatMismatch = (ackId: number, taken: number) =>
  format('CHUNK_ID_MISMATCH_WITH_TOTAL', {
    ...{ chunk_id_input: ackId, chunk_id_expected: taken + 1, chunk_id_total: taken },
  })

/** So many speak that text does not keep up. */
export const formatExhausted = () => format('RESOURCE_EXHAUSTED', { status: 'CAPACITY_NOT_AVAILABLE' })

export const formatError = (message: string) => format('ERROR', { message })

/** The last message before the server hangs up. */
export function formatFailure({ code, message, details }: OslerError): object {
  switch (code) {
    case 'key_wrong':
      return format('AUTHENTICATION_ERROR', { message: 'permission denied,access-key error' })
    case 'storage_full':
      return format('QUOTA_EXCEEDED', { credits_balance: '0', message })
    case 'queue_full':
      return { ...formatExhausted(), message }
    case 'stream_idle':
      return format('INSUFFICIENT_AUDIO_ACTIVITY', {
        message: `insufficient audio activity detected,exceed max idle time of ${details.seconds} seconds`,
      })
    case 'stream_too_long':
      return format('SESSION_TIME_LIMIT_EXCEEDED', { session_time_limit: String(details.seconds) })
    default:
      return formatError(message)
  }
}
