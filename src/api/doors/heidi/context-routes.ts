import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { StoredRecord } from '../../../domain/record.ts'
import type { Attachment, Attachments, Collection } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { readForm } from '../../http/read-form.ts'
import { BYTES_PER_MEBIBYTE, FilePart, textOf, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import { findSession } from './find-session.ts'
import { formatTime } from './ids.ts'
import { Done, Failure, SessionId } from './schemas.ts'

const tags = ['Heidi']
const PATH = '/sessions/:session_id/context-documents'
const MOST_BYTES = 20 * BYTES_PER_MEBIBYTE
const MOST_FILES = 10
const MOST_META_BYTES = 64 * 1024

const Form = z.object({ context_documents: FilePart, meta_data: z.string().optional() })
const Stored = z.strictObject({
  id: z.string(),
  file_type: z.string(),
  bytes: z.number(),
  meta_data: z.string().nullable(),
  created_at: z.string(),
})
const Many = z.strictObject({ context_documents: z.array(Stored) })

interface ContextDocument {
  type: string
  bytes: number
  meta: string | null
}

type ContextUse = Use<'sessions' | 'attachments'>

/** Letters and results that belong to a session. They are kept with it; the built-in writer does not read them. */
export function contextRoutes(app: App, use: ContextUse): void {
  const { sessions } = use
  const documents = use.records<ContextDocument>('context_documents')

  app.post(
    PATH,
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit' },
      schema: {
        ...{ tags, consumes: ['multipart/form-data'], params: SessionId, body: Form },
        response: { 200: Many, '4xx': Failure },
      },
    },
    async (request) => keepDocuments(request, request.params.session_id, use, documents),
  )

  app.get(
    PATH,
    { config: { scope: 'read' }, schema: { tags, params: SessionId, response: { 200: Many, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(sessions, request, request.params.session_id)
      const records = await documents.list(request.tenantId, { consultationId: id })
      return { context_documents: records.map(formatDocument) }
    },
  )

  app.delete(
    PATH,
    {
      config: { scope: 'delete' },
      schema: {
        ...{ tags, params: SessionId, querystring: z.object({ ids: z.string().optional() }) },
        body: z.object({ ids: z.array(z.string()) }).nullish(),
        response: { 200: Done, '4xx': Failure },
      },
    },
    async (request) => {
      const { id } = await findSession(sessions, request, request.params.session_id)
      const wanted = request.body?.ids ?? request.query.ids?.split(',') ?? []
      const own = await documents.list(request.tenantId, { consultationId: id })
      const ids = own.map((record) => record.id).filter((ownId) => wanted.includes(ownId))
      return { is_success: (await documents.delete(request.tenantId, ids)) > 0 }
    },
  )
}

async function keepDocuments(
  request: FastifyRequest,
  sessionId: string,
  { sessions, attachments }: ContextUse,
  documents: Collection<ContextDocument>,
) {
  const { id } = await findSession(sessions, request, sessionId)
  const received = await receiveDocuments(request, attachments)
  const unused = new Set(received.files.map(({ key }) => key))
  try {
    const content = [received.meta, ...received.files.map(({ sha256 }) => sha256)]
    const { ids } = await request.answerOnce(content, async () => {
      unused.clear()
      return { ids: await storeDocuments(documents, request.tenantId, id, received) }
    })
    const records = await documents.list(request.tenantId, { consultationId: id })
    return { context_documents: records.filter((record) => ids.includes(record.id)).map(formatDocument) }
  } finally {
    // A repetition leaves these copies without a use.
    for (const key of unused) await attachments.discard(key)
  }
}

interface Received {
  files: Attachment[]
  meta: string | null
}

async function receiveDocuments(request: FastifyRequest, { keep, discard }: Attachments): Promise<Received> {
  const received: Received = { files: [], meta: null }
  const limits = { files: MOST_FILES, fieldSize: MOST_META_BYTES, fileSize: Number.POSITIVE_INFINITY }
  try {
    if (!request.isMultipart()) throw new OslerError('body_unsupported')
    for await (const part of readForm(request, { limits })) {
      if (part.type === 'file') received.files.push(await keep(part.file, MOST_BYTES))
      else if (part.fieldname === 'meta_data') received.meta = textOf(part.value)
    }
    if (received.files.length > 0) return received
    throw new OslerError('field_missing', 'No file was sent in "context_documents".', { field: 'context_documents' })
  } catch (error) {
    for (const { key } of received.files) await discard(key)
    throw error
  }
}

/** Answers the ids of the records; what they hold is not kept a second time with the answer. */
async function storeDocuments(
  documents: Collection<ContextDocument>,
  tenantId: string,
  consultationId: string,
  { files, meta }: Received,
): Promise<string[]> {
  const stored = files.map(({ key: blobKey, type, bytes }) =>
    documents.insert(tenantId, { consultationId, blobKey, data: { type, bytes, meta } }),
  )
  return (await Promise.all(stored)).flatMap((record) => record?.id ?? [])
}

function formatDocument({ id, data, createdAt }: StoredRecord<ContextDocument>) {
  const { type, bytes, meta } = data
  return { id, file_type: type, bytes, meta_data: meta, created_at: formatTime(createdAt) }
}
