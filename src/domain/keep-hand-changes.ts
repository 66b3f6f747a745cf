import type { Section, Statement } from './note.ts'
import type { Revision } from './revision.ts'

/**
 * A document that was written again, with what people changed in it before: their own statements stand where they stood,
 * what they removed stays away. `history`: its versions from the writer's first on, oldest first, the last one standing.
 */
export function keepHandChanges(
  written: readonly Section[],
  history: readonly Pick<Revision<Section[]>, 'content' | 'writer'>[],
): Section[] {
  const removed = findRemoved(history)
  const standing = history.at(-1)?.content ?? []
  const kept = written.map((section) => {
    const wanted = section.statements.filter((statement) => !removed.has(keyOf(statement)))
    const own = standing.find(({ key }) => key === section.key)
    return { ...section, statements: own ? putBack(wanted, own.statements) : wanted }
  })
  const dropped = standing.filter(({ key }) => !written.some((section) => section.key === key))
  return [...kept, ...dropped.map(onlyOwn).filter(({ statements }) => statements.length > 0)]
}

/** What a statement is known by: its words and what it cites. */
export const keyOf = ({ text, evidence }: Pick<Statement, 'text' | 'evidence'>) => JSON.stringify([text, evidence])

const isOwn = ({ support }: Statement) => support === 'entered'
const onlyOwn = (section: Section): Section => ({ ...section, statements: section.statements.filter(isOwn) })

/** Statements that a person took out and nobody put back. What the writer no longer wrote was not taken out. */
function findRemoved(history: readonly Pick<Revision<Section[]>, 'content' | 'writer'>[]): Set<string> {
  const removed = new Set<string>()
  for (const [at, { content, writer }] of history.entries()) {
    const now = keysOf(content)
    for (const key of keysOf(history[at - 1]?.content ?? [])) if (!writer && !now.has(key)) removed.add(key)
    for (const key of now) removed.delete(key)
  }
  return removed
}

const keysOf = (sections: readonly Section[]) => new Set(sections.flatMap(({ statements }) => statements.map(keyOf)))

/** A section's statements with a person's own, each behind the one that it stood behind. */
function putBack(written: readonly Statement[], before: readonly Statement[]): Statement[] {
  const all = [...written]
  const neighbors = new Set<string>()
  for (const own of before) {
    if (isOwn(own) && !all.some(({ text }) => text === own.text)) {
      const behind = all.findLastIndex((statement) => neighbors.has(keyOf(statement)))
      all.splice(behind < 0 && neighbors.size > 0 ? all.length : behind + 1, 0, own)
    }
    neighbors.add(keyOf(own))
  }
  return all
}
