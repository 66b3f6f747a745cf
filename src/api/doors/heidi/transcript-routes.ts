import type { App, Use } from '../../door.ts'
import { findSession } from './find-session.ts'
import { formatLive, formatTranscript } from './format.ts'
import { hearSession, withoutTyped } from './hear-session.ts'
import { Failure, Live, LiveQuery, SessionId, Transcript } from './schemas.ts'

const tags = ['Heidi']

/** What was said: the whole of it once it is heard, or as far as it is heard now. */
export function transcriptRoutes(app: App, use: Use<'sessions' | 'intake'>): void {
  const config = { scope: 'read' } as const

  app.get(
    '/sessions/:session_id/transcript',
    { config, schema: { tags, params: SessionId, response: { 200: Transcript, '4xx': Failure } } },
    async (request) => {
      const session = await findSession(use.sessions, request, request.params.session_id)
      const { transcript } = await hearSession(use, request, session)
      return { transcript: formatTranscript(transcript) }
    },
  )

  app.get(
    '/sessions/:session_id/transcript/live',
    { config, schema: { tags, params: SessionId, querystring: LiveQuery, response: { 200: Live, '4xx': Failure } } },
    async (request) => {
      const session = await findSession(use.sessions, request, request.params.session_id)
      const isComplete = request.query.recording_status === 'complete'
      const heard = isComplete
        ? await hearSession(use, request, session)
        : withoutTyped(await use.sessions.read(request.tenantId, session.id))
      return formatLive(heard)
    },
  )
}
