import type { App, Use } from '../../../door.ts'
import { live } from '../../../http/live.ts'
import { limitsOf } from '../../../http/receive-audio.ts'
import type { Query } from '../query.ts'
import { KEY_PROTOCOLS, readKey } from '../read-key.ts'
import type { DeepgramSettings } from '../settings.ts'
import { ListenConversation } from './conversation.ts'
import { readStreamQuery } from './read-stream-query.ts'

/** What browsers let a page of another origin read. */
const EXPOSED = 'dg-model-name,dg-model-uuid,dg-char-count,dg-request-id,dg-error'

/** Speech while it is said: https://developers.deepgram.com/reference/speech-to-text/listen-streaming. */
export function listenRoute(app: App, use: Use<'intake' | 'live'>, { streamIdleSeconds }: DeepgramSettings): void {
  const limits = limitsOf(use.intake)
  live(app, use.live, '/v1/listen', {
    protocols: KEY_PROTOCOLS,
    readKey,
    takes: ['key', 'stream'],
    idleSeconds: streamIdleSeconds,
    headers: ({ id }) => ({ 'dg-request-id': id, 'access-control-expose-headers': EXPOSED }),
    converse: ({ query, id }) => new ListenConversation(readStreamQuery(query as Query, limits), id),
  })
}
