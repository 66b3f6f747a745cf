import { OslerError } from '../../../domain/errors.ts'
import type { Template } from '../../../domain/template.ts'

const HEADING = /^(?:#{1,6}\s+(?<marked>.+)|\*\*(?<bold>[^*]+)\*\*:?|(?<named>[^.:]{1,80}):)\s*$/
const MOST_LETTERS = 20_000

/**
 * A template of another system as sections: its headings (`# …`, `**…**` or `…:`) and what stands under them as what
 * belongs there. One without headings is one section. Throws `request_invalid`.
 */
export function readThirdPartyTemplate(given: unknown): Template {
  const text = typeof given === 'string' ? given.trim() : ''
  if (text === '' || text.length > MOST_LETTERS) {
    const message = `"third_party_template" is a text of 1 to ${MOST_LETTERS} letters.`
    throw new OslerError('request_invalid', message, { field: 'third_party_template' })
  }
  const sections: { title: string; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const { marked, bold, named } = HEADING.exec(line.trim())?.groups ?? {}
    const title = marked ?? bold ?? named
    if (title !== undefined) sections.push({ title: title.trim(), lines: [] })
    else if (sections.length > 0 || line.trim() !== '') (sections.at(-1) ?? begin(sections)).lines.push(line)
  }
  const read = sections.map(({ title, lines }) => {
    const instructions = lines.join('\n').trim()
    return { title, ...(instructions && { instructions }) }
  })
  return { id: 'third_party', name: 'Consult note', sections: read }
}

/** What stands before the first heading. */
function begin(sections: { title: string; lines: string[] }[]) {
  const first = { title: 'Note', lines: [] }
  sections.push(first)
  return first
}
