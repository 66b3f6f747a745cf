import type { Narrative } from '@medplum/fhirtypes'
import { detailOf, labelOf, printDoubt, printNotHeard, type Section, type Statement } from '../../domain/note.ts'
import { groupByHeading, sourcesOf } from '../arrange-note.ts'
import { escapeText } from '../escape.ts'
import { printCaveat } from '../print-evidence.ts'

/** Lines as the XHTML that FHIR allows in a narrative (R4 § 2.4). */
export const narrate = (lines: readonly string[]) => wrap(lines.map(printParagraph).join(''))

/** A section of a note, as its other forms print it. */
export function narrateSection(section: Section): Narrative {
  const groups = groupByHeading(section).map((group) => {
    const { heading, statements } = group
    const printed = statements.map(printLine)
    if (section.style === 'paragraph') return printParagraph(printed.join(' '))
    const sources = sourcesOf(group).map((source) => printParagraph(`Source: ${source}.`))
    const items = printed.map((line) => `<li>${escapeText(line)}</li>`).join('')
    const list = (items && `<ul>${items}</ul>`) + sources.join('')
    return heading === undefined ? list : `<p><b>${escapeText(heading)}</b></p>${list}`
  })
  const notHeard = printNotHeard(section)
  return wrap(groups.join('') + (notHeard && printParagraph(notHeard)))
}

const printParagraph = (line: string) => `<p>${escapeText(line)}</p>`

const wrap = (body: string): Narrative => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${body}</div>`,
})

/** A statement as a line, with what a reader must know of it. */
function printLine(statement: Statement): string {
  const caveat = printCaveat(statement)
  const parts = [
    labelOf(statement),
    statement.text + detailOf(statement),
    caveat && `(${caveat})`,
    printDoubt(statement),
  ]
  return parts.filter(Boolean).join(' ')
}
