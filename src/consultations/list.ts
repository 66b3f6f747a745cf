import type { ConsultationSummary } from '../domain/consultation-record.ts'
import { listConsultations } from '../store/consultations.ts'
import { listKinds } from '../store/results.ts'
import type { Handle } from '../store/tables.ts'
import { findOwn } from './find.ts'

/** The tenant's consultations, newest first; `before` is the id of the last one already seen. */
export async function listSummaries(
  db: Handle,
  tenantId: string,
  page: { limit: number; before?: string | undefined },
): Promise<ConsultationSummary[]> {
  const consultations = await listConsultations(db, tenantId, page)
  const kinds = await listKinds(
    db,
    consultations.map(({ id }) => id),
  )
  return consultations.map((consultation) => ({ ...consultation, kinds: kinds.get(consultation.id) ?? [] }))
}

/** One of them. Throws `not_found`. */
export async function readSummary(db: Handle, tenantId: string, id: string): Promise<ConsultationSummary> {
  const consultation = await findOwn(db, tenantId, id)
  return { ...consultation, kinds: (await listKinds(db, [id])).get(id) ?? [] }
}
