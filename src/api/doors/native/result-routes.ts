import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { formatSubtitles } from '../../../domain/subtitles.ts'
import { formatText, type Transcript as TranscriptValue } from '../../../domain/transcript.ts'
import type { App, Use } from '../../door.ts'
import { Document, Failure, Id, Transcript } from './schemas.ts'

const TranscriptFormat = z.object({
  format: z.enum(['json', 'text', 'srt', 'vtt']).default('json'),
  redact: z
    .stringbool()
    .default(false)
    .describe('Without names, dates, numbers, addresses and ages over 89, as far as rules know them'),
})

const PRINTERS: Record<string, { type: string; print: (transcript: TranscriptValue) => string }> = {
  text: { type: 'text/plain', print: formatText },
  srt: { type: 'application/x-subrip', print: (transcript) => formatSubtitles(transcript, 'srt') },
  vtt: { type: 'text/vtt', print: (transcript) => formatSubtitles(transcript, 'vtt') },
}

const sendText = (reply: FastifyReply, type: string, text: string) => reply.type(`${type}; charset=utf-8`).send(text)

const Wanted = z.strictObject({
  kind: z.string().max(200).describe('A document kind, or `template:` and the id of a template'),
})

/** Read what came of a consultation, and have a document more written of it. */
export function resultRoutes(app: App, { consultations }: Use<'consultations'>): void {
  const config = { scope: 'read' } as const

  app.get(
    '/api/consultations/:id/transcript',
    {
      config,
      schema: {
        tags: ['Results'],
        params: Id,
        querystring: TranscriptFormat,
        response: { 200: z.union([Transcript, z.string()]), '4xx': Failure },
      },
    },
    async (request, reply) => {
      const read = await consultations.read(request.tenantId, request.params.id)
      const transcript = request.query.redact ? await consultations.redact(read.transcript) : read.transcript
      const printer = PRINTERS[request.query.format]
      return printer ? sendText(reply, printer.type, printer.print(transcript)) : transcript
    },
  )

  app.get(
    '/api/consultations/:id/documents',
    {
      config,
      schema: {
        tags: ['Results'],
        params: Id,
        response: { 200: z.object({ documents: z.array(Document) }), '4xx': Failure },
      },
    },
    async ({ tenantId, params }) => ({ documents: (await consultations.read(tenantId, params.id)).notes }),
  )

  app.post(
    '/api/consultations/:id/documents',
    {
      config: { scope: ['submit', 'read'] },
      schema: { tags: ['Results'], params: Id, body: Wanted, response: { 201: Document, '4xx': Failure } },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, kind: request.body.kind }
      return reply.code(201).send(await consultations.writeDocument(request, wanted, request.gone))
    },
  )
}
