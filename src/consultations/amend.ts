import { OslerError } from '../domain/errors.ts'
import type { Section } from '../domain/note.ts'
import type { Seen, VersionedNote } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Handle } from '../store/tables.ts'
import { readDocument } from './read.ts'
import { revise } from './revise.ts'

/** In the languages that documents are written in. */
const TITLES: Readonly<Record<string, string>> = { es: 'Adenda' }

/**
 * Adds to a signed document, in a section of its own behind the others, which stay as they were signed; whoever adds signs it.
 * Throws `not_found`, `not_ready`, `document_unsigned`, `changed_elsewhere`.
 */
export async function amend(
  db: Handle,
  caller: Caller,
  id: string,
  { kind, text }: { kind: string; text: string },
  seen: Seen,
): Promise<VersionedNote> {
  const note = await readDocument(db, caller.tenantId, id, kind)
  if (!note.signed) throw new OslerError('document_unsigned', `${note.title} is not signed yet: change it instead.`)
  const { sections, version: current, language } = note
  const addendum: Section = {
    key: `addendum-${sections.filter(({ signed }) => signed).length + 1}`,
    title: TITLES[language.split('-')[0] ?? ''] ?? 'Addendum',
    style: 'paragraph',
    statements: [{ text, evidence: [], support: 'entered' }],
  }
  // Who signed each addendum is told by its version.
  const before = sections.map(({ signed: _, ...section }) => section)
  await revise(db, caller, id, { subject: kind, current, content: [...before, addendum], isSigned: true }, seen)
  return readDocument(db, caller.tenantId, id, kind)
}
