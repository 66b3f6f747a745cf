import type { FastifyRequest } from 'fastify'
import type { App, Use } from '../../../door.ts'
import { live } from '../../../http/live.ts'
import { limitsOf } from '../caller.ts'
import type { NablaSettings } from '../settings.ts'
import { readVersion } from '../version.ts'
import type { Dialect } from './dialect.ts'
import { COPILOT_DICTATE, DICTATE } from './dictate-dialect.ts'
import { STREAM_TIMEOUT_SECONDS } from './join-streams.ts'
import { LISTEN } from './listen-dialect.ts'
import { LiveConversation } from './live-conversation.ts'
import { TRANSCRIBE } from './transcribe-dialect.ts'
import { translateConfig } from './translate.ts'

/** What stands before a key or token among the sub-protocols that a browser offers. */
const KEY = 'jwt-'

/** Speech while it is said. */
export function liveRoutes(app: App, use: Use<'intake' | 'live' | 'offers'>, settings: NablaSettings): void {
  const limits = limitsOf(use.intake, settings, use.intake.usual.maxSeconds)

  const open = (path: string, protocols: string[], dialectOf: (request: FastifyRequest) => Dialect) =>
    live(app, use.live, path, {
      protocols,
      readKey: (offered) => offered.find((one) => one.startsWith(KEY))?.slice(KEY.length),
      idleSeconds: STREAM_TIMEOUT_SECONDS,
      converse(request) {
        const caller = { version: readVersion(request), userId: request.userId }
        return new LiveConversation(dialectOf(request), (config) => translateConfig(config, use.offers, limits, caller))
      },
    })

  open('/transcribe-ws', ['transcribe-protocol'], () => TRANSCRIBE)
  open('/listen-ws', ['copilot-listen-protocol'], () => LISTEN)
  open('/dictate-ws', ['dictate-protocol', COPILOT], (request) => (isCopilot(request) ? COPILOT_DICTATE : DICTATE))
}

const COPILOT = 'copilot-dictate-protocol'

/** The socket of 2024 has the path of today's, below a base of its own. */
const isCopilot = ({ raw, headers }: FastifyRequest): boolean =>
  raw.vendorBase?.includes('/copilot') === true || headers['sec-websocket-protocol']?.includes(COPILOT) === true
