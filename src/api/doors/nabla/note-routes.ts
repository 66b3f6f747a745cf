import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { anyServes } from '../../../domain/language.ts'
import type { Limits, Submission } from '../../../domain/submission.ts'
import { insertRecord } from '../../../store/records.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { answerOnce } from '../../http/idempotency.ts'
import { findRequest, limitsOf, readCaller } from './caller.ts'
import { translateEdit } from './edit.ts'
import { formatAccepted, formatEnvelope, formatOutcome } from './format.ts'
import {
  Accepted,
  Digest,
  DigestAsync,
  EditNote,
  envelope,
  Failure,
  GenerateNote,
  GenerateNoteAsync,
  Id,
  Instruct,
  Instructed,
  Normalized,
  NormalizeNote,
  NormalizeNoteAsync,
  Noted,
  Report,
} from './schemas.ts'
import type { NablaSettings } from './settings.ts'
import { type Caller, type Operation, translateNote, translateNoteReading } from './translate.ts'

const tags = ['Nabla']
const config = { scope: 'submit' } as const
const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })

/** A sort of writing: what it takes and answers, and what it asks the pipeline for. */
interface Writing<Fields> {
  path: string
  operation: Operation
  body: z.ZodType<Fields>
  answer: z.ZodType
  limits: Limits
  translate: (fields: Fields, limits: Limits, caller: Caller) => Submission
}

/** Words in: notes, normalised data and instructions out. */
export function noteRoutes(app: App, dependencies: DoorDependencies, settings: NablaSettings): void {
  const limits = limitsOf(dependencies, settings, 0)
  const digest: Writing<z.infer<typeof Digest>> = {
    ...{ path: '/digest', operation: 'digest', body: Digest, answer: Noted, limits },
    translate: (...asked) => translateNote('digest', ...asked),
  }
  const generate: Writing<z.infer<typeof GenerateNote>> = {
    ...{ path: '/generate-note', operation: 'generate-note', body: GenerateNote, answer: Noted, limits },
    translate: (...asked) => translateNote('generate-note', ...asked),
  }
  const normalize: Writing<z.infer<typeof NormalizeNote>> = {
    ...{ path: '/generate-normalized-data', operation: 'normalize', body: NormalizeNote, answer: Normalized, limits },
    translate: (...asked) => translateNoteReading('normalize', ...asked),
  }
  const instruct: Writing<z.infer<typeof Instruct>> = {
    ...{ path: '/generate-patient-instructions', operation: 'instruct', body: Instruct, answer: Instructed, limits },
    translate: (...asked) => translateNoteReading('instruct', ...asked),
  }
  writeAtOnce(app, dependencies, digest)
  writeAndCallBack(app, dependencies, { ...digest, body: DigestAsync })
  writeAtOnce(app, dependencies, generate)
  writeToBePolled(app, dependencies, { ...generate, body: GenerateNoteAsync })
  writeAtOnce(app, dependencies, normalize)
  writeToBePolled(app, dependencies, { ...normalize, body: NormalizeNoteAsync })
  writeAtOnce(app, dependencies, instruct)
  writeAtOnce(app, dependencies, {
    ...{ path: '/edit-note-with-instructions', operation: 'edit' as const, body: EditNote, answer: Noted, limits },
    translate: translateEdit,
  })
  reportRoute(app, dependencies)
}

function writeAtOnce<Fields>(app: App, dependencies: DoorDependencies, writing: Writing<Fields>): void {
  const { path, body, answer } = writing
  app.post(path, { config, schema: { tags, body, response: answers(answer) } }, async (request) => {
    const job = await write(request, dependencies, writing)
    const timeoutMs = dependencies.serving.syncWaitSeconds * 1000
    return formatOutcome(await dependencies.consultations.waitForResult(job, timeoutMs, request.gone))
  })
}

function writeAndCallBack<Fields>(app: App, dependencies: DoorDependencies, writing: Writing<Fields>): void {
  const { path, body } = writing
  app.post(`${path}-async`, { config, schema: { tags, body, response: answers(Accepted) } }, async (request) =>
    formatAccepted(await write(request, dependencies, writing)),
  )
}

function writeToBePolled<Fields>(app: App, dependencies: DoorDependencies, writing: Writing<Fields>): void {
  const { path, operation, body, answer } = writing
  const response = answers<z.ZodType>(envelope(answer))
  app.post(`${path}-async`, { config, schema: { tags, body, response } }, async (request) => {
    const job = await write(request, dependencies, writing)
    return formatEnvelope(await findRequest(dependencies, request, job.id, operation))
  })
  app.get(`${path}-async/:id`, { config: { scope: 'read' }, schema: { tags, params: Id, response } }, async (request) =>
    formatEnvelope(await findRequest(dependencies, request, request.params.id, operation)),
  )
}

const NO_MODEL = 'Editing a note by instructions needs a language model, and none is configured.'

/** Refuses a language that nobody writes before any work: an empty note would look like a finished one. */
async function write<Fields>(
  request: FastifyRequest,
  dependencies: DoorDependencies,
  { translate, limits }: Writing<Fields>,
): Promise<Job> {
  const caller = await readCaller(request, dependencies)
  const submission = translate(request.body as Fields, limits, caller)
  const { language, doorState } = submission
  const offered = dependencies.offers.filter(({ task }) => task === 'notes')
  const writers = doorState.operation === 'edit' ? offered.filter(({ followsWishes }) => followsWishes) : offered
  if (writers.length === 0) throw new OslerError('no_writer', NO_MODEL)
  if (writers.some(({ languages }) => anyServes(languages, language))) {
    return accept(request, submission, dependencies)
  }
  const message = `No writer for ${language} is installed: GET /api/models lists what there is.`
  throw new OslerError('no_writer', message, { language })
}

function reportRoute(app: App, { db }: DoorDependencies): void {
  app.post('/reports', { config, schema: { tags, body: Report, response: answers(z.strictObject({})) } }, (request) =>
    answerOnce(db, request, request.body, async () => {
      const { tenantId, body } = request
      await insertRecord(db, { tenantId, collection: 'nabla.reports', data: body })
      return {}
    }),
  )
}
