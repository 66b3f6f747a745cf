import { z } from 'zod'
import type { OslerError } from '../../../../domain/errors.ts'
import { formatError } from '../format.ts'
import { LOCALES } from '../locales.ts'
import type { Dialect, HeardItem, Said } from './dialect.ts'
import { Encoding, Payload, readMessage, Streams } from './read-message.ts'
import { showItems } from './show-items.ts'

const Locale = z.enum(LOCALES)

const StreamConfig = z
  .object({
    type: z.literal('CONFIG'),
    encoding: Encoding,
    sample_rate: z.number(),
    /** Versions before 2025-03 have this one. */
    speech_locale: Locale.optional(),
    speech_locales: z.array(Locale).min(1).max(10).optional(),
    streams: Streams,
    enable_audio_chunk_ack: z.boolean().default(false),
    split_by_sentence: z.boolean().default(false),
  })
  .refine((config) => config.speech_locales ?? config.speech_locale, 'speech_locales is missing: name one or two')

const Message = z.discriminatedUnion('type', [
  StreamConfig,
  z.object({
    type: z.literal('AUDIO_CHUNK'),
    payload: Payload,
    stream_id: z.string().optional(),
    seq_id: z.number().int().min(0).optional(),
  }),
  z.object({ type: z.literal('END') }),
])

/** The two errors whose finer codes are known, and that clients come back after; for all others it is the HTTP status. */
const CODES: Record<string, number> = { stream_idle: 83011, key_wrong: 50025 }

/** `transcribe-ws` of the Core API, as its versions since 2024-11 have it (https://docs.nabla.com/2025-01-07/server/transcribe-ws). */
export const TRANSCRIBE: Dialect = {
  read: (message) => translate(readMessage(message, Message)),
  formatAck: (seqId) => ({ type: 'AUDIO_CHUNK_ACK', ack_id: seqId }),
  show: (config, work) => showItems(config, work, formatItem),
  formatError: formatFailure,
}

const formatItem = ({ id, text, startMs, endMs, isFinal, speaker, locale }: HeardItem) => ({
  type: 'TRANSCRIPT_ITEM',
  id,
  text,
  start_offset_ms: startMs,
  end_offset_ms: endMs,
  is_final: isFinal,
  speaker_type: speaker.toUpperCase(),
  ...(locale && { locale }),
})

export function formatFailure(error: OslerError): object {
  const { body, status } = formatError(error)
  return { type: 'ERROR_MESSAGE', ...body, code: CODES[error.code] ?? status }
}

function translate(said: z.infer<typeof Message>): Said {
  if (said.type === 'END') return { type: 'end' }
  if (said.type === 'AUDIO_CHUNK')
    return { type: 'chunk', streamId: said.stream_id, seqId: said.seq_id, pcm: said.payload }
  const { speech_locale: locale, speech_locales: locales = locale ? [locale] : [] } = said
  const { sample_rate: sampleRate, streams } = said
  const wishes = { isAcknowledged: said.enable_audio_chunk_ack, bySentence: said.split_by_sentence }
  return { type: 'config', config: { locales, sampleRate, streams, ...wishes } }
}
