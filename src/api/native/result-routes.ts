import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { printSubtitles } from '../../domain/subtitles.ts'
import { printText, type Transcript as TranscriptValue } from '../../domain/transcript.ts'
import type { App, DoorDependencies } from '../door.ts'
import { readNotes, readTranscript } from './read-result.ts'
import { Document, Failure, Id, Transcript } from './schemas.ts'

const TranscriptFormat = z.object({
  format: z.enum(['json', 'text', 'srt', 'vtt']).default('json'),
  redact: z
    .stringbool()
    .default(false)
    .describe('Without names, dates, numbers, addresses and ages over 89, as far as rules know them'),
})

const PRINTERS: Record<string, { type: string; print: (transcript: TranscriptValue) => string }> = {
  text: { type: 'text/plain', print: printText },
  srt: { type: 'application/x-subrip', print: (transcript) => printSubtitles(transcript, 'srt') },
  vtt: { type: 'text/vtt', print: (transcript) => printSubtitles(transcript, 'vtt') },
}

const sendText = (reply: FastifyReply, type: string, text: string) => reply.type(`${type}; charset=utf-8`).send(text)

/** Read what came of a consultation. */
export function resultRoutes(app: App, dependencies: DoorDependencies): void {
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
      const read = await readTranscript(dependencies, request.tenantId, request.params.id)
      const transcript = request.query.redact ? dependencies.redact(read) : read
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
    async (request) => {
      await readTranscript(dependencies, request.tenantId, request.params.id)
      return { documents: await readNotes(dependencies.db, request.params.id) }
    },
  )
}
