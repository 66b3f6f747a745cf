import { z } from 'zod'

export const Failure = z.object({ err_code: z.string(), err_msg: z.string(), request_id: z.string() })

/** A recording's address, as it is sent instead of the recording itself. */
export const Address = z.object({ url: z.string().max(4000) })

const Word = z.object({
  word: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number(),
  punctuated_word: z.string().optional(),
  speaker: z.number().int().optional(),
  speaker_confidence: z.number().optional(),
})

const Paragraph = z.object({
  sentences: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })),
  speaker: z.number().int().optional(),
  num_words: z.number().int(),
  start: z.number(),
  end: z.number(),
})

const Alternative = z.object({
  transcript: z.string(),
  confidence: z.number(),
  words: z.array(Word),
  paragraphs: z.object({ transcript: z.string(), paragraphs: z.array(Paragraph) }).optional(),
})

const Utterance = z.object({
  start: z.number(),
  end: z.number(),
  confidence: z.number(),
  channel: z.number().int(),
  transcript: z.string(),
  words: z.array(Word),
  speaker: z.number().int().optional(),
  id: z.string(),
})

const Metadata = z.object({
  transaction_key: z.string(),
  request_id: z.string(),
  sha256: z.string(),
  created: z.string(),
  duration: z.number(),
  channels: z.number().int(),
  models: z.array(z.string()),
  model_info: z.record(z.string(), z.object({ name: z.string(), version: z.string(), arch: z.string() })),
  tags: z.array(z.string()).optional(),
  warnings: z.array(z.object({ parameter: z.string(), type: z.string(), message: z.string() })).optional(),
})

export const Listened = z.object({
  metadata: Metadata,
  results: z.object({
    channels: z.array(z.object({ alternatives: z.array(Alternative), detected_language: z.string() })),
    utterances: z.array(Utterance).optional(),
  }),
})

/** What is answered at once where the result is called back. */
export const Accepted = z.object({ request_id: z.string() })

export const NewToken = z.object({ ttl_seconds: z.int().min(1).max(3600).default(30) }).nullish()
export const Token = z.object({ access_token: z.string(), expires_in: z.int() })
