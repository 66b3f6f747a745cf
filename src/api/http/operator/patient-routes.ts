import { z } from 'zod'
import type { Patients } from '../../../domain/patient.ts'
import type { App } from '../../door.ts'

const params = z.object({ id: z.string() })
const named = { patient: z.string().min(1).max(255) }

export interface PatientActions {
  patients: Patients
  /** Writes the archive to a file of this machine. Throws `backup_failed`. */
  exportPatient(tenantId: string, patient: string, file: string): Promise<void>
}

/** What `osler patient` asks for, of any tenant. */
export function patientRoutes(app: App, { patients, exportPatient }: PatientActions): void {
  const body = z.strictObject(named)
  const path = '/api/operator/tenants/:id/patients'

  app.post(`${path}/find`, { schema: { params, body } }, (request) =>
    patients.find(request.params.id, request.body.patient),
  )

  app.post(`${path}/erase`, { schema: { params, body } }, (request) =>
    patients.erase(request.params.id, request.body.patient),
  )

  app.post(
    `${path}/export`,
    { schema: { params, body: z.strictObject({ ...named, file: z.string().startsWith('/') }) } },
    async (request) => {
      await exportPatient(request.params.id, request.body.patient, request.body.file)
      return {}
    },
  )
}
