import { z } from 'zod'
import type { SocketMessage } from '../../../http/live/conversation.ts'
import { readJsonMessage } from '../../../http/live/read-json-message.ts'
import { bothCases } from '../schemas.ts'
import type { StreamSpeaker } from './dialect.ts'

/** Sound as text. Half a sample would turn all that follows into noise. */
export const Payload = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((pcm) => pcm.length % 2 === 0, 'the samples are of two bytes each, and their number is odd')

export const Encoding = bothCases('pcm_s16le')

export const ONE_STREAM = [{ id: 'stream1', speaker: 'unspecified' as const }]

/** One stream is the rule; two become the channels of one recording. Without any, there is one. */
export const Streams = z
  .array(
    z.object({
      id: z.string().max(100),
      speaker_type: bothCases('doctor', 'patient', 'unspecified')
        .default('unspecified')
        .transform((speaker) => speaker.toLowerCase() as StreamSpeaker),
    }),
  )
  .min(1)
  .max(2)
  .default([{ id: 'stream1', speaker_type: 'unspecified' }])
  .transform((streams) => streams.map(({ id, speaker_type: speaker }) => ({ id, speaker })))

/** A message that is JSON of one of the forms. Throws `request_invalid`. */
export const readMessage = <Schema extends z.ZodType>(message: SocketMessage, schema: Schema): z.infer<Schema> =>
  readJsonMessage(message, schema, 'send sound as base64 in the field "payload"')
