import type { Section } from './note.ts'
import type { Revision, StoredNote } from './revision.ts'

/**
 * Every version of a document, oldest first: what the writer wrote, number 0, and what people and the writer made of it.
 * A document that another request wrote later takes the place of the version that stood then, and bears its number.
 */
export function historyOf(
  notes: readonly StoredNote[],
  versions: readonly Revision<Section[]>[],
): Revision<Section[]>[] {
  const written = notes.map(({ sections, writer, writtenAt }, at): Revision<Section[]> => {
    const before = at === 0 ? undefined : versions.findLast(({ createdAt }) => createdAt < writtenAt)
    const version = before?.version ?? 0
    return { version, content: sections, author: writer, writer, isSigned: false, createdAt: writtenAt }
  })
  const [first, ...later] = written
  const others = [...later, ...versions].sort((a, b) => Number(a.createdAt) - Number(b.createdAt))
  return first ? [first, ...others] : others
}
