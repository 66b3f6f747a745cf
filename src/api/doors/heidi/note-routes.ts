import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import type { App, Use } from '../../door.ts'
import { eventStream } from '../../http/event-stream.ts'
import { fillTemplate } from './fill-template.ts'
import { findSession, languageOf } from './find-session.ts'
import { formatCodes, formatContent, formatPieces } from './format.ts'
import { formatDocuments, formatWritten } from './format-session.ts'
import {
  AskAi,
  Codes,
  CodesQuery,
  Documents,
  Failure,
  SessionId,
  Templates,
  WriteDocument,
  WriteNote,
  WrittenDocument,
} from './schemas.ts'
import { stateOf } from './state.ts'
import { tellUnwritten } from './tell-unwritten.ts'
import { listConsultNoteTemplates, listDocumentTemplates } from './templates.ts'
import { translateContent, translateGeneration } from './translate.ts'
import { readSaid, type WriteUse, writeNote } from './write-note.ts'

const tags = ['Heidi']
const produces = ['text/event-stream']
const CODED = ['ICD-10-CM']
/** What it answers is made of what others sent. */
const write = { scope: ['submit', 'read'] } as const
const read = { scope: 'read' } as const
const ofSession = { tags, params: SessionId }

type ReadUse = Use<'sessions' | 'consultations'>

/** What is written from a session: consult note, documents, answers, codes. */
export function noteRoutes(app: App, use: WriteUse & Use<'consultations' | 'lists' | 'offers'>): void {
  templateRoutes(app, use)
  writeRoutes(app, use)
  askRoute(app, use)
  readRoutes(app, use)
  codesRoute(app, use)
}

function templateRoutes(app: App, { lists }: Use<'lists'>): void {
  const list = { config: read, schema: { tags, response: { 200: Templates, '4xx': Failure } } }
  const listOwn = lists.templates.read

  app.get('/templates/consult-note-templates', list, async ({ tenantId }) =>
    twice(listConsultNoteTemplates(await listOwn(tenantId))),
  )
  app.get('/templates/document-templates', list, async ({ tenantId }) =>
    twice(listDocumentTemplates(await listOwn(tenantId))),
  )
}

function writeRoutes(app: App, use: WriteUse & Use<'offers'>): void {
  const hasModel = use.offers.some(({ followsWishes }) => followsWishes)

  app.post(
    '/sessions/:session_id/consult-note',
    { config: write, schema: { ...ofSession, produces, body: WriteNote } },
    async (request, reply) => {
      const session = await findSession(use.sessions, request, request.params.session_id)
      const wanted = translateGeneration(request.body, 'consult_note', hasModel)
      const said = await readSaid(use, request, session, [request.body.addition])
      const { note } = await writeNote(use, request, session, said, wanted)
      const whole = tellUnwritten(note, said)
      return eventStream(reply, formatPieces(formatContent(whole, request.body.content_type)))
    },
  )

  app.post(
    '/sessions/:session_id/documents',
    {
      config: write,
      schema: { ...ofSession, body: WriteDocument, response: { 200: WrittenDocument, '4xx': Failure } },
    },
    async (request) => {
      const session = await findSession(use.sessions, request, request.params.session_id)
      const wanted = translateGeneration(request.body, 'document', hasModel)
      const written = await writeNote(use, request, session, await readSaid(use, request, session), wanted)
      return formatWritten(session.id, written, request.body)
    },
  )
}

function askRoute(app: App, use: WriteUse): void {
  app.post(
    '/sessions/:session_id/ask-ai',
    { config: write, schema: { ...ofSession, produces, body: AskAi } },
    async (request, reply) => {
      const { ai_command_text: instruction, content_type } = request.body
      const session = await findSession(use.sessions, request, request.params.session_id)
      const about = translateContent(request.body, languageOf(session)) ?? (await readSaid(use, request, session))
      const wanted = { kind: 'answer', noteOptions: { instruction } }
      const { note } = await writeNote(use, request, session, about, wanted)
      return eventStream(reply, formatPieces(formatContent(note, content_type)))
    },
  )
}

function readRoutes(app: App, use: ReadUse): void {
  app.get(
    '/sessions/:session_id/documents',
    { config: read, schema: { ...ofSession, response: { 200: Documents, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(use.sessions, request, request.params.session_id)
      const documents = await use.consultations.readDocuments(request.tenantId, [id])
      return { documents: formatDocuments(id, documents.get(id) ?? []) }
    },
  )

  app.post(
    '/sessions/:session_id/client-customised-template/response',
    {
      config: { ...write, keepsNulls: true },
      schema: {
        ...ofSession,
        body: z.record(z.string(), z.unknown()),
        response: { 200: z.record(z.string(), z.unknown()), '4xx': Failure },
      },
    },
    async (request) => fillTemplate(request.body, await findConsultNote(use, request, request.params.session_id)),
  )
}

function codesRoute(app: App, use: WriteUse & Use<'consultations'>): void {
  app.get(
    '/sessions/:session_id/clinical-codes',
    { config: read, schema: { ...ofSession, querystring: CodesQuery, response: { 200: Codes, '4xx': Failure } } },
    async (request) => {
      const { coding_system } = request.query
      if (!CODED.includes(coding_system)) {
        throw new OslerError('no_writer', `No codes of ${coding_system} are installed; there are those of ICD-10-CM.`)
      }
      const session = await findSession(use.sessions, request, request.params.session_id)
      const said = await readSaid(use, request, session)
      const entities = formatCodes(await use.consultations.writeNow(said, ['icd_codes']))
      return { coding_system, status: 'COMPLETE' as const, entities }
    },
  )
}

/** The session's newest. Throws `not_ready` while it has none. */
async function findConsultNote(
  { sessions, consultations }: ReadUse,
  request: FastifyRequest,
  sessionId: string,
): Promise<Note> {
  const { id } = await findSession(sessions, request, sessionId)
  const documents = (await consultations.readDocuments(request.tenantId, [id])).get(id) ?? []
  const newest = documents.findLast(({ job }) => stateOf(job).purpose === 'consult_note')
  if (newest) return newest.note
  throw new OslerError('not_ready', 'The session has no consult note yet: POST …/consult-note first.')
}

const twice = <Value>(templates: Value[]) => ({ templates, data: templates })
