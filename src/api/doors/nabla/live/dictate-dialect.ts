import { z } from 'zod'
import type { Punctuation } from '../../../../domain/dictation/read-dictation.ts'
import { LOCALES, type Locale } from '../locales.ts'
import { bothCases } from '../schemas.ts'
import type { Dialect, Dictation, Said, StreamConfig } from './dialect.ts'
import { formatMessage } from './listen-dialect.ts'
import { Encoding, ONE_STREAM, Payload, readMessage } from './read-message.ts'
import { type DictationFormat, showDictation } from './show-dictation.ts'
import { formatFailure } from './transcribe-dialect.ts'

const LocaleField = z.enum(LOCALES)
/** The longest text of a field that is read: what stands further off changes nothing. */
const MOST_LETTERS = 1_000_000

const Field = z.object({
  text: z.string().max(MOST_LETTERS).default(''),
  selection_start: z.int().min(0).optional(),
  selection_length: z.int().min(0).default(0),
})

const Message = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('CONFIG'),
      encoding: Encoding,
      sample_rate: z.number(),
      /** Since 2026; the versions before have the two below. */
      dictation_locale: LocaleField.optional(),
      punctuation_mode: bothCases('explicit', 'automatic', 'auto', 'none').optional(),
      text_field_context: Field.nullish(),
      enable_async_corrections: z.boolean().default(false),
      speech_locale: LocaleField.optional(),
      dictate_punctuation: z.boolean().default(false),
    })
    .refine((config) => config.dictation_locale ?? config.speech_locale, 'dictation_locale is missing'),
  z.object({ type: z.literal('AUDIO_CHUNK'), payload: Payload, seq_id: z.number().int().min(0).optional() }),
  z.object({ type: z.literal('END') }),
])

/** `dictate-ws` of the Core API: texts that are added to a field, or the items of its versions before 2026. */
export const DICTATE: Dialect = {
  read: (message) => translate(readMessage(message, Message)),
  formatAck: (seqId) => ({ type: 'AUDIO_CHUNK_ACK', ack_id: seqId }),
  show: (config, work) => showDictation(dictationOf(config), work, formatAs('DICTATION_ITEM')),
  formatError: formatFailure,
}

const CopilotMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dictate_config'),
    encoding: Encoding,
    sample_rate: z.number(),
    locale: LocaleField,
    dictate_punctuation: z.boolean().default(false),
  }),
  z.object({ type: z.literal('audio_chunk'), payload: Payload }),
  z.object({ type: z.literal('end') }),
])

/** `dictate-ws` of the Copilot API of 2024: nothing is acknowledged. */
export const COPILOT_DICTATE: Dialect = {
  read(message) {
    const said = readMessage(message, CopilotMessage)
    if (said.type === 'end') return { type: 'end' }
    if (said.type === 'audio_chunk') return chunkOf(said.payload)
    const { locale, sample_rate, dictate_punctuation } = said
    return configOf(locale, sample_rate, itemsWith(dictate_punctuation), false)
  },
  show: (config, work) => showDictation(dictationOf(config), work, formatAs('dictation_item')),
  formatError: formatMessage,
}

const formatAs = (itemType: string): DictationFormat => ({
  formatText: (text) => ({ type: 'DICTATED_TEXT', text }),
  formatCorrection: (suffix, replacement) => ({ type: 'ASYNC_CORRECTION', suffix, replacement }),
  formatItem: ({ id, text, startMs, isFinal }) => ({
    ...{ type: itemType, id, text, start_offset_ms: startMs, is_final: isFinal },
  }),
})

function translate(said: z.infer<typeof Message>): Said {
  if (said.type === 'END') return { type: 'end' }
  if (said.type === 'AUDIO_CHUNK') return chunkOf(said.payload, said.seq_id)
  const { dictation_locale: locale, speech_locale: older, sample_rate, dictate_punctuation } = said
  const dictation = locale ? fieldOf(said) : itemsWith(dictate_punctuation)
  return configOf(locale ?? older ?? 'ENGLISH_US', sample_rate, dictation, true)
}

const chunkOf = (pcm: Buffer, seqId?: number): Said => ({ type: 'chunk', streamId: undefined, seqId, pcm })

/** Clients of `dictate-ws` stop without acknowledgements, and cannot ask for them. */
const configOf = (locale: Locale, sampleRate: number, dictation: Dictation, isAcknowledged: boolean): Said => ({
  type: 'config',
  config: { locales: [locale], sampleRate, streams: ONE_STREAM, isAcknowledged, bySentence: false, dictation },
})

const itemsWith = (marksAreSpoken: boolean): Dictation => ({
  punctuation: marksAreSpoken ? 'explicit' : 'automatic',
  ...{ before: '', behind: '', isAppended: false, isCorrected: true },
})

const PUNCTUATION: Record<string, Punctuation> = { explicit: 'explicit', none: 'none' }

function fieldOf(config: Extract<z.infer<typeof Message>, { type: 'CONFIG' }>): Dictation {
  const { text, selection_start, selection_length } = config.text_field_context ?? Field.parse({})
  const start = Math.min(selection_start ?? text.length, text.length)
  return {
    punctuation: PUNCTUATION[config.punctuation_mode?.toLowerCase() ?? ''] ?? 'automatic',
    before: text.slice(0, start),
    behind: text.slice(start + selection_length),
    isAppended: true,
    isCorrected: config.enable_async_corrections,
  }
}

function dictationOf({ dictation }: StreamConfig): Dictation {
  return dictation ?? itemsWith(false)
}
