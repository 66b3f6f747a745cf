import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { JobResult } from '../../../domain/consultation.ts'
import type { Limits, Source, Submission } from '../../../domain/submission.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { perMinute } from '../../http/limits.ts'
import { type AudioFields, acceptUpload, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import { findRequest, limitsOf, readCaller } from './caller.ts'
import { formatAccepted, formatEnvelope, formatOutcome } from './format.ts'
import {
  Accepted,
  Dictated,
  DictateFields,
  envelope,
  Failure,
  Form,
  Id,
  ListenAsync,
  Listened,
  ListenFields,
  TranscribeAsync,
  Transcribed,
  TranscribeFields,
} from './schemas.ts'
import type { NablaSettings } from './settings.ts'
import { type Caller, readParameters, translateListen, translateTranscribe } from './translate.ts'

const tags = ['Nabla']
const Polled = envelope(Transcribed)
const formatPolled = (result: JobResult) => Polled.parse(formatEnvelope(result))
const FORM_FIELDS: AudioFields = { file: ['file'], text: ['request_parameters'] }

const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })

type Translate<Fields> = (fields: Fields, source: Source, limits: Limits, caller: Caller) => Submission

/** Recordings in: transcripts and notes out, at once or later. */
export function audioRoutes(app: App, dependencies: DoorDependencies, settings: NablaSettings): void {
  const { serving } = dependencies
  const submit = { scope: 'submit', ...perMinute(serving.uploadsPerMinute) } as const
  const asyncLimits = limitsOf(dependencies, settings, settings.maxSeconds)

  app.post(
    '/listen-async',
    { config: submit, schema: { tags, body: ListenAsync, response: answers(Accepted) } },
    async (request) => {
      const caller = await readCaller(request, dependencies)
      const submission = translateListen(
        request.body,
        { type: 'address', address: request.body.file_url },
        asyncLimits,
        caller,
      )
      return formatAccepted(await accept(request, submission, dependencies))
    },
  )

  app.post(
    '/transcribe-async',
    { config: submit, schema: { tags, body: TranscribeAsync, response: answers(Polled) } },
    async (request) => {
      const caller = await readCaller(request, dependencies)
      const submission = translateTranscribe(
        request.body,
        { type: 'address', address: request.body.file_url },
        asyncLimits,
        caller,
      )
      const job = await accept(request, submission, dependencies)
      return formatPolled(await findRequest(dependencies, request, job.id, 'transcribe'))
    },
  )

  app.get(
    '/transcribe-async/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: answers(Polled) } },
    async (request) => formatPolled(await findRequest(dependencies, request, request.params.id, 'transcribe')),
  )
  syncRoutes(app, dependencies, settings)
}

function syncRoutes(app: App, dependencies: DoorDependencies, settings: NablaSettings): void {
  const sync = {
    ...UPLOAD_ROUTE,
    config: { scope: 'submit', ...perMinute(dependencies.serving.uploadsPerMinute) },
  } as const
  const form = { tags, consumes: ['multipart/form-data'], body: Form }

  app.post('/listen', { ...sync, schema: { ...form, response: answers(Listened) } }, async (request) =>
    Listened.parse(await hear(request, dependencies, settings, ListenFields, translateListen)),
  )

  app.post('/transcribe', { ...sync, schema: { ...form, response: answers(Transcribed) } }, async (request) =>
    Transcribed.parse(await hear(request, dependencies, settings, TranscribeFields, translateTranscribe)),
  )

  app.post('/dictate', { ...sync, schema: { ...form, response: answers(Dictated) } }, async (request) =>
    Dictated.parse(
      await hear(request, dependencies, settings, DictateFields, (...asked) =>
        translateTranscribe(...asked, 'dictate'),
      ),
    ),
  )
}

/** The synchronous routes: a form with a file in, the result out. */
async function hear<Schema extends z.ZodType>(
  request: FastifyRequest,
  dependencies: DoorDependencies,
  settings: NablaSettings,
  schema: Schema,
  translate: Translate<z.infer<Schema>>,
) {
  const { serving, consultations } = dependencies
  const caller = await readCaller(request, dependencies)
  const limits = limitsOf(dependencies, settings, settings.syncMaxSeconds)
  const job = await acceptUpload(request, FORM_FIELDS, limits, dependencies, (fields, source) =>
    translate(readParameters(fields, schema), source, limits, caller),
  )
  return formatOutcome(await consultations.waitForResult(job, serving.syncWaitSeconds * 1000, request.gone))
}
