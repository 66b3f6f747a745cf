import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { ownKey, type Source, type WorkRequest } from '../../../domain/submission.ts'
import type { ChunkSeries, Sessions } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
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
const FILE: AudioFields = { file: ['file'], lists: ['vocabulary'] }
const Segment = Id.extend({ number: z.string().describe('From 0 on; segments may come in any order') })
const ALL_DIGITS = /^\d{1,6}$/

type SeriesUse = Use<'intake' | 'sessions' | 'consultations'>

/** A recording that goes on: segments are heard as they come, and documents are written when it has ended. */
export function seriesRoutes(app: App, use: SeriesUse): void {
  const { sessions, consultations } = use
  const config = { scope: 'submit' } as const

  app.post(
    '/api/series',
    { config, schema: { tags, response: { 201: Series, '4xx': Failure } } },
    async (request, reply) => {
      const series = await request.answerOnce(null, async () => {
        const { id, consultationId } = await sessions.beginSeries(request.tenantId)
        return { id, consultationId }
      })
      return reply.code(201).send(series)
    },
  )

  app.post(
    '/api/series/:id/segments/:number',
    {
      ...UPLOAD_ROUTE,
      config,
      schema: {
        ...{ tags, consumes: ['multipart/form-data'], params: Segment, body: ChunkForm },
        response: { 202: Request, '4xx': Failure },
      },
    },
    async (request, reply) => {
      const series = await findSeries(sessions, request.tenantId, request.params.id)
      const job = await takeSegment(request, use, series, readNumber(request.params.number))
      return reply.code(202).send(formatRequest(job))
    },
  )

  app.post(
    '/api/series/:id/finish',
    { config, schema: { tags, params: Id, body: Finish, response: { 202: Consultation, '4xx': Failure } } },
    async (request, reply) => {
      const series = await findSeries(sessions, request.tenantId, request.params.id)
      if (!series.isFinished) await finish(request, use, series, request.body)
      const consultation = await consultations.find(request.tenantId, series.consultationId)
      return reply.code(202).send(formatConsultation({ ...consultation, kinds: [] }))
    },
  )
}

async function findSeries(sessions: Sessions, tenantId: string, id: string): Promise<ChunkSeries> {
  const series = await sessions.findSeries(tenantId, id)
  if (series) return series
  throw new OslerError('not_found', 'There is no series with this id.')
}

async function takeSegment(
  request: FastifyRequest,
  { intake }: SeriesUse,
  { id: seriesId, consultationId }: ChunkSeries,
  position: number,
): Promise<Job> {
  const limits = limitsOf(intake)
  const upload = await receiveUpload(request, FILE, limits.maxBytes, intake)
  return keepOnlyIfTaken(upload, intake, async () => {
    const source: Source = { type: 'audio', audio: audioOf(upload, FILE), chunk: { seriesId, position } }
    return accept(request, { ...translateChunk(upload.fields, source, limits), consultationId }, intake)
  })
}

/** Writes what was asked for of all that was heard, once. */
async function finish(
  request: FastifyRequest,
  { intake, sessions }: SeriesUse,
  series: ChunkSeries,
  { documents, callbackUrl }: z.infer<typeof Finish>,
): Promise<void> {
  const { tenantId, gone } = request
  const { transcript } = await sessions.hear(tenantId, series.consultationId, undefined, gone)
  if (transcript === undefined) throw new OslerError('not_ready', 'Nothing was sent yet: send the segments first.')
  const work: WorkRequest = {
    source: { type: 'transcript', transcript },
    // Chunks were heard as they came: a sentence, or who says it, may be cut where one of them is.
    hearing: { seriesId: series.id },
    consultationId: series.consultationId,
    language: transcript.language,
    limits: limitsOf(intake),
    doorState: {},
    kinds: listKinds(documents),
    idempotencyKey: ownKey('finish', series.id),
    ...(callbackUrl && { callbackUrl }),
  }
  await accept(request, work, intake)
  await sessions.finishSeries(tenantId, series)
}

function readNumber(text: string): number {
  if (ALL_DIGITS.test(text)) return Number(text)
  throw new OslerError('request_invalid', `The segment's number is "${text.slice(0, 40)}"; count them 0, 1, 2, ….`)
}
