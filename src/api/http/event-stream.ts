import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends values as server-sent events without names: `data: {…}`, one a value, each as soon as it is there. */
export function eventStream(reply: FastifyReply, values: AsyncIterable<unknown> | Iterable<unknown>) {
  return reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(formatEvents(values)))
}

async function* formatEvents(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `data: ${JSON.stringify(value)}\n\n`
}
