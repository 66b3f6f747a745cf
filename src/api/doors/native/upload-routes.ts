import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { ownKey, tooLarge } from '../../../domain/submission.ts'
import { offsetOf, type UploadInParts } from '../../../domain/upload.ts'
import type { Uploads } from '../../capabilities.ts'
import type { App, Use } from '../../door.ts'
import { accept } from '../../http/accept.ts'
import { perMinute } from '../../http/limits.ts'
import { keepOnlyIfTaken, limitsOf } from '../../http/receive-audio.ts'
import { formatConsultation } from './format.ts'
import { Consultation, Failure, Id, UploadFields } from './schemas.ts'
import { translateUpload } from './translate.ts'

const tags = ['Uploads that can be resumed']
const config = { scope: 'submit' } as const
/** An upload's fields, beside its recording. */
const WishFields = UploadFields.omit({ address: true })
const PART_TYPE = 'application/offset+octet-stream'
const ALL_DIGITS = /^\d{1,15}$/

type UploadUse = Use<'uploads' | 'intake' | 'consultations'>

/**
 * A file in parts, by the core of tus 1.0.0 and its creation and termination extensions
 * (https://tus.io/protocols/resumable-upload); when the last part is there, the upload is made a consultation.
 */
export function uploadRoutes(app: App, use: UploadUse): void {
  app.addContentTypeParser(PART_TYPE, (_request, stream, done) => done(null, stream))
  beginRoute(app, use)
  partRoutes(app, use)
  consultationRoute(app, use)
}

function beginRoute(app: App, { uploads, intake }: UploadUse): void {
  const { maxBytes } = limitsOf(intake)
  app.post(
    '/api/uploads',
    {
      config: { scope: 'submit', ...perMinute(intake.usual.uploadsPerMinute) },
      schema: { tags, response: { 201: z.null(), '4xx': Failure } },
    },
    async (request, reply) => {
      const lengthBytes = readCount(request.headers, 'upload-length')
      if (lengthBytes > maxBytes) throw tooLarge(lengthBytes, maxBytes)
      const { id } = await request.answerOnce({ lengthBytes }, async () => ({
        id: await uploads.begin(request.tenantId, lengthBytes),
      }))
      return speakTus(reply).code(201).header('location', `/api/uploads/${id}`).send(null)
    },
  )
}

function partRoutes(app: App, { uploads }: UploadUse): void {
  app.head('/api/uploads/:id', { config, schema: { tags, params: Id } }, async (request, reply) => {
    const upload = await find(uploads, request.tenantId, request.params.id)
    return speakTus(reply)
      .headers({
        'upload-offset': offsetOf(upload),
        'upload-length': upload.lengthBytes,
        'cache-control': 'no-store',
      })
      .send()
  })

  app.patch(
    '/api/uploads/:id',
    { config, schema: { tags, consumes: [PART_TYPE], params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async (request, reply) => {
      const upload = await find(uploads, request.tenantId, request.params.id)
      const offset = readCount(request.headers, 'upload-offset')
      if (request.headers['content-type'] !== PART_TYPE) {
        throw new OslerError('body_unsupported', `Send the part as ${PART_TYPE}.`)
      }
      const next = await uploads.add(upload, offset, request.body as Readable)
      return speakTus(reply).code(204).header('upload-offset', next).send(null)
    },
  )

  app.delete(
    '/api/uploads/:id',
    { config, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async (request, reply) => {
      await uploads.delete(await find(uploads, request.tenantId, request.params.id))
      return speakTus(reply).code(204).send(null)
    },
  )
}

function consultationRoute(app: App, use: UploadUse): void {
  app.post(
    '/api/uploads/:id/consultation',
    { config, schema: { tags, params: Id, body: WishFields, response: { 202: Consultation, '4xx': Failure } } },
    async (request, reply) => {
      const upload = await find(use.uploads, request.tenantId, request.params.id)
      const consultationId = upload.consultationId ?? (await become(request, use, upload, request.body))
      const consultation = await use.consultations.find(request.tenantId, consultationId)
      return reply
        .code(202)
        .header('location', `/api/consultations/${consultation.id}`)
        .send(formatConsultation({ ...consultation, kinds: [] }))
    },
  )
}

async function find(uploads: Uploads, tenantId: string, id: string): Promise<UploadInParts> {
  const upload = await uploads.find(tenantId, id)
  if (upload) return upload
  throw new OslerError('not_found', 'There is no upload with this id; one that was not ended in a day is forgotten.')
}

/** Once, also when it is asked for twice at the same moment. */
async function become(
  request: FastifyRequest,
  { uploads, intake }: UploadUse,
  upload: UploadInParts,
  fields: z.infer<typeof WishFields>,
): Promise<string> {
  const limits = limitsOf(intake)
  const audio = await uploads.stage(upload, limits.maxBytes)
  const { consultationId } = await keepOnlyIfTaken({ fields: {}, audio }, intake, async () => {
    const work = translateUpload(fields, { type: 'audio', audio }, limits)
    return accept(request, { ...work, idempotencyKey: ownKey('upload', upload.id) }, intake)
  })
  await uploads.close(upload, consultationId)
  return consultationId
}

/** Every answer of the protocol says which version it speaks. */
const speakTus = (reply: FastifyReply) => reply.header('tus-resumable', '1.0.0')

function readCount(headers: Record<string, unknown>, name: string): number {
  const text = String(headers[name] ?? '')
  if (ALL_DIGITS.test(text)) return Number(text)
  throw new OslerError('request_invalid', `The header "${name}" is "${text.slice(0, 40)}"; send a number of bytes.`)
}
