import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { NO_SETTINGS } from '../../../domain/setting.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import { type App, defineDoor, type Use } from '../../door.ts'
import { waitedFor } from '../../http/accept.ts'
import { eventStream } from '../../http/event-stream.ts'
import { perMinute } from '../../http/limits.ts'
import { type AudioFields, acceptUpload, limitsOf, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import {
  formatDiarized,
  formatError,
  formatEvents,
  formatJson,
  formatModel,
  formatModels,
  formatText,
  formatVerbose,
} from './format.ts'
import { realtimeRoutes } from './live/realtime-routes.ts'
import {
  DiarizedTranscription,
  Failure,
  Model,
  Models,
  Transcription,
  TranscriptionForm,
  VerboseTranscription,
  Wish,
} from './schemas.ts'
import { languageUnsaid, translateTranscription } from './translate.ts'

const tags = ['OpenAI']
const FIELDS: AudioFields = { file: ['file'], lists: ['timestamp_granularities', 'keywords', 'languages'] }

/** OpenAI's transcription API (https://platform.openai.com/docs/api-reference/audio). */
export const openai = defineDoor({
  name: 'openai',
  bases: [],
  prefixes: ['/v1'],
  needs: ['intake', 'jobs', 'live', 'offers', 'tokens'],
  settings: NO_SETTINGS,
  state: Wish,
  formatError,
  formatCallback: ({ transcript }) => transcript && formatJson(transcript),

  routes(app, use) {
    transcriptionRoute(app, use)
    modelRoutes(app, use)
    realtimeRoutes(app, use)
  },
})

function transcriptionRoute(app: App, use: Use<'intake' | 'jobs' | 'offers'>): void {
  app.post(
    '/v1/audio/transcriptions',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit', ...perMinute(use.intake.usual.uploadsPerMinute) },
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        body: TranscriptionForm,
        response: {
          200: z.union([VerboseTranscription, DiarizedTranscription, Transcription, z.string()]),
          '4xx': Failure,
        },
      },
    },
    async (request, reply) => {
      const { transcript, wish } = await transcribe(request, use)
      return answer(reply, transcript, wish)
    },
  )
}

function modelRoutes(app: App, { offers }: Use<'offers'>): void {
  const read = { scope: 'read' } as const

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
}

async function transcribe(request: FastifyRequest, { intake, jobs, offers }: Use<'intake' | 'jobs' | 'offers'>) {
  const limits = limitsOf(intake)
  const job = await acceptUpload(request, FIELDS, limits, intake, (fields, source) =>
    waitedFor(request, translateTranscription(fields, source, limits, languageUnsaid(offers))),
  )
  const timeoutMs = intake.usual.syncWaitSeconds * 1000
  const { transcript } = await jobs.whileWaitedFor(job, request.gone, () =>
    jobs.waitForResult(job, timeoutMs, request.gone),
  )
  return { transcript, wish: Wish.parse(job.doorState) }
}

function answer(reply: FastifyReply, transcript: Transcript, wish: Wish) {
  if (wish.stream) return eventStream(reply, formatEvents(transcript, wish))
  if (wish.format === 'json') return formatJson(transcript)
  if (wish.format === 'diarized_json') return formatDiarized(transcript)
  if (wish.format === 'verbose_json') return formatVerbose(transcript, wish)
  const { type, text } = formatText(transcript, wish.format)
  return reply.type(`${type}; charset=utf-8`).send(text)
}
