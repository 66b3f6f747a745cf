import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Limits, Source, WorkRequest } from '../../../domain/submission.ts'
import type { App, Use } from '../../door.ts'
import { accept, waitedFor } from '../../http/accept.ts'
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
import { type NablaResult, withState } from './state.ts'
import { type Caller, readParameters, translateListen, translateTranscribe } from './translate.ts'

const tags = ['Nabla']
const Polled = envelope(Transcribed)
const formatPolled = (result: NablaResult) => Polled.parse(formatEnvelope(result))
const FORM_FIELDS: AudioFields = { file: ['file'], text: ['request_parameters'] }

const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })

type Translate<Fields> = (fields: Fields, source: Source, limits: Limits, caller: Caller) => WorkRequest

/** Recordings in: transcripts and notes out, at once or later. */
export function audioRoutes(app: App, use: Use<'intake' | 'jobs'>, settings: NablaSettings): void {
  const { intake, jobs, records } = use
  const submit = { scope: 'submit', ...perMinute(intake.usual.uploadsPerMinute) } as const
  const asyncLimits = limitsOf(intake, settings, settings.maxSeconds)

  app.post(
    '/listen-async',
    { config: submit, schema: { tags, body: ListenAsync, response: answers(Accepted) } },
    async (request) => {
      const caller = await readCaller(request, records)
      const submission = translateListen(
        request.body,
        { type: 'address', address: request.body.file_url },
        asyncLimits,
        caller,
      )
      return formatAccepted(await accept(request, submission, intake))
    },
  )

  app.post(
    '/transcribe-async',
    { config: submit, schema: { tags, body: TranscribeAsync, response: answers(Polled) } },
    async (request) => {
      const caller = await readCaller(request, records)
      const submission = translateTranscribe(
        request.body,
        { type: 'address', address: request.body.file_url },
        asyncLimits,
        caller,
      )
      const job = await accept(request, submission, intake)
      return formatPolled(await findRequest(jobs, request, job.id, 'transcribe'))
    },
  )

  app.get(
    '/transcribe-async/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: answers(Polled) } },
    async (request) => formatPolled(await findRequest(jobs, request, request.params.id, 'transcribe')),
  )
  syncRoutes(app, use, settings)
}

function syncRoutes(app: App, use: Use<'intake' | 'jobs'>, settings: NablaSettings): void {
  const sync = {
    ...UPLOAD_ROUTE,
    config: { scope: 'submit', ...perMinute(use.intake.usual.uploadsPerMinute) },
  } as const
  const form = { tags, consumes: ['multipart/form-data'], body: Form }

  app.post('/listen', { ...sync, schema: { ...form, response: answers(Listened) } }, async (request) =>
    Listened.parse(await hear(request, use, settings, ListenFields, translateListen)),
  )

  app.post('/transcribe', { ...sync, schema: { ...form, response: answers(Transcribed) } }, async (request) =>
    Transcribed.parse(await hear(request, use, settings, TranscribeFields, translateTranscribe)),
  )

  app.post('/dictate', { ...sync, schema: { ...form, response: answers(Dictated) } }, async (request) =>
    Dictated.parse(
      await hear(request, use, settings, DictateFields, (...asked) => translateTranscribe(...asked, 'dictate')),
    ),
  )
}

/** The synchronous routes: a form with a file in, the result out. */
async function hear<Schema extends z.ZodType>(
  request: FastifyRequest,
  { intake, jobs, records }: Use<'intake' | 'jobs'>,
  settings: NablaSettings,
  schema: Schema,
  translate: Translate<z.infer<Schema>>,
) {
  const caller = await readCaller(request, records)
  const limits = limitsOf(intake, settings, settings.syncMaxSeconds)
  const job = await acceptUpload(request, FORM_FIELDS, limits, intake, (fields, source) =>
    waitedFor(request, translate(readParameters(fields, schema), source, limits, caller)),
  )
  const timeoutMs = intake.usual.syncWaitSeconds * 1000
  const wait = () => jobs.waitForResult(job, timeoutMs, request.gone)
  return formatOutcome(withState(await jobs.whileWaitedFor(job, request.gone, wait)))
}
