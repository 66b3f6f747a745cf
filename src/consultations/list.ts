import type { Consultation } from '../domain/consultation.ts'
import type { ConsultationPage, ConsultationSummary } from '../domain/consultation-record.ts'
import { titleOf } from '../domain/visit.ts'
import { listConsultations } from '../store/consultations.ts'
import { listKinds } from '../store/results.ts'
import type { Handle } from '../store/tables.ts'
import { listOpenings, listSigned, listUnfinished } from '../store/visits.ts'
import { findOwn } from './find.ts'

/** The tenant's consultations, newest first. */
export async function listSummaries(
  db: Handle,
  tenantId: string,
  page: ConsultationPage,
): Promise<ConsultationSummary[]> {
  return summarize(db, await listConsultations(db, tenantId, page))
}

/** One of them. Throws `not_found`. */
export async function readSummary(db: Handle, tenantId: string, id: string): Promise<ConsultationSummary> {
  const [summary] = await summarize(db, [await findOwn(db, tenantId, id)])
  return summary as ConsultationSummary
}

/** With the kinds of their documents, what was signed, and what they are called. */
export async function summarize(db: Handle, consultations: readonly Consultation[]): Promise<ConsultationSummary[]> {
  const ids = consultations.map(({ id }) => id)
  const kinds = await listKinds(db, ids)
  const signed = await listSigned(db, ids)
  const unfinished = await listUnfinished(db, ids)
  const untitled = consultations.filter(({ visit }) => titleOf(visit) === undefined)
  const openings = await listOpenings(
    db,
    untitled.map(({ id }) => id),
  )
  return consultations.map((consultation) => {
    const { id, visit } = consultation
    const title = titleOf(visit) ?? openings.get(id)
    const open = unfinished.get(id)
    return {
      ...{ ...consultation, kinds: kinds.get(id) ?? [], signed: signed.get(id) ?? [] },
      ...(title && { title }),
      ...(open && { unfinished: open }),
    }
  })
}
