import { headingOf, isBlank, isPrinted, type Note, type Section, type Statement } from '../domain/note.ts'

/** Statements in a row that stand under one heading of their section, or under none. */
export interface Group {
  heading?: string
  statements: Statement[]
}

export const printedSections = ({ sections }: Note) => sections.filter(isPrinted)
export const filledSections = ({ sections }: Note) => sections.filter((section) => !isBlank(section))

/** The sources of a group of references, each once. */
export const sourcesOf = ({ statements }: Group) => [
  ...new Set(statements.flatMap(({ attributes }) => attributes?.source ?? [])),
]

/** A section as every form prints it; a paragraph is one group, as in Markdown. */
export function groupByHeading({ statements, style }: Section): Group[] {
  if (statements.length === 0) return []
  if (style === 'paragraph') return [{ statements }]
  const groups: Group[] = []
  for (const statement of statements) {
    const heading = headingOf(statement)
    const last = groups.at(-1)
    if (last && (heading === undefined || heading === last.heading)) last.statements.push(statement)
    else groups.push({ ...(heading !== undefined && { heading }), statements: [statement] })
  }
  return groups
}
