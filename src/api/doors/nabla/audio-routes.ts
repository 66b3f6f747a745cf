import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { JobResult } from '../../../domain/consultation.ts'
import type { Limits, Source, Submission } from '../../../domain/submission.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { waitForResult } from '../../http/job-events.ts'
import { perMinute } from '../../http/limits.ts'
import { type AudioFields, acceptUpload, UPLOAD_ROUTE } from '../../http/receive-audio.ts'
import { findRequest, limitsOf, readAsker } from './asker.ts'
import { printAccepted, printEnvelope, printOutcome } from './print.ts'
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
import { type Asker, readParameters, translateListen, translateTranscribe } from './translate.ts'

const tags = ['Nabla']
const Polled = envelope(Transcribed)
const printPolled = (result: JobResult) => Polled.parse(printEnvelope(result))
const FORM_FIELDS: AudioFields = { file: ['file'], text: ['request_parameters'] }

type Translate<Fields> = (fields: Fields, source: Source, limits: Limits, asker: Asker) => Submission

/** Recordings in: transcripts and notes out, at once or later. */
export function audioRoutes(app: App, dependencies: DoorDependencies): void {
  const { config } = dependencies
  const submit = { scope: 'submit', ...perMinute(config.uploadsPerMinute) } as const
  const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })
  const sync = { ...UPLOAD_ROUTE, config: submit }
  const form = { tags, consumes: ['multipart/form-data'], body: Form }
  const asyncLimits = limitsOf(dependencies, config.nablaMaxSeconds)

  app.post(
    '/listen-async',
    { config: submit, schema: { tags, body: ListenAsync, response: answers(Accepted) } },
    async (request) => {
      const asker = await readAsker(request, dependencies)
      const submission = translateListen(request.body, { address: request.body.file_url }, asyncLimits, asker)
      return printAccepted(await accept(request, submission, dependencies))
    },
  )

  app.post(
    '/transcribe-async',
    { config: submit, schema: { tags, body: TranscribeAsync, response: answers(Polled) } },
    async (request) => {
      const asker = await readAsker(request, dependencies)
      const submission = translateTranscribe(request.body, { address: request.body.file_url }, asyncLimits, asker)
      const job = await accept(request, submission, dependencies)
      return printPolled(await findRequest(dependencies, request, job.id, 'transcribe'))
    },
  )

  app.get(
    '/transcribe-async/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: answers(Polled) } },
    async (request) => printPolled(await findRequest(dependencies, request, request.params.id, 'transcribe')),
  )

  app.post('/listen', { ...sync, schema: { ...form, response: answers(Listened) } }, async (request) =>
    Listened.parse(await hear(request, dependencies, ListenFields, translateListen)),
  )

  app.post('/transcribe', { ...sync, schema: { ...form, response: answers(Transcribed) } }, async (request) =>
    Transcribed.parse(await hear(request, dependencies, TranscribeFields, translateTranscribe)),
  )

  app.post('/dictate', { ...sync, schema: { ...form, response: answers(Dictated) } }, async (request) =>
    Dictated.parse(
      await hear(request, dependencies, DictateFields, (...asked) => translateTranscribe(...asked, 'dictate')),
    ),
  )
}

/** The synchronous routes: a form with a file in, the result out. */
async function hear<Schema extends z.ZodType>(
  request: FastifyRequest,
  dependencies: DoorDependencies,
  schema: Schema,
  translate: Translate<z.infer<Schema>>,
) {
  const { config } = dependencies
  const asker = await readAsker(request, dependencies)
  const limits = limitsOf(dependencies, config.nablaSyncMaxSeconds)
  const job = await acceptUpload(request, FORM_FIELDS, limits, dependencies, (fields, source) =>
    translate(readParameters(fields, schema), source, limits, asker),
  )
  return printOutcome(await waitForResult(dependencies, job, config.syncWaitSeconds * 1000, request.signal))
}
