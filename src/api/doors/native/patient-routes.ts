import { z } from 'zod'
import type { Scope } from '../../../domain/tenant.ts'
import type { App, Use } from '../../door.ts'
import { Failure } from './schemas.ts'

const tags = ['Patients']
// PATIENT DATA: in the body, since addresses are written down by proxies.
const body = z.strictObject({
  patient: z
    .string()
    .min(1)
    .max(255)
    .describe(
      "The id of a patient profile, the client's own (`ehr_patient_id`, the number of a visit), or of one consultation",
    ),
})
const Found = z.object({
  profiles: z.array(z.string()),
  consultations: z.array(z.string()),
})
const needs = (...scope: Scope[]) => ({ config: { scope } })

/** What is kept of one patient: found, given out whole, erased. */
export function patientRoutes(app: App, { patients }: Use<'patients'>): void {
  app.post(
    '/api/patients/find',
    { ...needs('admin', 'read'), schema: { tags, body, response: { 200: Found, '4xx': Failure } } },
    ({ tenantId, body: { patient } }) => patients.find(tenantId, patient),
  )

  app.post(
    '/api/patients/export',
    {
      ...needs('admin', 'read'),
      schema: {
        tags,
        body,
        response: {
          200: {
            description: 'Everything as one archive (tar)',
            content: { 'application/x-tar': { schema: z.any() } },
          },
          '4xx': Failure,
        },
      },
    },
    async ({ tenantId, body: { patient } }, reply) =>
      reply
        .type('application/x-tar')
        .header('content-disposition', 'attachment; filename="patient.tar"')
        .send(await patients.export(tenantId, patient)),
  )

  app.post(
    '/api/patients/erase',
    { ...needs('admin', 'delete'), schema: { tags, body, response: { 200: Found, '4xx': Failure } } },
    ({ tenantId, body: { patient } }) => patients.erase(tenantId, patient),
  )
}
