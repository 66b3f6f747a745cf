import { z } from 'zod'
import type { Consultation as ConsultationValue } from '../../../domain/consultation.ts'
import { OslerError } from '../../../domain/errors.ts'
import { listConsultations } from '../../../store/consultations.ts'
import type { App, DoorDependencies } from '../../door.ts'
import { watchJob } from '../../http/job-events.ts'
import { perMinute } from '../../http/limits.ts'
import { type AudioFields, acceptUpload, limitsOf, UPLOAD_ROUTE, UPLOAD_TYPES } from '../../http/receive-audio.ts'
import { formatConsultation, formatRequest } from './format.ts'
import { readConsultation, readNotes } from './read-result.ts'
import { Consultation, Failure, Id, Page, UploadForm } from './schemas.ts'
import { translateUpload } from './translate.ts'

const AUDIO_FIELDS: AudioFields = { file: ['file'], address: ['address'] }
const tags = ['Consultations']

/** Send, list, follow and delete consultations. */
export function consultationRoutes(app: App, dependencies: DoorDependencies): void {
  const { config, db, events } = dependencies
  const withDocuments = async (consultation: ConsultationValue) =>
    formatConsultation(consultation, await readNotes(db, consultation.id))

  app.post(
    '/api/consultations',
    {
      ...UPLOAD_ROUTE,
      config: { scope: 'submit', ...perMinute(config.uploadsPerMinute) },
      schema: { tags, consumes: UPLOAD_TYPES, body: UploadForm, response: { 202: Consultation, '4xx': Failure } },
    },
    async (request, reply) => {
      const limits = limitsOf(dependencies)
      const job = await acceptUpload(request, AUDIO_FIELDS, limits, dependencies, translateUpload)
      const consultation = await readConsultation(db, request.tenantId, job.consultationId)
      return reply
        .code(202)
        .header('location', `/api/consultations/${consultation.id}`)
        .send(formatConsultation(consultation, []))
    },
  )

  app.get(
    '/api/consultations',
    {
      config: { scope: 'read' },
      schema: { tags, querystring: Page, response: { 200: z.object({ consultations: z.array(Consultation) }) } },
    },
    async (request) => {
      const consultations = await listConsultations(db, request.tenantId, request.query)
      return { consultations: await Promise.all(consultations.map(withDocuments)) }
    },
  )

  app.get(
    '/api/consultations/:id',
    { config: { scope: 'read' }, schema: { tags, params: Id, response: { 200: Consultation, '4xx': Failure } } },
    async (request) => withDocuments(await readConsultation(db, request.tenantId, request.params.id)),
  )

  app.delete(
    '/api/consultations/:id',
    { config: { scope: 'delete' }, schema: { tags, params: Id, response: { 204: z.null(), '4xx': Failure } } },
    async (request, reply) => {
      const deleted = await dependencies.deleteConsultation(request.tenantId, request.params.id)
      if (!deleted) throw new OslerError('not_found', 'There is no consultation with this id.')
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/consultations/:id/events',
    { config: { scope: 'read' }, sse: 'only', schema: { tags, params: Id } },
    async (request, reply) => {
      const { job } = await readConsultation(db, request.tenantId, request.params.id)
      if (job === undefined) throw new OslerError('not_ready', 'Nothing was asked of this consultation yet.')
      const sent = new Set<string>()
      for await (const state of watchJob(db, events, job.tenantId, job.id, request.signal)) {
        for (const line of await dependencies.readDraft(job.id)) {
          const key = `${line.startMs} ${line.text}`
          if (sent.has(key)) continue
          sent.add(key)
          await reply.sse.send({ event: 'heard', data: line })
        }
        await reply.sse.send({
          event: state.status === 'ongoing' ? 'progress' : state.status,
          data: formatRequest(state),
        })
      }
    },
  )
}
