import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { anyServes, type LanguageTag } from '../../../domain/language.ts'
import { REPORTS } from '../../../domain/patient.ts'
import type { Limits, WorkRequest } from '../../../domain/submission.ts'
import type { Records } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { accept } from '../../http/accept.ts'
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
import { type Operation, withState } from './state.ts'
import { type Caller, translateNote, translateNoteReading } from './translate.ts'

const tags = ['Nabla']
const config = { scope: 'submit' } as const
const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })

type Writers = Use<'intake' | 'jobs' | 'offers'>

/** A sort of writing: what it takes and answers, and what it asks the pipeline for. */
interface Writing<Fields> {
  path: string
  operation: Operation
  body: z.ZodType<Fields>
  answer: z.ZodType
  limits: Limits
  translate: (fields: Fields, limits: Limits, caller: Caller) => WorkRequest
}

/** Words in: notes, normalised data and instructions out. */
export function noteRoutes(app: App, use: Writers, settings: NablaSettings): void {
  const limits = limitsOf(use.intake, settings, 0)
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
  writeAtOnce(app, use, digest)
  writeAndCallBack(app, use, { ...digest, body: DigestAsync })
  writeAtOnce(app, use, generate)
  writeToBePolled(app, use, { ...generate, body: GenerateNoteAsync })
  writeAtOnce(app, use, normalize)
  writeToBePolled(app, use, { ...normalize, body: NormalizeNoteAsync })
  writeAtOnce(app, use, instruct)
  writeAtOnce(app, use, {
    ...{ path: '/edit-note-with-instructions', operation: 'edit' as const, body: EditNote, answer: Noted, limits },
    translate: translateEdit,
  })
  reportRoute(app, use.records)
}

function writeAtOnce<Fields>(app: App, use: Writers, writing: Writing<Fields>): void {
  const { path, body, answer } = writing
  app.post(path, { config, schema: { tags, body, response: answers(answer) } }, async (request) => {
    const job = await write(request, use, writing)
    const timeoutMs = use.intake.usual.syncWaitSeconds * 1000
    return formatOutcome(withState(await use.jobs.waitForResult(job, timeoutMs, request.gone)))
  })
}

function writeAndCallBack<Fields>(app: App, use: Writers, writing: Writing<Fields>): void {
  const { path, body } = writing
  app.post(`${path}-async`, { config, schema: { tags, body, response: answers(Accepted) } }, async (request) =>
    formatAccepted(await write(request, use, writing)),
  )
}

function writeToBePolled<Fields>(app: App, use: Writers, writing: Writing<Fields>): void {
  const { path, operation, body, answer } = writing
  const response = answers<z.ZodType>(envelope(answer))
  app.post(`${path}-async`, { config, schema: { tags, body, response } }, async (request) => {
    const job = await write(request, use, writing)
    return formatEnvelope(await findRequest(use.jobs, request, job.id, operation))
  })
  app.get(`${path}-async/:id`, { config: { scope: 'read' }, schema: { tags, params: Id, response } }, async (request) =>
    formatEnvelope(await findRequest(use.jobs, request, request.params.id, operation)),
  )
}

const isSameLanguage = (one: LanguageTag, other: LanguageTag) => one.split('-')[0] === other.split('-')[0]

const NO_MODEL = 'Editing a note by instructions needs a language model, and none is configured.'

/** Refuses a language that nobody writes before any work: an empty note would look like a finished one. */
async function write<Fields>(
  request: FastifyRequest,
  { intake, offers, records }: Writers,
  { translate, limits, operation }: Writing<Fields>,
): Promise<Job> {
  const caller = await readCaller(request, records)
  const work = translate(request.body as Fields, limits, caller)
  const { language } = work
  const offered = offers.filter(({ task }) => task === 'notes')
  const writers = operation === 'edit' ? offered.filter(({ followsWishes }) => followsWishes) : offered
  if (writers.length === 0) throw new OslerError('no_writer', NO_MODEL)
  // Words of one language are written in another by a model alone.
  const spoken = work.source.type === 'transcript' ? work.source.transcript.language : language
  const able = isSameLanguage(spoken, language) ? writers : writers.filter(({ languages }) => languages.includes('mul'))
  if (able.some(({ languages }) => anyServes(languages, language))) {
    return accept(request, work, intake)
  }
  const message = `No writer for ${language} is installed: GET /api/models lists what there is.`
  throw new OslerError('no_writer', message, { language })
}

function reportRoute(app: App, records: Records): void {
  const reports = records(REPORTS)
  app.post('/reports', { config, schema: { tags, body: Report, response: answers(z.strictObject({})) } }, (request) =>
    request.answerOnce(request.body, async () => {
      await reports.insert(request.tenantId, { data: request.body })
      return {}
    }),
  )
}
