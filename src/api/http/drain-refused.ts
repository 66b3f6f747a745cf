import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** What is read of an upload behind its answer: as much as the largest that is taken by default, and some more. */
const MOST_BYTES = 512 * 1024 * 1024

/**
 * An upload that is refused while it comes in is answered at once and read to its end, or to `mostBytes`, where the
 * connection ends. Many clients send all before they read: one that is not read hangs, and one that is hung up on loses
 * the answer (RFC 9112, section 9.6).
 */
export function drainRefused(app: FastifyInstance, mostBytes = MOST_BYTES): void {
  app.addHook('onSend', async ({ raw }, reply) => {
    if (raw.complete) return
    // Node would end the connection with the answer, whose last bytes an unread body takes along.
    reply.removeHeader('connection')
    reply.raw.shouldKeepAlive = true
    drain(raw, mostBytes)
    if (isLast(raw)) raw.once('end', () => endBehind(reply.raw))
  })
}

function drain(request: IncomingMessage, mostBytes: number): void {
  let bytes = 0
  request.unpipe()
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostBytes) request.socket.destroy()
  })
  request.resume()
}

/** Whether the client wants the connection to end with the answer. */
const isLast = ({ httpVersion, headers }: IncomingMessage) =>
  httpVersion === '1.0' || /\bclose\b/i.test(headers.connection ?? '')

function endBehind(answer: ServerResponse): void {
  const { socket } = answer
  if (answer.writableFinished) socket?.end()
  else answer.once('finish', () => socket?.end())
}
