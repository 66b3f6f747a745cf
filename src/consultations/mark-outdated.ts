import type { Statement } from '../domain/note.ts'
import type { StoredNote } from '../domain/revision.ts'
import { answersTo, type Item } from '../domain/transcript.ts'

/** The document with a mark on each statement whose words were corrected after it was written; a person's own has none. */
export function markOutdated<Stored extends StoredNote>(note: Stored, items: readonly Item[]): Stored {
  const writtenAt = note.writtenAt.toISOString()
  const corrected = items.filter(({ correctedAt = '' }) => correctedAt > writtenAt)
  if (corrected.length === 0) return note
  const isOutdated = ({ support, evidence }: Statement) =>
    support !== 'entered' && corrected.some((item) => evidence.some((id) => answersTo(item, id)))
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.map((one) => (isOutdated(one) ? { ...one, outdated: true as const } : one)),
  }))
  return { ...note, sections }
}
