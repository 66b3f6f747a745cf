import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { isNoteKind, NOTE_KINDS, type NoteKindName } from '../../../domain/note-kinds.ts'
import type { App, Use } from '../../door.ts'
import { formatRequest } from '../../http/format-request.ts'
import { EngineOffer, Failure, Id, KindOffer, Page, Request } from './schemas.ts'

/** Requests by their ids, and what this server can hear and write. */
export function listRoutes(app: App, { jobs, offers }: Use<'jobs' | 'offers'>): void {
  const config = { scope: 'read' } as const

  app.get(
    '/api/requests',
    {
      config,
      schema: { tags: ['Requests'], querystring: Page, response: { 200: z.object({ requests: z.array(Request) }) } },
    },
    async (request) => {
      const listed = await jobs.list(request.tenantId, request.query.limit)
      return { requests: listed.map(formatRequest) }
    },
  )

  app.get(
    '/api/requests/:id',
    { config, schema: { tags: ['Requests'], params: Id, response: { 200: Request, '4xx': Failure } } },
    async (request) => {
      const job = await jobs.find(request.tenantId, request.params.id)
      if (job) return formatRequest(job)
      throw new OslerError('not_found', 'There is no request with this id.')
    },
  )

  app.get(
    '/api/models',
    { config, schema: { tags: ['Engines'], response: { 200: z.object({ models: z.array(EngineOffer) }) } } },
    async () => ({ models: [...offers] }),
  )

  app.get(
    '/api/documents/kinds',
    { config, schema: { tags: ['Engines'], response: { 200: z.object({ kinds: z.array(KindOffer) }) } } },
    async () => ({
      kinds: [...new Set(offers.flatMap(({ kinds }) => kinds ?? []))].filter(isNoteKind).map(describeKind),
    }),
  )
}

function describeKind(kind: NoteKindName) {
  const { title, says, sections } = NOTE_KINDS[kind]
  return { kind, title, says, sections: Object.entries(sections).map(([key, name]) => ({ key, title: name })) }
}
