import type { FastifyRequest } from 'fastify'
import { OslerError } from '../../../domain/errors.ts'
import type { WorkRequest } from '../../../domain/submission.ts'
import type { ChunkSeries, Sessions } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import {
  type AudioFields,
  audioOf,
  type Fields,
  keepOnlyIfTaken,
  limitsOf,
  receiveUpload,
  UPLOAD_ROUTE,
  unquote,
} from '../../http/receive-audio.ts'
import { findSession, type HeidiSession, languageOf } from './find-session.ts'
import { Done, Failure, SegmentForm, SeriesId, SessionId, Started } from './schemas.ts'

const tags = ['Heidi']
const FILE: AudioFields = { file: ['file'] }
const SERIES = '/sessions/:session_id/restful-segment-transcription'
// A colon that is meant is written twice; the pattern keeps it out of the parameter.
const ONE = `${SERIES}/:recording_id(^[^:]+)`

type SegmentUse = Use<'sessions' | 'intake'>

/** A recording in numbered segments, each heard as it comes. */
export function segmentRoutes(app: App, use: SegmentUse): void {
  const { sessions } = use
  const config = { scope: 'submit' } as const
  const done = { 200: Done, '4xx': Failure }

  app.post(
    SERIES,
    { config, schema: { tags, params: SessionId, response: { 200: Started, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(sessions, request, request.params.session_id)
      return request.answerOnce(null, async () => ({
        recording_id: (await sessions.beginSeries(request.tenantId, id)).id,
      }))
    },
  )

  app.post(
    `${ONE}::transcribe`,
    {
      ...UPLOAD_ROUTE,
      config,
      schema: { tags, consumes: ['multipart/form-data'], params: SeriesId, body: SegmentForm, response: done },
    },
    async (request) => {
      const session = await findSession(sessions, request, request.params.session_id)
      await takeSegment(request, use, session, await findSeries(sessions, session, request))
      return { is_success: true }
    },
  )

  app.post(`${ONE}::finish`, { config, schema: { tags, params: SeriesId, response: done } }, async (request) => {
    const session = await findSession(sessions, request, request.params.session_id)
    await sessions.finishSeries(request.tenantId, await findSeries(sessions, session, request))
    return { is_success: true }
  })
}

async function findSeries(
  sessions: Sessions,
  session: HeidiSession,
  { tenantId, params }: Pick<FastifyRequest<{ Params: { recording_id: string } }>, 'tenantId' | 'params'>,
): Promise<ChunkSeries> {
  const series = await sessions.findSeries(tenantId, params.recording_id)
  if (series?.consultationId === session.id) return series
  throw new OslerError('not_found', 'Recording not found', { type: 'RecordingNotFoundError' })
}

async function takeSegment(
  request: FastifyRequest,
  { intake }: SegmentUse,
  session: HeidiSession,
  series: ChunkSeries,
): Promise<void> {
  const limits = limitsOf(intake)
  const upload = await receiveUpload(request, FILE, limits.maxBytes, intake)
  await keepOnlyIfTaken(upload, intake, async () => {
    const chunk = { seriesId: series.id, position: readIndex(upload.fields) }
    const work: WorkRequest = {
      source: { type: 'audio', audio: audioOf(upload, FILE), chunk },
      consultationId: session.id,
      language: languageOf(session),
      kinds: [],
      limits,
      doorState: {},
    }
    await accept(request, work, intake)
  })
}

const ALL_DIGITS = /^\d{1,6}$/

function readIndex(fields: Fields): number {
  const index = unquote(fields.index ?? '')
  if (ALL_DIGITS.test(index)) return Number(index)
  const said = index === '' ? 'is missing' : `is "${index.slice(0, 40)}"`
  throw new OslerError('field_missing', `"index" ${said}; it must be a number from 0 on.`, { field: 'index' })
}
