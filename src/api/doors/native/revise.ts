import { OslerError } from '../../../domain/errors.ts'
import type { Section, Statement } from '../../../domain/note.ts'
import { TRANSCRIPT } from '../../../domain/revision.ts'
import type { Item } from '../../../domain/transcript.ts'
import { insertRevision } from '../../../store/revisions.ts'
import type { Handle } from '../../../store/tables.ts'
import type { VersionedNote } from './apply-revisions.ts'

/** Whose change it is, and which version they had before them. */
export interface Reviser {
  tenantId: string
  consultationId: string
  keyId: string
  author: string
  /** The version that they saw. */
  seen: number
}

/** Writes the version behind the one that was seen. Throws `changed_elsewhere` when somebody else was there before. */
export async function revise(
  db: Handle,
  subject: string,
  current: number,
  content: Item[] | Section[],
  { seen, ...reviser }: Reviser,
  isSigned = false,
): Promise<number> {
  const version = seen + 1
  const isNewest = seen === current
  const written = isNewest && (await insertRevision(db, { ...reviser, subject, version, content, isSigned }))
  if (written) return version
  const what = subject === TRANSCRIPT ? 'The transcript' : 'The document'
  throw new OslerError(
    'changed_elsewhere',
    `${what} was changed meanwhile, perhaps in another window: your version is ${seen}. Read it again, then make the change anew.`,
    { version: seen },
  )
}

/** Throws `document_signed` for one that is fixed. */
export function checkUnsigned({ signed, title }: VersionedNote): void {
  if (!signed) return
  throw new OslerError('document_signed', `${title} was signed by ${signed.by} and is fixed. Copy it to go on writing.`)
}

/**
 * Sections as a person sent them. A statement that stands in the document already keeps what is known of it; any other
 * is the person's own, whatever it says of itself. Throws `request_invalid` for evidence that is not in the transcript.
 */
export function enterSections(
  sent: readonly Section[],
  { sections }: VersionedNote,
  items: readonly Item[],
): Section[] {
  const ids = new Set(items.map(({ id }) => id))
  const known = new Map(
    sections.flatMap(({ statements }) => statements.map((statement) => [keyOf(statement), statement])),
  )
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
