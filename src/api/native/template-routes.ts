import { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import { deleteRecords, insertRecord, updateRecord } from '../../store/records.ts'
import { findTemplate, listTemplates, readTemplate, TEMPLATES } from '../../store/templates.ts'
import type { App, DoorDependencies } from '../door.ts'
import { answerOnce } from '../idempotency.ts'
import { Failure, Id } from './schemas.ts'

const tags = ['Templates']
const MOST_SECTIONS = 50

const Section = z.strictObject({
  title: z.string().trim().min(1).max(200),
  instructions: z.string().max(2000).optional().describe('What belongs in it'),
  style: z.enum(['list', 'paragraph']).optional(),
  detail: z.enum(['brief', 'detailed']).optional().describe('How much is said; only a language model heeds it'),
})
const NewTemplate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  sections: z.array(Section).min(1).max(MOST_SECTIONS),
})
const Template = NewTemplate.extend({ id: z.string() })

/** Document kinds of a tenant's own; a request names one as `template:ID`. */
export function templateRoutes(app: App, { db }: DoorDependencies): void {
  const read = { scope: 'read' } as const
  const write = { scope: 'submit' } as const
  const one = { 200: Template, '4xx': Failure }

  app.post(
    '/api/templates',
    { config: write, schema: { tags, body: NewTemplate, response: { 201: Template, '4xx': Failure } } },
    async (request, reply) => {
      const template = await answerOnce(db, request, request.body, async () => {
        const { tenantId, body } = request
        const made = await insertRecord(db, { tenantId, collection: TEMPLATES, data: body })
        if (made) return readTemplate(made)
        throw new OslerError('internal')
      })
      return reply.code(201).header('location', `/api/templates/${template.id}`).send(template)
    },
  )

  app.get(
    '/api/templates',
    { config: read, schema: { tags, response: { 200: z.object({ templates: z.array(Template) }) } } },
    async ({ tenantId }) => ({ templates: await listTemplates(db, tenantId) }),
  )

  app.get('/api/templates/:id', { config: read, schema: { tags, params: Id, response: one } }, async (request) => {
    const template = await findTemplate(db, request.tenantId, request.params.id)
    if (template) return template
    throw noTemplate()
  })

  app.put(
    '/api/templates/:id',
    { config: write, schema: { tags, params: Id, body: NewTemplate, response: one } },
    async ({ tenantId, params, body }) => {
      const changed = await updateRecord(db, tenantId, TEMPLATES, params.id, body)
      if (changed) return readTemplate(changed)
      throw noTemplate()
    },
  )

  app.delete(
    '/api/templates/:id',
    { config: write, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async ({ tenantId, params }, reply) => {
      const { count } = await deleteRecords(db, tenantId, TEMPLATES, [params.id])
      if (count > 0) return reply.code(204).send(null)
      throw noTemplate()
    },
  )
}

const noTemplate = () => new OslerError('not_found', 'There is no template with this id.')
