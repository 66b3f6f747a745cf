import type { Consultation } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'
import { findConsultation } from '../store/consultations.ts'
import type { Handle } from '../store/tables.ts'

/** The tenant's consultation without its texts. Throws `not_found`, also for another tenant's. */
export async function findOwn(db: Handle, tenantId: string, id: string): Promise<Consultation> {
  const consultation = await findConsultation(db, tenantId, id)
  if (consultation) return consultation
  throw noConsultation()
}

export const noConsultation = () => new OslerError('not_found', 'There is no consultation with this id.')
