import { z } from 'zod'
import { OslerError } from '../../../../domain/errors.ts'
import { paceOf } from '../../../../domain/live.ts'

/** How sound comes, as the generally available protocol writes it: samples of 16 bits, or a telephone's. */
const Format = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio/pcm'), rate: z.int().default(24_000) }),
  z.object({ type: z.literal('audio/pcmu') }),
  z.object({ type: z.literal('audio/pcma') }),
])

/** What ends a turn beside the client's `commit`. `create_response` and the like are for models that answer. */
const TurnDetection = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('server_vad'),
    threshold: z.number().optional(),
    prefix_padding_ms: z.number().min(0).max(10_000).default(300),
    silence_duration_ms: z.number().min(0).max(10_000).default(500),
  }),
  z.object({ type: z.literal('semantic_vad'), eagerness: z.enum(['low', 'medium', 'high', 'auto']).default('auto') }),
])

const Transcription = z.object({
  model: z.string().max(200).optional(),
  language: z.string().max(40).nullish(),
  languages: z.array(z.string().max(40)).max(20).optional(),
  prompt: z.string().max(10_000).nullish(),
  keywords: z.array(z.string().max(200)).max(1000).optional(),
})

const Include = z.array(z.string().max(100)).max(10)

/** What a client says of its session: what is not there stays as it is, `null` switches off. */
export const SessionChange = z.object({
  type: z.string().optional(),
  audio: z
    .object({
      input: z
        .object({
          format: Format.optional(),
          transcription: Transcription.nullish(),
          turn_detection: TurnDetection.nullish(),
        })
        .optional(),
    })
    .optional(),
  include: Include.nullish(),
})

/** The same as the protocol before it had it. */
export const OldSessionChange = z
  .object({
    input_audio_format: z.enum(['pcm16', 'g711_ulaw', 'g711_alaw']).optional(),
    input_audio_transcription: Transcription.nullish(),
    turn_detection: TurnDetection.nullish(),
    include: Include.nullish(),
  })
  .transform((old): SessionChange => {
    const { input_audio_format: name, input_audio_transcription: transcription, turn_detection, include } = old
    const format = name && FORMATS[name]
    return { audio: { input: { ...(format && { format }), transcription, turn_detection } }, include }
  })

const FORMATS = {
  pcm16: { type: 'audio/pcm', rate: 24_000 },
  g711_ulaw: { type: 'audio/pcmu' },
  g711_alaw: { type: 'audio/pcma' },
} as const

export type SessionChange = z.infer<typeof SessionChange>
export type TurnDetection = z.infer<typeof TurnDetection>

/** What a client wants, as far as it has said so. */
export interface Session {
  format: z.infer<typeof Format>
  transcription: z.infer<typeof Transcription>
  /** None where the client has not said: its model decides. */
  turnDetection: TurnDetection | null | undefined
  include: string[]
}

export const NEW_SESSION: Session = {
  format: FORMATS.pcm16,
  transcription: {},
  turnDetection: undefined,
  include: [],
}

/** Throws `request_invalid` where a conversation with a model is asked for. */
export function changeSession(session: Session, { type, audio, include }: SessionChange): Session {
  if (type !== undefined && type !== 'transcription')
    throw new OslerError('request_invalid', 'The session type must be "transcription": nobody answers here.', {
      field: 'session.type',
    })
  const { format = session.format, transcription, turn_detection = session.turnDetection } = audio?.input ?? {}
  return {
    format,
    transcription: transcription === null ? {} : { ...session.transcription, ...transcription },
    turnDetection: turn_detection,
    include: include === undefined ? session.include : (include ?? []),
  }
}

/** These end no turn by themselves unless they are told to: their clients leave it out, and commit. */
const CLIENT_COMMITS = ['gpt-live-transcribe', 'gpt-realtime-whisper']

/** What ends a turn; null where the client alone does. */
export function turnDetectionOf({ turnDetection, transcription: { model = '' } }: Session): TurnDetection | null {
  if (turnDetection !== undefined) return turnDetection
  return CLIENT_COMMITS.includes(model) ? null : TurnDetection.parse({ type: 'server_vad' })
}

/** Silence that ends a turn: whether a sentence is at its end is not heard here, so that an eager client waits for less. */
const SILENCE_MS = { low: 1500, medium: 800, auto: 800, high: 500 }

export function turnPaceOf(detection: TurnDetection): ReturnType<typeof paceOf> {
  return paceOf(detection.type === 'semantic_vad' ? SILENCE_MS[detection.eagerness] : detection.silence_duration_ms)
}
