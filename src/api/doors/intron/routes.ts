import type { FastifyRequest } from 'fastify'
import type { JobResult } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { Door, DoorDependencies } from '../../door.ts'
import { perMinute } from '../../http/limits.ts'
import {
  type AudioFields,
  acceptUpload,
  BYTES_PER_MEBIBYTE,
  UPLOAD_ROUTE,
  UPLOAD_TYPES,
} from '../../http/receive-audio.ts'
import { formatError, formatQueued, formatStatus, formatTranscribed } from './format.ts'
import { Failure, FileId, Queued, Status, StatusQuery, UploadForm } from './schemas.ts'
import { INTRON_SETTINGS, type IntronSettings } from './settings.ts'
import { isStructured, translateUpload } from './translate.ts'

const AUDIO_FIELDS: AudioFields = { file: ['audio_file_blob'], address: ['audio_file_url', 'audio_file_blob'] }

/** Intron's file API; https://infer.voice.intron.io and https://infer.intron.health serve the same paths. */
export const intron: Door<typeof INTRON_SETTINGS> = {
  name: 'intron',
  settings: INTRON_SETTINGS,
  bases: [],
  prefixes: ['/file'],
  formatError,
  formatCallback: formatStatus,

  routes(app, dependencies, settings) {
    const { consultations } = dependencies
    const upload = { scope: 'submit', ...perMinute(settings.uploadsPerMinute) } as const
    const uploadSync = { scope: 'submit', ...perMinute(settings.syncUploadsPerMinute) } as const
    const form = { tags: ['Intron'], consumes: UPLOAD_TYPES, body: UploadForm }

    app.post(
      '/file/v1/upload',
      { ...UPLOAD_ROUTE, config: upload, schema: { ...form, response: { 200: Queued, '4xx': Failure } } },
      async (request) => formatQueued(await accept(request, settings.maxSeconds, settings, dependencies)),
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
        const accepted = await accept(request, settings.syncMaxSeconds, settings, dependencies)
        const job = await consultations.waitForJob(accepted, settings.syncWaitSeconds * 1000, request.gone)
        if (job.status === 'ongoing') return reply.code(Number(settings.syncTimeoutStatus)).send(formatQueued(job))
        if (job.error) throw new OslerError(job.error.code, job.error.message, job.error.details)
        return formatTranscribed(await findFile(dependencies, job.tenantId, job.id), isStructured(request.query))
      },
    )

    app.get(
      '/file/v1/status/:file_id',
      {
        config: { scope: 'read', ...perMinute(settings.statusPerMinute) },
        schema: {
          tags: ['Intron'],
          params: FileId,
          querystring: StatusQuery,
          response: { 200: Status, '4xx': Failure },
        },
      },
      async ({ tenantId, params, query }) =>
        formatStatus(await findFile(dependencies, tenantId, params.file_id), isStructured(query)),
    )
  },
}

function accept(
  request: FastifyRequest,
  maxSeconds: number,
  { minSeconds, maxMegabytes }: IntronSettings,
  dependencies: DoorDependencies,
): Promise<Job> {
  const limits = {
    minMs: minSeconds * 1000,
    maxMs: maxSeconds * 1000,
    maxBytes: maxMegabytes * BYTES_PER_MEBIBYTE,
  }
  return acceptUpload(request, AUDIO_FIELDS, limits, dependencies, translateUpload)
}

async function findFile({ consultations }: DoorDependencies, tenantId: string, fileId: string): Promise<JobResult> {
  const result = await consultations.readResult(tenantId, fileId)
  if (result?.job.door === 'intron') return result
  throw new OslerError('not_found', 'There is no file with this id.')
}
