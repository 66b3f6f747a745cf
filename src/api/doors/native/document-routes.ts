import { z } from 'zod'
import type { App, Use } from '../../door.ts'
import { Checks, Document, Failure, Id } from './schemas.ts'

/** How a document is sent. */
const TYPES = {
  json: 'application/json; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
}

const Pdf = z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' })
const FormNames = z.enum(Object.keys(TYPES) as [keyof typeof TYPES])
const Format = z.object({ format: FormNames.default('json') })
const Bundle = z.looseObject({ resourceType: z.literal('Bundle') })
const IdAndKind = Id.extend({ kind: z.string() })

// SECURITY: a page made of what people said runs nothing and loads nothing, should an escape ever be missed.
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** A document in the form that is wanted, and the whole consultation as a FHIR document. */
export function documentRoutes(app: App, { consultations }: Use<'consultations'>): void {
  const config = { scope: 'read' } as const
  const tags = ['Results']

  app.get(
    '/api/consultations/:id/documents/:kind',
    {
      config,
      schema: {
        tags,
        params: IdAndKind,
        querystring: Format,
        response: {
          200: {
            description: 'The document in the form that was asked for',
            content: {
              'application/json': { schema: Document },
              'text/markdown': { schema: z.string() },
              'text/html': { schema: z.string() },
              'application/pdf': { schema: Pdf },
            },
          },
          '4xx': Failure,
        },
      },
    },
    async ({ tenantId, params, query: { format } }, reply) => {
      const { id, kind } = params
      const printed =
        format === 'json'
          ? await consultations.readDocument(tenantId, id, kind)
          : await consultations.exportDocument(tenantId, id, kind, format)
      return reply.headers(HEADERS).type(TYPES[format]).send(printed)
    },
  )

  app.get(
    '/api/consultations/:id/fhir',
    {
      config,
      schema: {
        tags,
        params: Id,
        response: {
          200: {
            description: 'A FHIR R4 Bundle of type document',
            content: { 'application/fhir+json': { schema: Bundle } },
          },
          '4xx': Failure,
        },
      },
    },
    async ({ tenantId, params }, reply) =>
      reply.type('application/fhir+json; charset=utf-8').send(await consultations.exportBundle(tenantId, params.id)),
  )
}

/** What is to be looked at before a document is signed. */
export function checkRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.get(
    '/api/consultations/:id/documents/:kind/checks',
    {
      config: { scope: 'read' },
      schema: { tags: ['Results'], params: IdAndKind, response: { 200: Checks, '4xx': Failure } },
    },
    ({ tenantId, params }) => consultations.listChecks(tenantId, params.id, params.kind),
  )
}
