import type { FastifyRequest } from 'fastify'
import type { JobResult } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { WorkRequest } from '../../../domain/submission.ts'
import type { Intake, Jobs } from '../../capabilities.ts'
import { type App, defineDoor, type Use } from '../../door.ts'
import { waitedFor } from '../../http/accept.ts'
import { perMinute } from '../../http/limits.ts'
import {
  type AudioFields,
  acceptUpload,
  BYTES_PER_MEBIBYTE,
  UPLOAD_ROUTE,
  UPLOAD_TYPES,
} from '../../http/receive-audio.ts'
import { formatDeleted, formatError, formatQueued, formatStatus, formatTranscribed } from './format.ts'
import { streamRoute } from './live/stream-route.ts'
import { Failure, FileId, Queued, Status, StatusQuery, UploadForm } from './schemas.ts'
import { INTRON_SETTINGS, type IntronSettings } from './settings.ts'
import { State } from './state.ts'
import { isStructured, translateUpload } from './translate.ts'

const AUDIO_FIELDS: AudioFields = { file: ['audio_file_blob'], address: ['audio_file_url', 'audio_file_blob'] }

/** Intron's file API and its stream; https://infer.voice.intron.io and https://infer.intron.health serve the same paths. */
export const intron = defineDoor({
  name: 'intron',
  bases: [],
  prefixes: ['/file', '/stt'],
  needs: ['intake', 'jobs', 'consultations', 'live'],
  settings: INTRON_SETTINGS,
  state: State,
  formatError,
  formatCallback: (result, state) => formatStatus(result, state),

  routes(app, use, settings) {
    uploadRoutes(app, use, settings)
    statusRoute(app, use, settings)
    deleteRoute(app, use)
    streamRoute(app, use, settings)
  },
})

function uploadRoutes(app: App, { intake, jobs }: Use<'intake' | 'jobs'>, settings: IntronSettings): void {
  const upload = { scope: 'submit', ...perMinute(settings.uploadsPerMinute) } as const
  const uploadSync = { scope: 'submit', ...perMinute(settings.syncUploadsPerMinute) } as const
  const form = { tags: ['Intron'], consumes: UPLOAD_TYPES, body: UploadForm }

  app.post(
    '/file/v1/upload',
    { ...UPLOAD_ROUTE, config: upload, schema: { ...form, response: { 200: Queued, '4xx': Failure } } },
    async (request) => formatQueued(await accept(request, settings.maxSeconds, settings, intake)),
  )

  app.post(
    '/file/v1/upload/sync',
    {
      ...UPLOAD_ROUTE,
      config: uploadSync,
      schema: {
        ...form,
        querystring: StatusQuery,
        response: { 200: Status, 408: Queued, 503: Queued, '4xx': Failure },
      },
    },
    async (request, reply) => {
      const accepted = await accept(request, settings.syncMaxSeconds, settings, intake, (work) =>
        waitedFor(request, work),
      )
      const job = await jobs.whileWaitedFor(accepted, request.gone, () =>
        jobs.waitForJob(accepted, settings.syncWaitSeconds * 1000, request.gone),
      )
      if (job.status === 'ongoing') return reply.code(Number(settings.syncTimeoutStatus)).send(formatQueued(job))
      if (job.error) throw new OslerError(job.error.code, job.error.message, job.error.details)
      const file = await findFile(jobs, job.tenantId, job.id)
      return formatTranscribed(file, stateOf(file), isStructured(request.query))
    },
  )
}

function statusRoute(app: App, { jobs }: Use<'jobs'>, { statusPerMinute }: IntronSettings): void {
  app.get(
    '/file/v1/status/:file_id',
    {
      config: { scope: 'read', ...perMinute(statusPerMinute) },
      schema: {
        tags: ['Intron'],
        params: FileId,
        querystring: StatusQuery,
        response: { 200: Status, '4xx': Failure },
      },
    },
    async ({ tenantId, params, query }) => {
      const file = await findFile(jobs, tenantId, params.file_id)
      return formatStatus(file, stateOf(file), isStructured(query))
    },
  )
}

/** Intron documents no way to delete; what a client sent, it can take back under the path of its status. */
function deleteRoute(app: App, { jobs, consultations }: Use<'jobs' | 'consultations'>): void {
  app.delete(
    '/file/v1/status/:file_id',
    {
      config: { scope: 'delete' },
      schema: { tags: ['Intron'], params: FileId, response: { 200: Queued, '4xx': Failure } },
    },
    async ({ tenantId, params }) => {
      const { job } = await findFile(jobs, tenantId, params.file_id)
      await consultations.delete(tenantId, job.consultationId)
      return formatDeleted(job)
    },
  )
}

function accept(
  request: FastifyRequest,
  maxSeconds: number,
  { minSeconds, maxMegabytes }: IntronSettings,
  intake: Intake,
  mark = (work: WorkRequest) => work,
): Promise<Job> {
  const limits = {
    minMs: minSeconds * 1000,
    maxMs: maxSeconds * 1000,
    maxBytes: maxMegabytes * BYTES_PER_MEBIBYTE,
  }
  return acceptUpload(request, AUDIO_FIELDS, limits, intake, (...asked) => mark(translateUpload(...asked)))
}

async function findFile(jobs: Jobs, tenantId: string, fileId: string): Promise<JobResult> {
  const result = await jobs.readResult(tenantId, fileId)
  if (result) return result
  throw new OslerError('not_found', 'There is no file with this id.')
}

const stateOf = ({ job }: JobResult): State => State.parse(job.doorState)
