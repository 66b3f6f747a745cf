import { z } from 'zod'
import type { Change, Look } from '../../../domain/consultation-record.ts'
import type { App, Use } from '../../door.ts'
import { formatRequest } from '../../http/format-request.ts'
import { openEvents } from '../../http/send-event.ts'
import { Id } from './schemas.ts'
import { listKinds } from './translate.ts'

const Following = z.object({
  live: z.enum(['true', 'false']).default('false').describe('Whether its session is told, too, as somebody speaks'),
  documents: z.string().default('').describe('With `live`: of which documents a draft is told: `soap_note,summary`'),
})

const LastEvent = z.object({
  'last-event-id': z.string().optional().describe('Of the last `transcript` that was taken in'),
})

const EVENTS = [
  'Server-sent events of the newest request, until it has ended: `progress`, `heard`, then `succeeded` or `failed`.',
  'With `live`: `transcript`, `partial`, `note` and `state` of its session, as docs/live.md has them.',
].join(' ')

/** Follow a consultation, and look on while somebody speaks. */
export function eventRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.get(
    '/api/consultations/:id/events',
    {
      config: { scope: 'read' },
      sse: 'only',
      schema: { tags: ['Consultations'], description: EVENTS, params: Id, querystring: Following, headers: LastEvent },
    },
    async (request, reply) => {
      const { tenantId, params, query, headers, gone } = request
      const look = translateLook(query, headers['last-event-id'])
      const send = openEvents(request, reply)
      for await (const change of consultations.follow(tenantId, params.id, look, gone)) {
        await send(formatChange(change))
      }
    },
  )
}

function translateLook({ live, documents }: z.infer<typeof Following>, mark?: string): Look | undefined {
  return live === 'true' ? { mark, kinds: listKinds(documents) } : undefined
}

/** What happened as an event of its name. */
function formatChange(change: Change) {
  switch (change.type) {
    case 'heard':
      return { event: 'heard', data: change.line }
    case 'transcript': {
      const { mark: id, items, gone, isWhole } = change
      const data = { whole: isWhole, items: items.map(formatItem), gone }
      return { event: 'transcript', id, data }
    }
    case 'partial':
      return { event: 'partial', data: change.text }
    case 'note':
      return { event: 'note', data: { ...change.note, draft: change.isDraft } }
    case 'recording': {
      const { keptMs: savedMs } = change
      return { event: 'state', data: savedMs === undefined ? { state: 'ended' } : { state: 'recording', savedMs } }
    }
    case 'state': {
      const { job } = change
      return { event: job.status === 'ongoing' ? 'progress' : job.status, data: formatRequest(job) }
    }
  }
}

type Items = Extract<Change, { type: 'transcript' }>['items']

/** The words of each, with their times, are read with the transcript. */
const formatItem = ({ id, startMs, endMs, speaker, speakerLabel, text }: Items[number]) => ({
  ...{ id, startMs, endMs, speaker },
  ...(speakerLabel && { speakerLabel }),
  text,
})
