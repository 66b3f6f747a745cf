import { isUnclear } from '../domain/accuracy.ts'
import type { DraftLine } from '../domain/transcript.ts'
import { loadSegments } from '../store/jobs.ts'
import type { Handle } from '../store/tables.ts'

/** What is heard so far of a job under way, in time order; nothing once it has ended. */
export async function readDraft(db: Handle, jobId: string): Promise<DraftLine[]> {
  return (await loadSegments(db, jobId))
    .filter(({ words }) => words.length > 0 && !isUnclear(words))
    .map(({ startMs, endMs, words }) => ({ startMs, endMs, text: words.map(({ text }) => text).join(' ') }))
    .sort((a, b) => a.startMs - b.startMs)
}
