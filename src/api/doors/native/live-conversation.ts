import { z } from 'zod'
import type { OslerError } from '../../../domain/errors.ts'
import { openTextOf, paceOf } from '../../../domain/live.ts'
import type { Limits } from '../../../domain/submission.ts'
import { formatRequest } from '../../http/format-request.ts'
import type { Conversation, LiveAction, SocketMessage, Told } from '../../http/live/conversation.ts'
import { readJsonMessage } from '../../http/live/read-json-message.ts'
import { UploadFields } from './schemas.ts'
import { translateLive } from './translate.ts'

const PauseMs = z.number().int().min(200).max(10_000).optional()

const Start = UploadFields.omit({ address: true }).extend({
  type: z.literal('start'),
  sampleRate: z.number().int().default(16_000),
  channels: z.union([z.literal(1), z.literal(2)]).default(1),
  consultation: z.string().optional(),
  pauseMs: PauseMs,
})

/** What a client says in text; its sound comes as bytes as well. */
const Message = z.discriminatedUnion('type', [
  Start,
  z.strictObject({ type: z.literal('resume'), recording: z.string(), pauseMs: PauseMs }),
  z.strictObject({ type: z.literal('audio'), audio: z.base64() }),
  z.strictObject({ type: z.literal('flush'), mark: z.string().max(100).optional() }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('end') }),
])

export type LiveStart = z.infer<typeof Start>

/** A client of Osler's own socket. */
export const converse = (limits: Limits): Conversation => ({
  take: (message) => [translate(message, limits)],
  tell: (told) => format(told),
})

function translate(message: SocketMessage, limits: Limits): LiveAction {
  if (typeof message !== 'string') return { type: 'sound', pcm: message }
  const said = readJsonMessage(message, Message, 'send sound as bytes, and the rest as JSON')
  if (said.type === 'start') return { type: 'begin', work: translateLive(said, limits) }
  if (said.type === 'resume')
    return { type: 'goOn', id: said.recording, ...(said.pauseMs && { pace: paceOf(said.pauseMs) }) }
  if (said.type === 'audio') return { type: 'sound', pcm: Buffer.from(said.audio, 'base64') }
  if (said.type === 'pause') return { type: 'pause' }
  if (said.type === 'end') return { type: 'finish' }
  return { type: 'flush', ...(said.mark !== undefined && { mark: said.mark }) }
}

function format(told: Told): object[] {
  switch (told.type) {
    case 'open':
      return [
        {
          ...{ type: 'state', state: 'open', recording: told.id, consultation: told.consultationId },
          ...{ position: told.position, request: formatRequest(told.job) },
        },
      ]
    case 'kept':
      return [{ type: 'ack', position: told.position }]
    case 'partial':
      return [{ type: 'partial', ...openTextOf(told) }]
    case 'final':
      if (told.items.length === 0) return [{ type: 'item', id: told.id, text: '', words: [] }]
      return told.items.map((item) => ({ type: 'item', ...item }))
    case 'bettered':
      return [
        ...told.items.map((item) => ({ type: 'item', ...item, revision: 2 })),
        ...told.gone.map((id) => ({ type: 'item', id, text: '', words: [], revision: 2 })),
      ]
    case 'failed':
      return [{ type: 'error', error: pick(told.error) }]
    case 'begun':
    case 'ended':
      return [{ type: 'state', state: told.type === 'begun' ? 'speech' : 'pause', id: told.id }]
    case 'flushed':
      return [{ type: 'state', state: 'flushed', ...(told.mark !== undefined && { mark: told.mark }) }]
    default:
      return [{ type: 'state', state: told.type }]
  }
}

const pick = ({ code, message, details }: OslerError) => ({ code, message, details })
