import { insertConsultation } from '../store/consultations.ts'
import { insertSeries } from '../store/recordings.ts'
import { type Handle, inTransaction } from '../store/tables.ts'

/** A recording in numbered chunks, of a consultation that is there or of a new one. */
export async function beginSeries(db: Handle, tenantId: string, id?: string) {
  return inTransaction(db, async (trx) => {
    const consultationId = id ?? (await insertConsultation(trx, tenantId))
    const series = await insertSeries(trx, tenantId, consultationId)
    return { id: series.id, consultationId, isFinished: false }
  })
}
