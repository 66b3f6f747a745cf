import { z } from 'zod'
import type { SocketMessage } from '../../../http/live/conversation.ts'
import { readJsonMessage } from '../../../http/live/read-json-message.ts'

export type Said = { type: 'sound'; coded: Buffer } | { type: 'KeepAlive' | 'Finalize' | 'CloseStream' }

const Control = z.object({ type: z.enum(['KeepAlive', 'Finalize', 'CloseStream']) })

/** Bytes are sound; none of them end the stream, as old clients do it. Throws `request_invalid`. */
export function readMessage(message: SocketMessage): Said {
  if (typeof message !== 'string')
    return message.length > 0 ? { type: 'sound', coded: message } : { type: 'CloseStream' }
  return readJsonMessage(message, Control, 'send sound as bytes, and KeepAlive, Finalize or CloseStream as JSON')
}
