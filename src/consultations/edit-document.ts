import { OslerError } from '../domain/errors.ts'
import type { Section, Statement } from '../domain/note.ts'
import type { Seen, VersionedNote } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import type { Item } from '../domain/transcript.ts'
import type { Handle } from '../store/tables.ts'
import { findNote, readDocument, readRecord } from './read.ts'
import { checkUnsigned, revise } from './revise.ts'

/**
 * Puts a person's sections in place of a document's; answers it as it is then. Throws `not_found`, `not_ready`,
 * `document_signed`, `changed_elsewhere`, and `request_invalid` for evidence that is not in the transcript.
 */
export async function editDocument(
  db: Handle,
  caller: Caller,
  id: string,
  { kind, sections }: { kind: string; sections: readonly Section[] },
  seen: Seen,
): Promise<VersionedNote> {
  const record = await readRecord(db, caller.tenantId, id)
  const note = findNote(record, kind)
  checkUnsigned(note)
  const content = enterSections(sections, note, record.transcript.items)
  await revise(db, caller, id, { subject: kind, current: note.version, content }, seen)
  return readDocument(db, caller.tenantId, id, kind)
}

/**
 * Sections as a person sent them. A statement that stands in the document already keeps what is known of it; any other
 * is the person's own, whatever it says of itself.
 */
function enterSections(sent: readonly Section[], { sections }: VersionedNote, items: readonly Item[]): Section[] {
  const ids = new Set(items.flatMap(({ id, tookIn = [] }) => [id, ...tookIn]))
  const statements = sections.flatMap((section) => section.statements)
  const known = new Map(statements.map((statement) => [keyOf(statement), statement]))
  return sent.map((section) => ({
    ...section,
    statements: section.statements.map((statement) => known.get(keyOf(statement)) ?? enter(statement, ids)),
  }))
}

const keyOf = ({ text, evidence }: Statement) => JSON.stringify([text, evidence])

function enter(statement: Statement, ids: ReadonlySet<string>): Statement {
  const missing = statement.evidence.find((id) => !ids.has(id))
  const { doubtful: _, ...own } = statement
  if (missing === undefined) return { ...own, support: 'entered' }
  throw new OslerError('request_invalid', 'A statement names an item as evidence that the transcript does not have.')
}
