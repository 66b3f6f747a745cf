import type { FastifyRequest } from 'fastify'
import type { App, Use } from '../../../door.ts'
import { live } from '../../../http/live.ts'
import { limitsOf } from '../../../http/receive-audio.ts'
import { languageUnsaid } from '../translate.ts'
import { RealtimeConversation } from './conversation.ts'
import type { Shape } from './format-session.ts'
import { readSecret, secretRoutes } from './secret-routes.ts'
import { translateSession } from './translate.ts'

/** The sub-protocol that is answered, and those by which browsers send a key and ask for the shape of before. */
const PROTOCOL = 'realtime'
const KEY = 'openai-insecure-api-key.'
const BETA = 'openai-beta.realtime-v1'

/** Transcription sessions over a socket (https://developers.openai.com/api/docs/guides/realtime-transcription). */
export function realtimeRoutes(app: App, use: Use<'intake' | 'live' | 'offers' | 'tokens'>): void {
  const limits = limitsOf(use.intake)
  const unsaid = languageUnsaid(use.offers)
  secretRoutes(app, use.tokens, limits.maxMs)
  live(app, use.live, '/v1/realtime', {
    protocols: [PROTOCOL],
    readKey: (offered) => offered.find((one) => one.startsWith(KEY))?.slice(KEY.length),
    takes: ['key', 'stream'],
    converse(request) {
      const secret = readSecret(request.claims)
      const opening = { ...secret, shape: shapeOf(request), expiresAt: Math.floor((Date.now() + limits.maxMs) / 1000) }
      return new RealtimeConversation(opening, (session) => translateSession(session, limits, unsaid))
    },
  })
}

function shapeOf({ headers }: FastifyRequest): Shape {
  const isOld = headers['openai-beta'] !== undefined || headers['sec-websocket-protocol']?.includes(BETA)
  return isOld ? 'beta' : 'ga'
}
