import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Sound } from '../../domain/sound.ts'
import type { Container } from '../../domain/submission.ts'

/** Who takes nothing for so long has gone, or holds on to what the sound needs: its connection is ended. */
const STALLED_MS = 60_000

const TYPES: Record<Container, string> = {
  ...{ wav: 'audio/wav', mp3: 'audio/mpeg', mp4: 'audio/mp4', m4a: 'audio/mp4' },
  ...{ ogg: 'audio/ogg', webm: 'audio/webm', flac: 'audio/flac' },
}

/** SECURITY: kept in no cache, and never taken for anything but sound. */
export function sendSound(reply: FastifyReply, sound: Sound, stalledMs = STALLED_MS): FastifyReply {
  const { container, bytes, tag, range } = sound
  reply.raw.setTimeout(stalledMs)
  reply.type(TYPES[container]).headers({
    'content-length': range ? range.end - range.start + 1 : bytes,
    'accept-ranges': 'bytes',
    etag: `"${tag}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  if (reply.request.method !== 'HEAD') return reply.send(sound.stream)
  sound.stream.destroy()
  return reply.send(Readable.from([]))
}
