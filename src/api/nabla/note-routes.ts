import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../domain/errors.ts'
import { serves } from '../../domain/language.ts'
import type { Submission } from '../../domain/submission.ts'
import { insertRecord } from '../../store/records.ts'
import { accept } from '../accept.ts'
import type { App, DoorDependencies } from '../door.ts'
import { answerOnce } from '../idempotency.ts'
import { waitForResult } from '../job-events.ts'
import { findRequest, limitsOf, readAsker } from './asker.ts'
import { printAccepted, printEnvelope, printOutcome } from './print.ts'
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
import { translateNote, translateNoteReading } from './translate.ts'

const tags = ['Nabla']
const PolledNote = envelope(Noted)
const PolledData = envelope(Normalized)
const answers = <Body extends z.ZodType>(body: Body) => ({ 200: body, '4xx': Failure })

/** Words in: notes, normalised data and instructions out. */
export function noteRoutes(app: App, dependencies: DoorDependencies): void {
  const config = { scope: 'submit' } as const
  const limits = limitsOf(dependencies, 0)
  const write = (request: FastifyRequest, submission: Submission) => submitWriting(request, submission, dependencies)
  const writeNow = async (request: FastifyRequest, submission: Submission) => {
    const job = await write(request, submission)
    const timeoutMs = dependencies.config.syncWaitSeconds * 1000
    return printOutcome(await waitForResult(dependencies, job, timeoutMs, request.signal))
  }
  const askerOf = (request: FastifyRequest) => readAsker(request, dependencies)

  app.post('/digest', { config, schema: { tags, body: Digest, response: answers(Noted) } }, async (request) =>
    Noted.parse(await writeNow(request, translateNote('digest', request.body, limits, await askerOf(request)))),
  )

  app.post(
    '/digest-async',
    { config, schema: { tags, body: DigestAsync, response: answers(Accepted) } },
    async (request) =>
      printAccepted(await write(request, translateNote('digest', request.body, limits, await askerOf(request)))),
  )

  app.post(
    '/generate-note',
    { config, schema: { tags, body: GenerateNote, response: answers(Noted) } },
    async (request) =>
      Noted.parse(
        await writeNow(request, translateNote('generate-note', request.body, limits, await askerOf(request))),
      ),
  )

  app.post(
    '/generate-note-async',
    { config, schema: { tags, body: GenerateNoteAsync, response: answers(PolledNote) } },
    async (request) => {
      const job = await write(request, translateNote('generate-note', request.body, limits, await askerOf(request)))
      return PolledNote.parse(printEnvelope(await findRequest(dependencies, request, job.id, 'generate-note')))
    },
  )

  app.get(
    '/generate-note-async/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: answers(PolledNote) } },
    async (request) =>
      PolledNote.parse(printEnvelope(await findRequest(dependencies, request, request.params.id, 'generate-note'))),
  )

  app.post(
    '/generate-normalized-data',
    { config, schema: { tags, body: NormalizeNote, response: answers(Normalized) } },
    async (request) =>
      Normalized.parse(
        await writeNow(request, translateNoteReading('normalize', request.body, limits, await askerOf(request))),
      ),
  )

  app.post(
    '/generate-normalized-data-async',
    { config, schema: { tags, body: NormalizeNoteAsync, response: answers(PolledData) } },
    async (request) => {
      const job = await write(request, translateNoteReading('normalize', request.body, limits, await askerOf(request)))
      return PolledData.parse(printEnvelope(await findRequest(dependencies, request, job.id, 'normalize')))
    },
  )

  app.get(
    '/generate-normalized-data-async/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: answers(PolledData) } },
    async (request) =>
      PolledData.parse(printEnvelope(await findRequest(dependencies, request, request.params.id, 'normalize'))),
  )

  app.post(
    '/generate-patient-instructions',
    { config, schema: { tags, body: Instruct, response: answers(Instructed) } },
    async (request) =>
      Instructed.parse(
        await writeNow(request, translateNoteReading('instruct', request.body, limits, await askerOf(request))),
      ),
  )

  app.post(
    '/edit-note-with-instructions',
    { config, schema: { tags, body: EditNote, response: answers(Noted) } },
    async () => {
      throw new OslerError(
        'no_writer',
        'Editing a note by instructions needs a language model, and none is configured.',
      )
    },
  )

  app.post('/reports', { config, schema: { tags, body: Report, response: answers(z.strictObject({})) } }, (request) =>
    answerOnce(dependencies.db, request, request.body, async () => {
      const { tenantId, body } = request
      await insertRecord(dependencies.db, { tenantId, collection: 'nabla.reports', data: body })
      return {}
    }),
  )
}

/** Refuses a language that nobody writes before any work: an empty note would look like a finished one. */
async function submitWriting(request: FastifyRequest, submission: Submission, dependencies: DoorDependencies) {
  const { language } = submission
  const writers = dependencies.offers.filter(({ task }) => task === 'notes')
  if (writers.some(({ languages }) => languages.some((offered) => serves(offered, language)))) {
    return accept(request, submission, dependencies)
  }
  throw new OslerError('no_writer', `No writer for ${language} is installed: GET /api/models lists what there is.`, {
    language,
  })
}
