import type { Statement } from '../domain/note.ts'
import type { StoredNote } from '../domain/revision.ts'
import { type Item, idsOf } from '../domain/transcript.ts'

/** The document with a mark on each statement whose words were corrected after it was written; a person's own has none. */
export function markOutdated<Stored extends StoredNote>(note: Stored, items: readonly Item[]): Stored {
  const writtenAt = note.writtenAt.toISOString()
  const corrected = new Set(items.filter(({ correctedAt = '' }) => correctedAt > writtenAt).flatMap(idsOf))
  if (corrected.size === 0) return note
  const isOutdated = ({ support, evidence }: Statement) =>
    support !== 'entered' && evidence.some((id) => corrected.has(id))
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.map((one) => (isOutdated(one) ? { ...one, outdated: true as const } : one)),
  }))
  return { ...note, sections }
}
