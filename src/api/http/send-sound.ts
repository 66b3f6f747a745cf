import type { FastifyReply } from 'fastify'
import type { Sound } from '../../domain/sound.ts'

/** SECURITY: kept in no cache, and never taken for anything but sound. */
export function sendSound(reply: FastifyReply, { stream, container, bytes }: Sound): FastifyReply {
  return reply
    .type(`audio/${container}`)
    .headers({ 'content-length': bytes, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
    .send(stream)
}
