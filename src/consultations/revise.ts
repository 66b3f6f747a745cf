import type { VersionedRecord } from '../domain/consultation-record.ts'
import { OslerError } from '../domain/errors.ts'
import type { Section } from '../domain/note.ts'
import { changedElsewhere, type Seen, type VersionedNote } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Item } from '../domain/transcript.ts'
import { addVersion } from '../store/revisions.ts'
import type { Handle } from '../store/tables.ts'
import { listSigned } from '../store/visits.ts'

/** A new content of the transcript, or of a document by its kind. */
export interface Change {
  subject: string
  /** The version that stands now. */
  current: number
  content: Item[] | Section[]
  isSigned?: boolean
}

/** Writes the version behind the one that was seen. Throws `changed_elsewhere` when somebody else was there before. */
export async function revise(
  db: Handle,
  { tenantId, keyId }: Caller,
  consultationId: string,
  { subject, current, content, isSigned }: Change,
  { version: seen, author }: Seen,
): Promise<void> {
  if (seen !== current) throw changedElsewhere(subject, seen)
  const change = { tenantId, keyId, consultationId, subject, content, author, seen }
  await addVersion(db, { ...change, ...(isSigned && { isSigned }) })
}

/** Throws `document_signed` for one that is fixed. */
export function checkUnsigned({ signed, title }: VersionedNote): void {
  if (!signed) return
  throw new OslerError(
    'document_signed',
    `${title} was signed by ${signed.by} and is fixed: add to it by an addendum, or copy it.`,
  )
}

/** Throws `transcript_signed` where a document that rests on the transcript was signed: it shall be found as who signed had it. */
export async function checkUnfixed(db: Handle, { id, notes }: VersionedRecord): Promise<void> {
  const [kind] = (await listSigned(db, [id])).get(id) ?? []
  if (kind === undefined) return
  const title = notes.find((note) => note.kind === kind)?.title ?? kind
  throw new OslerError(
    'transcript_signed',
    `${title} was signed and rests on this transcript, which is fixed with it: say what is to be corrected in an addendum to the document.`,
  )
}
