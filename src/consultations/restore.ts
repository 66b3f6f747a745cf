import { OslerError } from '../domain/errors.ts'
import { type Seen, TRANSCRIPT, type VersionedNote, type VersionedTranscript } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Handle } from '../store/tables.ts'
import { findNote, readDocument, readRecord, readVersions } from './read.ts'
import { checkUnfixed, checkUnsigned, revise } from './revise.ts'

/** Puts the transcript back as it was in a version, as a version of its own. Throws what `correct` throws. */
export async function restoreTranscript(
  db: Handle,
  caller: Caller,
  id: string,
  restored: number,
  seen: Seen,
): Promise<VersionedTranscript> {
  const record = await readRecord(db, caller.tenantId, id)
  await checkUnfixed(db, record)
  const { version: current } = record.transcript
  const content = await readContent(db, caller, id, restored)
  await revise(db, caller, id, { subject: TRANSCRIPT, current, content }, seen)
  return (await readRecord(db, caller.tenantId, id)).transcript
}

/** Puts a document back as it was in a version, as a version of its own. Throws what `editDocument` throws. */
export async function restoreDocument(
  db: Handle,
  caller: Caller,
  id: string,
  { kind, restored }: { kind: string; restored: number },
  seen: Seen,
): Promise<VersionedNote> {
  const note = findNote(await readRecord(db, caller.tenantId, id), kind)
  checkUnsigned(note)
  const content = await readContent(db, caller, id, restored, kind)
  await revise(db, caller, id, { subject: kind, current: note.version, content }, seen)
  return readDocument(db, caller.tenantId, id, kind)
}

async function readContent(db: Handle, { tenantId }: Caller, id: string, restored: number, kind?: string) {
  const versions = await readVersions(db, tenantId, id, kind)
  const found = versions.findLast(({ version }) => version === restored)
  if (found) return found.content
  const newest = versions.at(-1)?.version ?? 0
  throw new OslerError('not_found', `There is no version ${restored}: there are 0 to ${newest}.`)
}
