import type { Narrative } from '@medplum/fhirtypes'
import {
  detailOf,
  formatDoubt,
  formatNotHeard,
  formatSignature,
  labelOf,
  type Section,
  type Statement,
} from '../../domain/note.ts'
import { groupByHeading, sourcesOf } from '../arrange-note.ts'
import { escapeText } from '../escape.ts'
import { formatCaveat } from '../format-evidence.ts'

/** Lines as the XHTML that FHIR allows in a narrative (R4 § 2.4). */
export const narrate = (lines: readonly string[]) => wrap(lines.map(formatParagraph).join(''))

/** A section of a note, as its other forms print it. */
export function narrateSection(section: Section): Narrative {
  const groups = groupByHeading(section).map((group) => {
    const { heading, statements } = group
    const printed = statements.map(formatLine)
    if (section.style === 'paragraph') return formatParagraph(printed.join(' '))
    const sources = sourcesOf(group).map((source) => formatParagraph(`Source: ${source}.`))
    const items = printed.map((line) => `<li>${escapeText(line)}</li>`).join('')
    const list = (items && `<ul>${items}</ul>`) + sources.join('')
    return heading === undefined ? list : `<p><b>${escapeText(heading)}</b></p>${list}`
  })
  const hints = [formatNotHeard(section), formatSignature(section)].filter(Boolean).map(formatParagraph)
  return wrap([...groups, ...hints].join(''))
}

const formatParagraph = (line: string) => `<p>${escapeText(line)}</p>`

const wrap = (body: string): Narrative => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${body}</div>`,
})

/** A statement as a line, with what a reader must know of it. */
function formatLine(statement: Statement): string {
  const caveat = formatCaveat(statement)
  const parts = [
    labelOf(statement),
    statement.text + detailOf(statement),
    caveat && `(${caveat})`,
    formatDoubt(statement),
  ]
  return parts.filter(Boolean).join(' ')
}
