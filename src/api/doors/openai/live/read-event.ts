import { z } from 'zod'
import type { SocketMessage } from '../../../http/live/conversation.ts'
import { readJsonMessage } from '../../../http/live/read-json-message.ts'
import type { Shape } from './format-session.ts'
import { OldSessionChange, SessionChange } from './session.ts'

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.update'), session: SessionChange }),
  z.object({ type: z.literal('transcription_session.update'), session: OldSessionChange }),
  z.object({ type: z.literal('input_audio_buffer.append'), audio: z.base64() }),
  z.object({ type: z.literal('input_audio_buffer.commit') }),
  z.object({ type: z.literal('input_audio_buffer.clear') }),
])

/** What a client says. */
export type Said =
  | { type: 'update'; change: SessionChange; shape: Shape }
  | { type: 'append'; sound: Buffer }
  | { type: 'commit' }
  | { type: 'clear' }

/** Throws `request_invalid`. */
export function readEvent(message: SocketMessage): Said {
  const event = readJsonMessage(message, Event, 'send sound as base64 in "input_audio_buffer.append"')
  switch (event.type) {
    case 'session.update':
      return { type: 'update', change: event.session, shape: 'ga' }
    case 'transcription_session.update':
      return { type: 'update', change: event.session, shape: 'beta' }
    case 'input_audio_buffer.append':
      return { type: 'append', sound: Buffer.from(event.audio, 'base64') }
    default:
      return { type: event.type === 'input_audio_buffer.commit' ? 'commit' : 'clear' }
  }
}

const Named = z.looseObject({ event_id: z.string().max(200) })

/** The client's own id of a message, by which an error about it is told. */
export function readEventId(message: SocketMessage): string | null {
  try {
    return Named.safeParse(JSON.parse(message.toString())).data?.event_id ?? null
  } catch {
    return null
  }
}
