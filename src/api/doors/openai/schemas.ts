import { z } from 'zod'
import { FilePart } from '../../http/receive-audio.ts'

export const FORMATS = ['json', 'text', 'srt', 'verbose_json', 'vtt', 'diarized_json'] as const
export const GRANULARITIES = ['word', 'segment'] as const

/** The form, as https://platform.openai.com/docs/api-reference/audio/createTranscription has it. */
export const TranscriptionForm = z.object({
  file: FilePart,
  model: z.string(),
  language: z.string().optional(),
  prompt: z.string().optional(),
  response_format: z.enum(FORMATS).optional(),
  temperature: z.string().optional(),
  'timestamp_granularities[]': z.enum(GRANULARITIES).optional(),
  stream: z.enum(['true', 'false']).optional(),
  'keywords[]': z.string().optional().describe('Words that may be said: names, medicines'),
  'languages[]': z.string().optional(),
})

/** What the client asked to be answered with: kept with the job. */
export const Wish = z.object({ format: z.enum(FORMATS), granularities: z.array(z.string()), stream: z.boolean() })

export type Wish = z.infer<typeof Wish>

const Usage = z.object({ type: z.literal('duration'), seconds: z.number() })
const Seconds = z.number()

export const Transcription = z
  .object({ text: z.string(), usage: Usage })
  .meta({ examples: [{ text: 'I have had a headache.', usage: { type: 'duration', seconds: 2 } }] })

export const VerboseTranscription = z.object({
  task: z.literal('transcribe'),
  language: z.string(),
  duration: Seconds,
  text: z.string(),
  words: z.array(z.object({ word: z.string(), start: Seconds, end: Seconds })).optional(),
  segments: z
    .array(
      z.object({
        id: z.number().int(),
        seek: z.number().int(),
        start: Seconds,
        end: Seconds,
        text: z.string(),
        tokens: z.array(z.number().int()),
        temperature: z.number(),
        avg_logprob: z.number(),
        compression_ratio: z.number(),
        no_speech_prob: z.number(),
      }),
    )
    .optional(),
  usage: Usage,
})

/** As `gpt-4o-transcribe-diarize` answers: who said what. */
export const DiarizedTranscription = z.object({
  task: z.literal('transcribe'),
  duration: Seconds,
  text: z.string(),
  segments: z.array(
    z.object({
      type: z.literal('transcript.text.segment'),
      id: z.string(),
      start: Seconds,
      end: Seconds,
      text: z.string(),
      speaker: z.string(),
    }),
  ),
  usage: Usage,
})

export const Model = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.number().int(),
  owned_by: z.string(),
})

export const Models = z.object({ object: z.literal('list'), data: z.array(Model) })

export const Failure = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
})
