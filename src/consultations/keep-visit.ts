import type { ConsultationSummary } from '../domain/consultation-record.ts'
import { identityOf, type Visit } from '../domain/visit.ts'
import type { KeyedHash } from '../platform/keyed-hash.ts'
import type { Handle } from '../store/tables.ts'
import { setVisit } from '../store/visits.ts'
import { noConsultation } from './find.ts'
import { readSummary } from './list.ts'

/** Puts what a person says of a consultation in place of what was said of it before. Throws `not_found`. */
export async function keepVisit(
  { db, hash }: { db: Handle; hash: KeyedHash },
  tenantId: string,
  id: string,
  visit: Visit,
): Promise<ConsultationSummary> {
  const identity = identityOf(visit.patient)
  const patientHash = identity === undefined ? null : hash('patient', tenantId, identity)
  if (!(await setVisit(db, tenantId, id, visit, patientHash))) throw noConsultation()
  return readSummary(db, tenantId, id)
}
