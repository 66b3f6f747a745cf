import { z } from 'zod'
import type { SocketMessage } from '../../../http/live/conversation.ts'
import { formatInputError, formatTooLarge, formatTooSmall } from './format.ts'

/** How much sound a chunk may have. */
export interface ChunkBytes {
  least: number
  most: number
}

export interface Chunk {
  type: 'chunk'
  pcm: Buffer
  /** Its number, counted from 1; a client may leave it out. */
  ackId: number | undefined
}

/** What a client says, or the answer to what it cannot say: the session goes on behind that. */
export type Said = Chunk | { type: 'commit' } | { type: 'wrong'; answer: object }

/** One client writes `type` and `audio`, the others what is documented. */
const Message = z.looseObject({}).transform(({ type, message_type = type, audio, audio_base_64 = audio, ack_id }) => ({
  ...{ type: message_type, audio: audio_base_64, ackId: ack_id },
}))

const ChunkFields = z.object({ audio: z.string(), ackId: z.int().nullish() })
const Base64 = z.base64()

/** Samples have 16 bits. `frameBytes`: one of each channel. */
export function readMessage(message: SocketMessage, chunkBytes: ChunkBytes, frameBytes: number): Said {
  const text = message.toString()
  if (text === '') return wrong('no data received')
  const said = Message.safeParse(readJson(text)).data
  if (said === undefined) return wrong('invalid input data')
  if (said.type === 'INPUT_AUDIO_CHUNK') return readChunk(said, chunkBytes, frameBytes)
  if (said.type !== 'COMMIT') return wrong('invalid input message_type received')
  // Sound that came along would be lost.
  return said.audio ? wrong('Invalid data structure for commit audio request') : { type: 'commit' }
}

function readChunk(said: object, { least, most }: ChunkBytes, frameBytes: number): Said {
  const { data: fields } = ChunkFields.safeParse(said)
  if (fields === undefined) return wrong('Invalid data structure for audio chunk')
  const { audio, ackId } = fields
  if (!Base64.safeParse(audio).success) return wrong('Invalid base64 audio payload')
  const pcm = Buffer.from(audio, 'base64')
  if (pcm.length < least) return { type: 'wrong', answer: formatTooSmall(least) }
  if (pcm.length > most) return { type: 'wrong', answer: formatTooLarge(most) }
  if (pcm.length === 0) return wrong('no data received')
  if (pcm.length % frameBytes > 0) return wrong('Invalid PCM-16 payload length')
  return { type: 'chunk', pcm, ackId: ackId ?? undefined }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wrong = (message: string): Said => ({ type: 'wrong', answer: formatInputError(message) })
