import { z } from 'zod'
import type { App, Use } from '../../door.ts'
import { TemplateBody } from './collections.ts'
import { Document, Failure, Id } from './schemas.ts'

const Question = z.strictObject({ question: z.string().trim().min(1).max(500) })

/** Ask what was said about something, or what a template would make of it. Nothing is kept. */
export function questionRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.post(
    '/api/consultations/:id/questions',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['Results'],
        params: Id,
        body: Question,
        response: { 200: Document.omit({ version: true }), '4xx': Failure },
      },
    },
    ({ tenantId, params, body }) => consultations.ask(tenantId, params.id, body.question),
  )
  app.post(
    '/api/consultations/:id/previews',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['Results'],
        params: Id,
        body: TemplateBody,
        response: { 200: Document.omit({ version: true }), '4xx': Failure },
      },
    },
    ({ tenantId, params, body }) => consultations.preview(tenantId, params.id, body),
  )
}
