import type { Seen, VersionedNote } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Handle } from '../store/tables.ts'
import { readDocument } from './read.ts'
import { checkUnsigned, revise } from './revise.ts'

/**
 * Fixes a document as it stands; answers it with its signature. Throws `not_found`, `not_ready`, `document_signed`,
 * `changed_elsewhere`.
 */
export async function sign(db: Handle, caller: Caller, id: string, kind: string, seen: Seen): Promise<VersionedNote> {
  const note = await readDocument(db, caller.tenantId, id, kind)
  checkUnsigned(note)
  const { sections: content, version: current } = note
  await revise(db, caller, id, { subject: kind, current, content, isSigned: true }, seen)
  return readDocument(db, caller.tenantId, id, kind)
}
