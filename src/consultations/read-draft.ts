import type { DraftLine } from '../domain/transcript.ts'
import { dropLowConfidence } from '../pipeline/transcribe/drop-low-confidence.ts'
import { loadSegments } from '../store/jobs.ts'
import type { Handle } from '../store/tables.ts'

/** What is heard so far of a job under way, in time order; nothing once it has ended. */
export async function readDraft(db: Handle, jobId: string): Promise<DraftLine[]> {
  const { heard } = dropLowConfidence(await loadSegments(db, jobId))
  return heard
    .filter(({ words }) => words.length > 0)
    .map(({ startMs, endMs, words }) => ({ startMs, endMs, text: words.map(({ text }) => text).join(' ') }))
    .sort((a, b) => a.startMs - b.startMs)
}
