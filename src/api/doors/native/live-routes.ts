import type { App, Use } from '../../door.ts'
import { live } from '../../http/live.ts'
import { limitsOf } from '../../http/receive-audio.ts'
import { converse } from './live-conversation.ts'

/** The sub-protocol that is answered, and what stands before a key among those that a browser offers. */
const PROTOCOL = 'osler'
const KEY = 'osler-key.'

/** Speech while it is said, over one socket: docs/live.md. */
export function liveRoutes(app: App, use: Use<'intake' | 'live'>): void {
  live(app, use.live, '/api/live', {
    protocols: [PROTOCOL],
    readKey: (offered) => offered.find((one) => one.startsWith(KEY))?.slice(KEY.length),
    converse: () => converse(limitsOf(use.intake)),
  })
}
