import { z } from 'zod'
import type { OslerError } from '../../../../domain/errors.ts'
import { formatError } from '../format.ts'
import { LOCALES } from '../locales.ts'
import { bothCases } from '../schemas.ts'
import type { Dialect, HeardItem, Said } from './dialect.ts'
import { Encoding, Payload, readMessage, Streams } from './read-message.ts'
import { showItems } from './show-items.ts'

const Message = z.discriminatedUnion('object', [
  z.object({
    object: z.literal('listen_config'),
    output_objects: z.array(bothCases('transcript_item')).optional(),
    encoding: Encoding,
    sample_rate: z.number(),
    language: z.enum(LOCALES),
    streams: Streams,
    split_by_sentence: z.boolean().default(false),
  }),
  z.object({ object: z.literal('audio_chunk'), payload: Payload, stream_id: z.string().optional() }),
  z.object({ object: z.literal('end') }),
])

/** `listen-ws` of the Copilot API of 2024: nothing is acknowledged. */
export const LISTEN: Dialect = {
  read: (message) => translate(readMessage(message, Message)),
  show: (config, work) => showItems(config, work, formatItem),
  formatError: formatMessage,
}

const formatItem = ({ id, text, startMs, endMs, isFinal, speaker }: HeardItem) => ({
  object: 'transcript_item',
  id,
  text,
  speaker,
  start_offset_ms: startMs,
  end_offset_ms: endMs,
  is_final: isFinal,
})

/** Both of the sockets of 2024 say it so, whatever their other messages have. */
export function formatMessage(error: OslerError): object {
  return { object: 'error_message', ...formatError(error).body }
}

function translate(said: z.infer<typeof Message>): Said {
  if (said.object === 'end') return { type: 'end' }
  if (said.object === 'audio_chunk')
    return { type: 'chunk', streamId: said.stream_id, seqId: undefined, pcm: said.payload }
  const { language, sample_rate: sampleRate, streams, split_by_sentence: bySentence } = said
  return { type: 'config', config: { locales: [language], sampleRate, streams, isAcknowledged: false, bySentence } }
}
