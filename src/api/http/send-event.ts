import type { SSEMessage } from '@fastify/sse'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A phone that changes its network takes some seconds. */
const STALL_MS = 30_000
/** A key that was revoked opens nothing for longer than this. */
const KEY_MS = 20_000

/**
 * Sends events to who follows, each when there is room for it. Who takes nothing for half a minute is hung up on; who comes
 * with a key that was revoked meanwhile is told no more.
 */
export function openEvents(request: FastifyRequest, reply: FastifyReply, stallMs = STALL_MS, keyMs = KEY_MS) {
  const gone = new Promise<void>((resolve) => reply.raw.once('close', resolve))
  let checkedMs = Date.now()
  return async (event: SSEMessage): Promise<void> => {
    if (Date.now() - checkedMs > keyMs) {
      checkedMs = Date.now()
      await request.checkKey().catch(() => reply.sse.close())
    }
    if (!reply.sse.isConnected) return
    const timer = setTimeout(() => reply.raw.destroy(), stallMs)
    // What waits for room in a connection that is lost would wait for ever.
    await Promise.race([reply.sse.send(event), gone]).finally(() => clearTimeout(timer))
  }
}
