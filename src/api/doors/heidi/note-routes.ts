import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { listTemplates } from '../../../store/templates.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { eventStream } from '../../http/event-stream.ts'
import { fillTemplate } from './fill-template.ts'
import { findSession, languageOf } from './find-session.ts'
import { formatContent, formatPieces } from './format.ts'
import { formatDocuments } from './format-session.ts'
import { formatSessionId } from './ids.ts'
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
import { listConsultNoteTemplates, listDocumentTemplates } from './templates.ts'
import { translateContent, translateGeneration } from './translate.ts'
import { readSaid, writeNote } from './write-note.ts'

const tags = ['Heidi']
const produces = ['text/event-stream']
const CODED = ['ICD-10-CM']

/** What is written from a session: consult note, documents, answers, codes. */
export function noteRoutes(app: App, dependencies: DoorDependencies): void {
  const { db, offers, consultations } = dependencies
  const hasModel = offers.some(({ followsWishes }) => followsWishes)
  const write = { scope: 'submit' } as const
  const read = { scope: 'read' } as const
  const list = { config: read, schema: { tags, response: { 200: Templates, '4xx': Failure } } }
  const ofSession = { tags, params: SessionId }

  app.get('/templates/consult-note-templates', list, async ({ tenantId }) =>
    twice(listConsultNoteTemplates(await listTemplates(db, tenantId))),
  )
  app.get('/templates/document-templates', list, async ({ tenantId }) =>
    twice(listDocumentTemplates(await listTemplates(db, tenantId))),
  )

  app.post(
    '/sessions/:session_id/consult-note',
    { config: write, schema: { ...ofSession, produces, body: WriteNote } },
    async (request, reply) => {
      const session = await findSession(dependencies, request, request.params.session_id)
      const wanted = translateGeneration(request.body, 'consult_note', hasModel)
      const said = await readSaid(dependencies, request, session, [request.body.addition])
      const { note } = await writeNote(dependencies, request, session, said, wanted)
      return eventStream(reply, formatPieces(formatContent(note, request.body.content_type)))
    },
  )

  app.post(
    '/sessions/:session_id/documents',
    {
      config: write,
      schema: { ...ofSession, body: WriteDocument, response: { 200: WrittenDocument, '4xx': Failure } },
    },
    async (request) => {
      const { body } = request
      const session = await findSession(dependencies, request, request.params.session_id)
      const wanted = translateGeneration(body, 'document', hasModel)
      const { note, job } = await writeNote(
        dependencies,
        request,
        session,
        await readSaid(dependencies, request, session),
        wanted,
      )
      return {
        ...{ id: job.id, session_id: formatSessionId(session.id), name: note.title },
        ...{ template_id: body.template_id ?? '', brain: body.brain, voice_style: body.voice_style },
        ...{ content_type: body.content_type, content: formatContent(note, body.content_type) },
      }
    },
  )

  app.get(
    '/sessions/:session_id/documents',
    { config: read, schema: { ...ofSession, response: { 200: Documents, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(dependencies, request, request.params.session_id)
      const documents = await consultations.readDocuments(request.tenantId, [id])
      return { documents: formatDocuments(id, documents.get(id) ?? []) }
    },
  )

  app.post(
    '/sessions/:session_id/ask-ai',
    { config: write, schema: { ...ofSession, produces, body: AskAi } },
    async (request, reply) => {
      const { ai_command_text: instruction, content_type } = request.body
      const session = await findSession(dependencies, request, request.params.session_id)
      const about =
        translateContent(request.body, languageOf(session)) ?? (await readSaid(dependencies, request, session))
      const { note } = await writeNote(dependencies, request, session, about, {
        kind: 'answer',
        noteOptions: { instruction },
      })
      return eventStream(reply, formatPieces(formatContent(note, content_type)))
    },
  )

  app.get(
    '/sessions/:session_id/clinical-codes',
    { config: read, schema: { ...ofSession, querystring: CodesQuery, response: { 200: Codes, '4xx': Failure } } },
    async (request) => {
      const { coding_system } = request.query
      if (!CODED.includes(coding_system)) {
        throw new OslerError('no_writer', `No codes of ${coding_system} are installed; there are those of ICD-10-CM.`)
      }
      const session = await findSession(dependencies, request, request.params.session_id)
      const said = await readSaid(dependencies, request, session)
      const entities = (await consultations.writeNow(said, ['icd_codes']))
        .flatMap(({ sections }) => sections)
        .flatMap(({ statements }) => statements)
        .flatMap(({ text, attributes }) => {
          const code = attributes?.code
          return code ? [{ code, description: attributes?.display ?? text, text }] : []
        })
      return { coding_system, status: 'COMPLETE' as const, entities }
    },
  )

  app.post(
    '/sessions/:session_id/client-customised-template/response',
    {
      config: write,
      schema: {
        ...ofSession,
        body: z.record(z.string(), z.unknown()),
        response: { 200: z.record(z.string(), z.unknown()), '4xx': Failure },
      },
    },
    async (request) => {
      const { id } = await findSession(dependencies, request, request.params.session_id)
      const documents = (await consultations.readDocuments(request.tenantId, [id])).get(id) ?? []
      const newest = documents.findLast(({ job }) => job.doorState.purpose === 'consult_note')
      if (newest) return fillTemplate(request.body, newest.note)
      throw new OslerError('not_ready', 'The session has no consult note yet: POST …/consult-note first.')
    },
  )
}

const twice = <Value>(templates: Value[]) => ({ templates, data: templates })
