import type { WantedDocument } from '../domain/consultation-record.ts'
import { changedElsewhere, type Seen, type VersionedNote } from '../domain/revision.ts'
import type { Amendment } from '../domain/submission.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Transcript } from '../domain/transcript.ts'
import { waitForResult } from './follow-job.ts'
import type { JobTools } from './job-tools.ts'
import { findNote, readDocument, readRecord } from './read.ts'
import { checkUnsigned } from './revise.ts'

/** What is wanted, and how long who asks waits for it. */
export interface Wanted extends WantedDocument {
  timeoutMs: number
}

/** A job that begins with words meets none of them. */
const NO_LIMITS = { minMs: 0, maxMs: 0, maxBytes: 0 }

/**
 * A document more of a consultation, of its transcript as it was corrected, by the operator's writer in a worker; the
 * one that is there already where it has one of this kind. Throws `not_found`, `not_ready`, `processing_slow`, and what
 * writing throws.
 */
export async function writeDocument(
  work: JobTools,
  { tenantId }: Caller,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<VersionedNote> {
  const { id, kind } = wanted
  const { transcript, notes } = await readRecord(work.db, tenantId, id)
  const isThere = notes.some((note) => note.kind === kind)
  if (!isThere) await write(work, tenantId, wanted, transcript, { type: 'document' }, signal)
  return readDocument(work.db, tenantId, id, kind)
}

/**
 * A document written again from the transcript as it is now, as the version behind the one that was seen. Throws what
 * `writeDocument` throws, `document_signed`, `changed_elsewhere` and `transcript_doubtful`.
 */
export async function writeAgain(
  work: JobTools,
  { tenantId, keyId }: Caller,
  wanted: Wanted,
  { version: seen, author }: Seen,
  signal: AbortSignal,
): Promise<VersionedNote> {
  const { id, kind } = wanted
  const record = await readRecord(work.db, tenantId, id)
  const note = findNote(record, kind)
  checkUnsigned(note)
  if (seen !== note.version) throw changedElsewhere(kind, seen)
  await write(work, tenantId, wanted, record.transcript, { type: 'version', seen, author, keyId }, signal)
  return readDocument(work.db, tenantId, id, kind)
}

async function write(
  { db, events, submit }: JobTools,
  tenantId: string,
  { id: consultationId, kind, timeoutMs }: Wanted,
  transcript: Transcript,
  amendment: Amendment,
  signal: AbortSignal,
): Promise<void> {
  const { language } = transcript
  const job = await submit(tenantId, {
    source: { type: 'transcript', transcript },
    consultationId,
    language,
    kinds: [kind],
    amendment,
    limits: NO_LIMITS,
    doorState: {},
  })
  await waitForResult({ db, events }, job, timeoutMs, signal)
}
