import { z } from 'zod'
import { SPEECH_DOUBTFUL } from '../../../domain/accuracy.ts'
import { correctItems, type ItemChange } from '../../../domain/correct-items.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Section as SectionValue } from '../../../domain/note.ts'
import { TRANSCRIPT } from '../../../domain/revision.ts'
import { listRevisions } from '../../../store/revisions.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { findNote, readRecord, readTranscript, type VersionedRecord } from './read-result.ts'
import { checkUnsigned, enterSections, type Reviser, revise } from './revise.ts'
import { Document, Failure, Id, Section, Transcript } from './schemas.ts'

const MOST_LETTERS = 20_000
const Text = z.string().max(MOST_LETTERS)
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
  author: z.string().trim().min(1).max(100).describe('Who changes it, as others shall read it'),
})
const IdAndKind = Id.extend({ kind: z.string() })
const Versions = z.object({
  versions: z.array(
    z.object({
      version: z.number().int(),
      author: z.string(),
      createdAt: z.string(),
      isSigned: z.boolean(),
      items: Transcript.shape.items.optional(),
      sections: z.array(Section).optional(),
    }),
  ),
})

/** What a person corrects: items of the transcript, statements of a document; and the versions that this leaves. */
export function revisionRoutes(app: App, dependencies: DoorDependencies): void {
  const { db } = dependencies
  const write = { scope: 'submit' } as const
  const read = { scope: 'read' } as const
  const tags = ['Corrections']
  const document = { 200: Document, '4xx': Failure }
  const reviserOf = (
    request: { tenantId: string; keyId: string; params: { id: string } },
    { version, author }: z.infer<typeof Seen>,
  ): Reviser => ({
    ...{ tenantId: request.tenantId, keyId: request.keyId, consultationId: request.params.id },
    ...{ author, seen: version },
  })

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
    async (request) => {
      const { tenantId, params, body } = request
      const { items, version } = await readTranscript(dependencies, tenantId, params.id)
      const corrected = correctItems(items, body.change as ItemChange)
      await revise(db, TRANSCRIPT, version, corrected, reviserOf(request, body))
      return readTranscript(dependencies, tenantId, params.id)
    },
  )

  /** Writes the sections that `make` answers, and answers the document as it is then. */
  async function reviseDocument(
    request: { tenantId: string; keyId: string; params: { id: string; kind: string }; body: z.infer<typeof Seen> },
    make: (record: VersionedRecord) => Promise<SectionValue[]> | SectionValue[],
    isSigned = false,
  ) {
    const { tenantId, params, body } = request
    const record = await readRecord(dependencies, tenantId, params.id)
    const note = findNote(record, params.kind)
    checkUnsigned(note)
    await revise(db, params.kind, note.version, await make(record), reviserOf(request, body), isSigned)
    return findNote(await readRecord(dependencies, tenantId, params.id), params.kind)
  }

  app.put(
    '/api/consultations/:id/documents/:kind',
    {
      config: write,
      schema: { tags, params: IdAndKind, body: Seen.extend({ sections: z.array(Section) }), response: document },
    },
    (request) =>
      reviseDocument(request, (record) => {
        const sections = request.body.sections as SectionValue[]
        return enterSections(sections, findNote(record, request.params.kind), record.transcript.items)
      }),
  )

  app.post(
    '/api/consultations/:id/documents/:kind/sign',
    { config: write, schema: { tags, params: IdAndKind, body: Seen, response: document } },
    (request) => reviseDocument(request, (record) => findNote(record, request.params.kind).sections, true),
  )

  app.post(
    '/api/consultations/:id/documents/:kind/rewrite',
    { config: write, schema: { tags, params: IdAndKind, body: Seen, response: document } },
    (request) =>
      reviseDocument(request, async ({ transcript }) => {
        const [written] = await dependencies.writeNow(transcript, [request.params.kind])
        if (!written) throw new OslerError('no_writer', 'No writer of this server writes this document again.')
        // What stands in the document is not replaced by nothing.
        const doubt = written.warnings.find(({ code }) => code === SPEECH_DOUBTFUL)
        if (doubt) throw new OslerError('transcript_doubtful', doubt.message)
        return written.sections
      }),
  )

  app.get(
    '/api/consultations/:id/transcript/versions',
    { config: read, schema: { tags, params: Id, response: { 200: Versions, '4xx': Failure } } },
    async (request) => {
      await readTranscript(dependencies, request.tenantId, request.params.id)
      return { versions: await formatVersions(request.params.id, TRANSCRIPT, 'items') }
    },
  )

  app.get(
    '/api/consultations/:id/documents/:kind/versions',
    { config: read, schema: { tags, params: IdAndKind, response: { 200: Versions, '4xx': Failure } } },
    async (request) => {
      const { id, kind } = request.params
      findNote(await readRecord(dependencies, request.tenantId, id), kind)
      return { versions: await formatVersions(id, kind, 'sections') }
    },
  )

  async function formatVersions(consultationId: string, subject: string, name: 'items' | 'sections') {
    const revisions = await listRevisions(db, consultationId, subject)
    return revisions.map(({ content, createdAt, ...revision }) => ({
      ...{ ...revision, createdAt: createdAt.toISOString(), [name]: content },
    }))
  }
}
