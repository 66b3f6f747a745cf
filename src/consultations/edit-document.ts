import { standsIn } from '../domain/cited-words.ts'
import { OslerError } from '../domain/errors.ts'
import { keyOf } from '../domain/keep-hand-changes.ts'
import type { Section, Statement } from '../domain/note.ts'
import type { Seen, VersionedNote } from '../domain/revision.ts'
import type { Caller } from '../domain/tenant.ts'
import { type Item, idsOf } from '../domain/transcript.ts'
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
 * Sections as a person sent them. A statement that stands in the document already keeps what is known of it, unless it is
 * sent as the person's own; any other is theirs, whatever it says of itself.
 */
function enterSections(sent: readonly Section[], { sections }: VersionedNote, items: readonly Item[]): Section[] {
  const standing = sections.flatMap((section) => section.statements)
  const known = new Map(standing.map((statement) => [keyOf(statement), statement]))
  const evidence = readEvidence(standing, items)
  const take = (statement: Statement) => {
    const found = known.get(keyOf(statement))
    const isVouchedFor = statement.support === 'entered' && found?.support !== 'entered'
    return found && !isVouchedFor ? withoutMark(found) : enter(statement, evidence)
  }
  return sent.map((section) => ({ ...section, statements: section.statements.map(take) }))
}

const withoutMark = ({ outdated: _, ...statement }: Statement): Statement => statement

/** What may be cited: the text of each item by its ids, and of the statements that rest on the same items. */
function readEvidence(standing: readonly Statement[], items: readonly Item[]) {
  return {
    texts: new Map(items.flatMap((item) => idsOf(item).map((id) => [id, item.text] as const))),
    restingOn: Map.groupBy(
      standing.filter(({ outdated }) => !outdated),
      ({ evidence }) => String(evidence),
    ),
  }
}

/**
 * A person's own statement. It cites what it was given as evidence only where its words stand there, or stood in a
 * statement that rests on the same: numbers that nobody said are nobody's words.
 */
function enter(statement: Statement, { texts, restingOn }: ReturnType<typeof readEvidence>): Statement {
  const { doubtful: _, outdated: __, ...own } = statement
  if (own.evidence.some((id) => !texts.has(id)))
    throw new OslerError('request_invalid', 'A statement names an item as evidence that the transcript does not have.')
  const cited = own.evidence.flatMap((id) => texts.get(id) ?? [])
  const same = restingOn.get(String(own.evidence)) ?? []
  const isCarried = standsIn(own.text, [...cited, ...same.map(({ text }) => text)])
  return { ...own, evidence: isCarried ? own.evidence : [], support: 'entered' }
}
