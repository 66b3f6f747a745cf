import { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import { ANY_TEMPLATE } from '../../domain/template.ts'
import { findJob, listJobs } from '../../store/jobs.ts'
import type { App, DoorDependencies } from '../door.ts'
import { printRequest } from './print.ts'
import { EngineOffer, Failure, Id, Page, Request } from './schemas.ts'

/** Requests by their ids, and what this server can hear and write. */
export function listRoutes(app: App, { db, offers }: DoorDependencies): void {
  const config = { scope: 'read' } as const

  app.get(
    '/api/requests',
    {
      config,
      schema: { tags: ['Requests'], querystring: Page, response: { 200: z.object({ requests: z.array(Request) }) } },
    },
    async (request) => {
      const jobs = await listJobs(db, request.tenantId, { limit: request.query.limit })
      return { requests: jobs.map(printRequest) }
    },
  )

  app.get(
    '/api/requests/:id',
    { config, schema: { tags: ['Requests'], params: Id, response: { 200: Request, '4xx': Failure } } },
    async (request) => {
      const job = await findJob(db, request.tenantId, request.params.id)
      if (job) return printRequest(job)
      throw new OslerError('not_found', 'There is no request with this id.')
    },
  )

  app.get(
    '/api/models',
    { config, schema: { tags: ['Engines'], response: { 200: z.object({ models: z.array(EngineOffer) }) } } },
    async () => ({ models: offers }),
  )

  app.get(
    '/api/documents/kinds',
    { config, schema: { tags: ['Engines'], response: { 200: z.object({ kinds: z.array(z.string()) }) } } },
    async () => ({
      kinds: [...new Set(offers.flatMap(({ kinds }) => kinds ?? []))].filter((kind) => kind !== ANY_TEMPLATE),
    }),
  )
}
