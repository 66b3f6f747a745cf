import type { App } from '../door.ts'

/** Fastify's own `request.signal` aborts as soon as a body is read, or never, by when it is asked for first. */
export function noticeGone(app: App): void {
  app.decorateRequest('gone')
  app.addHook('onRequest', async (request, reply) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    request.gone = gone.signal
  })
}
