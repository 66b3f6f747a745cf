import type { TemplateSection } from '../../src/domain/template.ts'

const MOST_HEADING_WORDS = 6
const BULLET = /^(?:[-*•–]|\d{1,2}[.)])\s+/
const OPENS = /^(?:dear|to whom|ch[eè]re?s?|madame|monsieur|estimad[oa]|querid[oa])\b.*[,:]$/i
const CLOSES =
  /^(?:yours|kind regards|best regards|regards|sincerely|cordialement|bien à vous|atentamente|un saludo)\b/i

/**
 * The sections of a document that somebody pasted: its headings, each as prose or list as it stands below, and its
 * greeting and closing word for word. What stands below a heading is of another patient and is left out.
 */
export function readExample(text: string): TemplateSection[] {
  const lines = text.split('\n').map((line) => line.trim())
  const sections: TemplateSection[] = []
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const last = sections.at(-1)
    if (OPENS.test(line) || CLOSES.test(line)) sections.push(fixedOf(line))
    else if (isHeading(line, lines[at - 1], lines[at + 1])) sections.push(headed(line))
    else if (last && !last.fixed && last.style === undefined) last.style = BULLET.test(line) ? 'list' : 'paragraph'
  }
  return sections
}

const fixedOf = (line: string): TemplateSection => ({
  ...{ title: line.replace(/[,:.]$/, ''), fixed: line },
  ...{ isUntitled: true, style: 'paragraph' },
})

/** `PLAN`, `Plan:`, `## Plan`, `Plan: see below` and a short line by itself. */
function isHeading(line: string, before = '', next = ''): boolean {
  if (BULLET.test(line)) return false
  const [title = '', rest] = titleOf(line).split(/:\s*/, 2)
  const isShort = title.split(/\s+/).length <= MOST_HEADING_WORDS && /^\p{Lu}/u.test(title)
  if (!isShort) return false
  if (line.startsWith('#') || rest !== undefined) return true
  return !/[.,;?!]$/.test(title) && (title === title.toUpperCase() || (before === '' && next !== ''))
}

const titleOf = (line: string) => line.replace(/^#+\s*|[*_]{2}/g, '')

function headed(line: string): TemplateSection {
  const [title = '', rest] = titleOf(line).split(/:\s*/, 2)
  const printed = title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title
  return { title: printed, ...(rest && { style: 'paragraph' as const }) }
}
