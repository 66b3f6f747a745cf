import type { App } from '../door.ts'

/** Of whatever says nothing else: it is not kept, not guessed at, and not framed. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

/** SECURITY: answers hold what patients said; proxies and browsers shall keep none of it. */
export function protectAnswers(app: App): void {
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value)
  })
}
