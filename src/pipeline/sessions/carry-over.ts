import { listRecordings } from '../../store/recordings.ts'
import { readTranscript } from '../../store/results.ts'
import { appendToSession, lockSession } from '../../store/sessions.ts'
import { type Handle, inTransaction } from '../../store/tables.ts'
import { joinRecordings, type Remembered } from './join-recordings.ts'

/**
 * Stores what a consultation's recordings say, where they were heard before sessions were stored: once, in one transaction.
 * A session that is stored already is left alone.
 */
export async function carryOver(db: Handle, tenantId: string, sessionId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await lockSession(trx, tenantId, sessionId))) return
    const recordings = await listRecordings(trx, tenantId, sessionId)
    const remembered: Remembered[] = []
    for (const recording of recordings) {
      const transcript = recording.heard && (await readTranscript(trx, recording.heard.jobId))
      if (transcript) remembered.push({ ...recording, transcript })
    }
    const { items, voices } = joinRecordings(recordings, remembered)
    if (items.length + voices.length === 0) return
    await appendToSession(trx, sessionId, { added: items, revised: [], merged: new Map(), voices })
  })
}
