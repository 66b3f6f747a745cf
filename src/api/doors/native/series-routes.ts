import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Source, Submission } from '../../../domain/submission.ts'
import { insertConsultation } from '../../../store/consultations.ts'
import { findSeries, finishSeries, insertSeries } from '../../../store/recordings.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { formatRequest } from '../../http/format-request.ts'
import {
  type AudioFields,
  audioOf,
  keepOnlyIfTaken,
  limitsOf,
  receiveUpload,
  UPLOAD_ROUTE,
} from '../../http/receive-audio.ts'
import { formatConsultation } from './format.ts'
import { ChunkForm, Consultation, Failure, Finish, Id, Request, Series } from './schemas.ts'
import { listKinds, translateChunk } from './translate.ts'

const tags = ['Recording while it goes on']
const FILE: AudioFields = { file: ['file'] }
const Segment = Id.extend({ number: z.string().describe('From 0 on; segments may come in any order') })
const ALL_DIGITS = /^\d{1,6}$/

/** A recording that goes on: segments are heard as they come, and documents are written when it has ended. */
export function seriesRoutes(app: App, dependencies: DoorDependencies): void {
  const { db, consultations } = dependencies
  const limits = limitsOf(dependencies)

  async function find(tenantId: string, id: string) {
    const series = await findSeries(db, tenantId, id)
    if (series) return series
    throw new OslerError('not_found', 'There is no series with this id.')
  }

  app.post(
    '/api/series',
    { config: { scope: 'submit' }, schema: { tags, response: { 201: Series, '4xx': Failure } } },
    async ({ tenantId }, reply) => {
      const series = await db.transaction().execute(async (trx) => {
        const consultationId = await insertConsultation(trx, tenantId)
        return { id: (await insertSeries(trx, tenantId, consultationId)).id, consultationId }
      })
      return reply.code(201).send(series)
    },
  )

  app.post(
    '/api/series/:id/segments/:number',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit' },
      schema: {
        ...{ tags, consumes: ['multipart/form-data'], params: Segment, body: ChunkForm },
        response: { 202: Request, '4xx': Failure },
      },
    },
    async (request, reply) => {
      const { id, consultationId } = await find(request.tenantId, request.params.id)
      const chunk = { seriesId: id, position: readNumber(request.params.number) }
      const upload = await receiveUpload(request, FILE, limits.maxBytes, dependencies)
      const job = await keepOnlyIfTaken(upload, dependencies, async () => {
        const source: Source = { type: 'audio', audio: audioOf(upload, FILE), chunk }
        return accept(request, { ...translateChunk(upload.fields, source, limits), consultationId }, dependencies)
      })
      return reply.code(202).send(formatRequest(job))
    },
  )

  app.post(
    '/api/series/:id/finish',
    {
      config: { scope: 'submit' },
      schema: { tags, params: Id, body: Finish, response: { 202: Consultation, '4xx': Failure } },
    },
    async (request, reply) => {
      const { id, consultationId, isFinished } = await find(request.tenantId, request.params.id)
      if (!isFinished) await finish(request, request.body, id, consultationId)
      const consultation = await consultations.find(request.tenantId, consultationId)
      return reply.code(202).send(formatConsultation({ ...consultation, kinds: [] }))
    },
  )

  async function finish(
    request: FastifyRequest,
    { documents, callbackUrl }: z.infer<typeof Finish>,
    id: string,
    consultationId: string,
  ): Promise<void> {
    const { transcript } = await consultations.hear(request.tenantId, consultationId, undefined, request.gone)
    if (transcript === undefined) throw new OslerError('not_ready', 'Nothing was sent yet: send the segments first.')
    const submission: Submission = {
      door: 'native',
      source: { type: 'transcript', transcript },
      consultationId,
      language: transcript.language,
      limits,
      doorState: {},
      kinds: listKinds(documents),
      idempotencyKey: `finish ${id}`,
      ...(callbackUrl && { callbackUrl }),
    }
    await accept(request, submission, dependencies)
    await finishSeries(db, request.tenantId, consultationId, id)
  }
}

function readNumber(text: string): number {
  if (ALL_DIGITS.test(text)) return Number(text)
  throw new OslerError('request_invalid', `The segment's number is "${text.slice(0, 40)}"; count them 0, 1, 2, ….`)
}
