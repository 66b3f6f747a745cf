import { z } from 'zod'
import type { App, Use } from '../../door.ts'
import { perMinute } from '../../http/limits.ts'
import { type AudioFields, acceptUpload, limitsOf, UPLOAD_ROUTE, UPLOAD_TYPES } from '../../http/receive-audio.ts'
import { formatConsultation } from './format.ts'
import { Consultation, Failure, Id, UploadForm, Visit, VisitPage } from './schemas.ts'
import { translateUpload } from './translate.ts'

const AUDIO_FIELDS: AudioFields = { file: ['file'], address: ['address'], lists: ['documents', 'vocabulary'] }
const tags = ['Consultations']

/** Send, list and delete consultations. */
export function consultationRoutes(app: App, { intake, consultations }: Use<'intake' | 'consultations'>): void {
  app.post(
    '/api/consultations',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit', ...perMinute(intake.usual.uploadsPerMinute) },
      schema: { tags, consumes: UPLOAD_TYPES, body: UploadForm, response: { 202: Consultation, '4xx': Failure } },
    },
    async (request, reply) => {
      const job = await acceptUpload(request, AUDIO_FIELDS, limitsOf(intake), intake, translateUpload)
      const consultation = await consultations.find(request.tenantId, job.consultationId)
      return reply
        .code(202)
        .header('location', `/api/consultations/${consultation.id}`)
        .send(formatConsultation({ ...consultation, kinds: [] }))
    },
  )

  app.get(
    '/api/consultations',
    {
      config: { scope: 'read' },
      schema: { tags, querystring: VisitPage, response: { 200: z.object({ consultations: z.array(Consultation) }) } },
    },
    async ({ tenantId, query }) => ({
      consultations: (await consultations.list(tenantId, query)).map(formatConsultation),
    }),
  )

  app.get(
    '/api/consultations/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: { 200: Consultation, '4xx': Failure } } },
    async ({ tenantId, params }) => formatConsultation(await consultations.find(tenantId, params.id)),
  )

  app.delete(
    '/api/consultations/:id',
    { config: { scope: 'delete' }, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async (request, reply) => {
      await consultations.delete(request.tenantId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** Who is seen and why. */
export function visitRoutes(app: App, { consultations }: Use<'consultations'>): void {
  app.put(
    '/api/consultations/:id/visit',
    {
      // It answers all that is known of the patient.
      config: { scope: ['submit', 'read'] },
      schema: { tags, params: Id, body: Visit, response: { 200: Consultation, '4xx': Failure } },
    },
    async ({ tenantId, params, body }) => formatConsultation(await consultations.keepVisit(tenantId, params.id, body)),
  )
}
