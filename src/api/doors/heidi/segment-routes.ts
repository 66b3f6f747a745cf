import { OslerError } from '../../../domain/errors.ts'
import type { Submission } from '../../../domain/submission.ts'
import { findSeries, finishSeries, insertSeries } from '../../../store/recordings.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { answerOnce } from '../../http/idempotency.ts'
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
import { findSession, languageOf } from './find-session.ts'
import { Done, Failure, SegmentForm, SeriesId, SessionId, Started } from './schemas.ts'

const tags = ['Heidi']
const FILE: AudioFields = { file: ['file'] }
const SERIES = '/sessions/:session_id/restful-segment-transcription'
// A colon that is meant is written twice; the pattern keeps it out of the parameter.
const ONE = `${SERIES}/:recording_id(^[^:]+)`

/** A recording in numbered segments, each heard as it comes. */
export function segmentRoutes(app: App, dependencies: DoorDependencies): void {
  const { db } = dependencies
  const config = { scope: 'submit' } as const

  app.post(
    SERIES,
    { config, schema: { tags, params: SessionId, response: { 200: Started, '4xx': Failure } } },
    async (request) => {
      const { id } = await findSession(dependencies, request, request.params.session_id)
      return answerOnce(db, request, null, async () => {
        const series = await insertSeries(db, request.tenantId, id)
        return { recording_id: series.id }
      })
    },
  )

  app.post(
    `${ONE}::transcribe`,
    {
      ...UPLOAD_ROUTE,
      config,
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        params: SeriesId,
        body: SegmentForm,
        response: { 200: Done, '4xx': Failure },
      },
    },
    async (request) => {
      const { session_id, recording_id } = request.params
      const session = await findSession(dependencies, request, session_id)
      const series = await findSeries(db, request.tenantId, recording_id)
      if (series?.consultationId !== session.id) throw noRecording()
      const limits = limitsOf(dependencies)
      const upload = await receiveUpload(request, FILE, limits.maxBytes, dependencies)
      await keepOnlyIfTaken(upload, dependencies, async () => {
        const chunk = { seriesId: series.id, position: readIndex(upload.fields) }
        const submission: Submission = {
          door: 'heidi',
          source: { type: 'audio', audio: audioOf(upload, FILE), chunk },
          consultationId: session.id,
          language: languageOf(session),
          kinds: [],
          limits,
          doorState: {},
        }
        await accept(request, submission, dependencies)
      })
      return { is_success: true }
    },
  )

  app.post(
    `${ONE}::finish`,
    { config, schema: { tags, params: SeriesId, response: { 200: Done, '4xx': Failure } } },
    async (request) => {
      const { session_id, recording_id } = request.params
      const { id } = await findSession(dependencies, request, session_id)
      if (await finishSeries(db, request.tenantId, id, recording_id)) return { is_success: true }
      throw noRecording()
    },
  )
}

const noRecording = () => new OslerError('not_found', 'Recording not found', { type: 'RecordingNotFoundError' })

const ALL_DIGITS = /^\d{1,6}$/

function readIndex(fields: Fields): number {
  const index = unquote(fields.index ?? '')
  if (ALL_DIGITS.test(index)) return Number(index)
  const said = index === '' ? 'is missing' : `is "${index.slice(0, 40)}"`
  throw new OslerError('field_missing', `"index" ${said}; it must be a number from 0 on.`, { field: 'index' })
}
