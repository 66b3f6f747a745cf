import type { FastifyReply } from 'fastify'
import type { Sound } from '../../domain/sound.ts'

/** Who takes nothing for so long has gone, or holds on to what the sound needs: its connection is ended. */
const STALLED_MS = 60_000

/** SECURITY: kept in no cache, and never taken for anything but sound. */
export function sendSound(
  reply: FastifyReply,
  { stream, container, bytes }: Sound,
  stalledMs = STALLED_MS,
): FastifyReply {
  reply.raw.setTimeout(stalledMs)
  return reply
    .type(`audio/${container}`)
    .headers({ 'content-length': bytes, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
    .send(stream)
}
