import { z } from 'zod'
import { formatMarkdown, type Note } from '../../../domain/note.ts'
import type { ConsultationRecord } from '../../../export/consultation-record.ts'
import { formatBundle } from '../../../export/fhir/bundle.ts'
import { STRUCTURED_KINDS } from '../../../export/fhir/findings.ts'
import { formatHtml } from '../../../export/html.ts'
import { formatPdf } from '../../../export/pdf.ts'
import type { App, DoorDependencies } from '../../door.ts'
import type { VersionedNote } from './apply-revisions.ts'
import { findNote, readOrWrite, readRecord } from './read-result.ts'
import { Document, Failure, Id } from './schemas.ts'

/** How a document is sent. Adding a form is one entry. */
const FORMS = {
  json: { type: 'application/json; charset=utf-8', print: (note: VersionedNote) => note },
  markdown: { type: 'text/markdown; charset=utf-8', print: (note: Note) => formatMarkdown(note) },
  html: {
    type: 'text/html; charset=utf-8',
    print: (note: Note, { transcript }: ConsultationRecord) => formatHtml([note], transcript),
  },
  pdf: {
    type: 'application/pdf',
    print: (note: Note, { transcript, writtenAt }: ConsultationRecord) => formatPdf([note], transcript, writtenAt),
  },
}

const Pdf = z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' })
const FormNames = z.enum(Object.keys(FORMS) as [keyof typeof FORMS])
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
export function documentRoutes(app: App, dependencies: DoorDependencies): void {
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
    async (request, reply) => {
      const { id, kind } = request.params
      const { type, print } = FORMS[request.query.format]
      const record = await readRecord(dependencies, request.tenantId, id)
      const printed = await print(findNote(record, kind), record)
      return reply.headers(HEADERS).type(type).send(printed)
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
    async (request, reply) => {
      const record = await readRecord(dependencies, request.tenantId, request.params.id)
      const structured = await readOrWrite(dependencies, record, STRUCTURED_KINDS)
      return reply.type('application/fhir+json; charset=utf-8').send({ ...formatBundle(record, structured) })
    },
  )
}
