import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ItemChange } from '../../../domain/correct-items.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Section as SectionValue } from '../../../domain/note.ts'
import type { Revision, Seen as SeenValue } from '../../../domain/revision.ts'
import type { App, Use } from '../../door.ts'
import { Document, Failure, Id, Section, Transcript } from './schemas.ts'

const MOST_LETTERS = 20_000
const Text = z.string().max(MOST_LETTERS)
const AddedText = Text.trim().min(1).describe('What is added to the signed document, signed by who adds it')
const Item = z.string().describe("The item's id")

const Change = z.discriminatedUnion('action', [
  z.object({ action: z.literal('edit'), item: Item, text: Text }),
  z.object({
    action: z.literal('name'),
    item: Item,
    speaker: z.enum(['doctor', 'patient', 'other', 'unspecified']),
    all: z.boolean().optional().describe('Every item of the same voice'),
  }),
  z.object({ action: z.literal('split'), item: Item, word: z.number().int().describe('Begins an item; from 1') }),
  z.object({ action: z.literal('merge'), item: Item.describe('With the one behind it') }),
])

const Seen = z.object({
  version: z.number().int().min(0).describe('The version that is changed'),
  author: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Who changes it, as others shall read it; who signed in with an account has its name whatever is sent'),
})
const Restored = Seen.extend({ restored: z.number().int().min(0).describe('The version that stands again') })
const IdAndKind = Id.extend({ kind: z.string() })
const Versions = z.object({
  versions: z.array(
    z.object({
      version: z.number().int(),
      author: z.string(),
      writer: z.string().optional().describe('The engine that wrote it, where a person did not'),
      createdAt: z.string(),
      isSigned: z.boolean(),
      items: Transcript.shape.items.optional(),
      sections: z.array(Section).optional(),
    }),
  ),
})

// Each answers the whole of what it changes.
const write = { scope: ['submit', 'read'] } as const
const signing = { scope: ['sign', 'read'] } as const
const read = { scope: 'read' } as const
const tags = ['Corrections']
const document = { 200: Document, '4xx': Failure }

/** What a person corrects: items of the transcript, statements of a document; and the versions that this leaves. */
export function revisionRoutes(app: App, use: Use<'consultations'>): void {
  transcriptRoutes(app, use)
  documentRoutes(app, use)
}

function transcriptRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.patch(
    '/api/consultations/:id/transcript',
    {
      config: write,
      schema: {
        tags,
        params: Id,
        body: Seen.extend({ change: Change }),
        response: { 200: Transcript, '4xx': Failure },
      },
    },
    (request) => consultations.correct(request, request.params.id, request.body.change as ItemChange, seenBy(request)),
  )

  app.post(
    '/api/consultations/:id/transcript/restore',
    { config: write, schema: { tags, params: Id, body: Restored, response: { 200: Transcript, '4xx': Failure } } },
    (request) => consultations.restoreTranscript(request, request.params.id, request.body.restored, seenBy(request)),
  )

  app.get(
    '/api/consultations/:id/transcript/versions',
    { config: read, schema: { tags, params: Id, response: { 200: Versions, '4xx': Failure } } },
    async ({ tenantId, params }) => ({
      versions: formatVersions(await consultations.readVersions(tenantId, params.id), 'items'),
    }),
  )
}

function documentRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.put(
    '/api/consultations/:id/documents/:kind',
    {
      config: write,
      schema: { tags, params: IdAndKind, body: Seen.extend({ sections: z.array(Section) }), response: document },
    },
    (request) => {
      const content = { kind: request.params.kind, sections: request.body.sections as SectionValue[] }
      return consultations.edit(request, request.params.id, content, seenBy(request))
    },
  )

  app.post(
    '/api/consultations/:id/documents/:kind/sign',
    { config: signing, schema: { tags, params: IdAndKind, body: Seen, response: document } },
    (request) => consultations.sign(request, request.params.id, request.params.kind, seenBy(request)),
  )

  app.post(
    '/api/consultations/:id/documents/:kind/addenda',
    {
      config: signing,
      schema: { tags, params: IdAndKind, body: Seen.extend({ text: AddedText }), response: document },
    },
    (request) => {
      const addendum = { kind: request.params.kind, text: request.body.text }
      return consultations.amend(request, request.params.id, addendum, seenBy(request))
    },
  )

  app.post(
    '/api/consultations/:id/documents/:kind/rewrite',
    { config: write, schema: { tags, params: IdAndKind, body: Seen, response: document } },
    (request) => consultations.writeAgain(request, request.params, seenBy(request), request.gone),
  )

  app.post(
    '/api/consultations/:id/documents/:kind/restore',
    { config: write, schema: { tags, params: IdAndKind, body: Restored, response: document } },
    (request) => {
      const wanted = { kind: request.params.kind, restored: request.body.restored }
      return consultations.restoreDocument(request, request.params.id, wanted, seenBy(request))
    },
  )

  app.get(
    '/api/consultations/:id/documents/:kind/versions',
    { config: read, schema: { tags, params: IdAndKind, response: { 200: Versions, '4xx': Failure } } },
    async ({ tenantId, params }) => ({
      versions: formatVersions(await consultations.readVersions(tenantId, params.id, params.kind), 'sections'),
    }),
  )
}

/** SECURITY: who is signed in changes and signs in their own name. Throws `field_missing` where a key says nobody's. */
function seenBy({ account, body }: FastifyRequest<{ Body: z.infer<typeof Seen> }>): SeenValue {
  const author = account?.name ?? body.author
  if (author) return { version: body.version, author }
  throw new OslerError('field_missing', 'Send "author": who changes it, as others shall read it.', { field: 'author' })
}

const formatVersions = (revisions: readonly Revision[], name: 'items' | 'sections') =>
  revisions.map(({ content, createdAt, ...revision }) => {
    const version = { ...revision, createdAt: createdAt.toISOString() }
    return { ...version, [name]: content }
  })
