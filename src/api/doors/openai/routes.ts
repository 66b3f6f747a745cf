import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { NO_SETTINGS } from '../../../domain/setting.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import type { Door, DoorDependencies } from '../../door.ts'
import { eventStream } from '../../http/event-stream.ts'
import { perMinute } from '../../http/limits.ts'
import { acceptUpload, limitsOf, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import {
  formatError,
  formatEvents,
  formatJson,
  formatModel,
  formatModels,
  formatText,
  formatVerbose,
} from './format.ts'
import { Failure, Model, Models, Transcription, TranscriptionForm, VerboseTranscription } from './schemas.ts'
import { languageUnsaid, translateTranscription, type Wish } from './translate.ts'

const tags = ['OpenAI']

/** OpenAI's transcription API (https://platform.openai.com/docs/api-reference/audio). */
export const openai: Door = {
  name: 'openai',
  settings: NO_SETTINGS,
  bases: [],
  prefixes: ['/v1'],
  formatError,
  formatCallback: ({ transcript }) => transcript && formatJson(transcript),

  routes(app, dependencies) {
    const { serving, offers } = dependencies
    const read = { scope: 'read' } as const

    app.post(
      '/v1/audio/transcriptions',
      {
        ...UPLOAD_ROUTE,
        config: { scope: 'submit', ...perMinute(serving.uploadsPerMinute) },
        schema: {
          tags,
          consumes: ['multipart/form-data'],
          body: TranscriptionForm,
          response: { 200: z.union([VerboseTranscription, Transcription, z.string()]), '4xx': Failure },
        },
      },
      async (request, reply) => {
        const { transcript, wish } = await transcribe(request, dependencies)
        return answer(reply, transcript, wish)
      },
    )

    app.get('/v1/models', { config: read, schema: { tags, response: { 200: Models, '4xx': Failure } } }, async () =>
      formatModels(offers),
    )

    app.get(
      '/v1/models/:model',
      {
        config: read,
        schema: { tags, params: z.object({ model: z.string() }), response: { 200: Model, '4xx': Failure } },
      },
      async ({ params }) => {
        const found = formatModels(offers).data.find(({ id }) => id === params.model)
        if (found) return formatModel(found.id)
        throw new OslerError('not_found', 'There is no model of this name: GET /v1/models lists what there is.')
      },
    )
  },
}

async function transcribe(request: FastifyRequest, dependencies: DoorDependencies) {
  const { serving, consultations, offers } = dependencies
  const limits = limitsOf(dependencies)
  const job = await acceptUpload(request, { file: ['file'] }, limits, dependencies, (fields, source) =>
    translateTranscription(fields, source, limits, languageUnsaid(offers)),
  )
  const { transcript } = await consultations.waitForResult(job, serving.syncWaitSeconds * 1000, request.gone)
  return { transcript, wish: job.doorState as unknown as Wish }
}

function answer(reply: FastifyReply, transcript: Transcript, wish: Wish) {
  if (wish.stream) return eventStream(reply, formatEvents(transcript))
  if (wish.format === 'json') return formatJson(transcript)
  if (wish.format === 'verbose_json') return formatVerbose(transcript, wish)
  const { type, text } = formatText(transcript, wish.format)
  return reply.type(`${type}; charset=utf-8`).send(text)
}
