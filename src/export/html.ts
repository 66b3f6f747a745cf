import {
  BLANK_LINE,
  detailOf,
  formatDoubt,
  formatDoubtLegend,
  formatNotHeard,
  formatSignature,
  isBlank,
  labelOf,
  type Note,
  type Section,
  type Statement,
} from '../domain/note.ts'
import { formatClock } from '../domain/time.ts'
import { formatSpeaker, type Item, type Transcript } from '../domain/transcript.ts'
import { groupByHeading, printedSections, sourcesOf } from './arrange-note.ts'
import { escapeText } from './escape.ts'
import { type Citation, type Cite, citeFrom, formatCaveat, formatMissing } from './format-evidence.ts'
import type { Head } from './head.ts'

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid #8888; } h3 { font-size: 1rem; }
sup a { margin-inline-start: 0.2em; text-decoration: none; } time, small { color: #59636e; }
#transcript { padding-inline-start: 2.5rem; } :target { background: #fff1b8; color: #000; }
header { border-bottom: 2px solid; margin-bottom: 1.5rem; } header p { margin: 0.2rem 0; }
header p:first-child { font-weight: bold; } .draft, .signed { font-weight: bold; }
@page { margin: 18mm; }
@media print { body { margin: 0; font-size: 11pt; } h2, h3 { break-after: avoid; } li { break-inside: avoid; } }`

/**
 * Notes and the transcript as one page that needs no other file and runs no script. The small numbers behind a
 * statement lead to the items that it rests on. With a head it is a clinic's paper. Of a transcript without items none is printed.
 */
export function formatHtml(notes: readonly Note[], transcript: Transcript, head?: Head): string {
  const title = escapeText(notes.map((note) => note.title).join(', ') || 'Transcript')
  const top = head ? [`<header>${head.lines.map((line) => `<p>${escapeText(line)}</p>`).join('')}</header>`] : []
  const formatOne = (note: Note) => formatNote(note, citeFrom(transcript), head?.end ?? formatSignature(note))
  const body = [...top, ...notes.map(formatOne), ...formatTranscript(transcript)]
  const metadata = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`
  const language = escapeText(notes[0]?.language ?? transcript.language)
  return `<!doctype html>
<html lang="${language}">
<head>${metadata}<style>${STYLE}</style></head>
<body>
${body.join('\n')}
</body>
</html>
`
}

function formatNote(note: Note, cite: Cite, end: string): string {
  const sections = printedSections(note).map((section) => formatSection(section, cite))
  const legend = formatDoubtLegend(note)
  const hints = [...(legend ? [legend] : []), ...note.warnings.map(({ message }) => message)].map(formatSmall)
  const last = end ? [`<p class="${note.signed ? 'signed' : 'draft'}">${escapeText(end)}</p>`] : []
  return [`<h1>${escapeText(note.title)}</h1>`, ...sections, ...hints, ...last].join('\n')
}

function formatSection(section: Section, cite: Cite): string {
  const groups = groupByHeading(section).flatMap((group) => {
    const { heading, statements } = group
    const printed = statements.map((statement) => formatStatement(statement, cite(statement)))
    const body = section.style === 'paragraph' ? `<p>${printed.join('\n')}</p>` : formatList(printed)
    const sources = sourcesOf(group).map((source) => formatSmall(`Source: ${source}.`))
    return [...(heading === undefined ? [] : [`<h3>${escapeText(heading)}</h3>`]), body, ...sources]
  })
  const notHeard = formatNotHeard(section)
  const title = section.isUntitled ? [] : [`<h2>${escapeText(section.title)}</h2>`]
  const field = isBlank(section) ? [`<p>${BLANK_LINE}</p>`] : []
  const hints = [notHeard, formatSignature(section)].filter(Boolean).map(formatSmall)
  return [...title, ...groups, ...field, ...hints].join('\n')
}

const formatSmall = (text: string) => `<p><small>${escapeText(text)}</small></p>`

const formatList = (printed: readonly string[]) =>
  ['<ul>', ...printed.map((text) => `<li>${text}</li>`), '</ul>'].join('\n')

function formatStatement(statement: Statement, citation: Citation): string {
  const label = labelOf(statement)
  const caveat = formatCaveat(statement)
  const doubt = formatDoubt(statement)
  const missing = formatMissing(citation)
  const links = citation.numbers.map((number) => `<a href="#item-${number}">${number}</a>`).join(' ')
  return [
    label && `<strong>${escapeText(label)}</strong> `,
    escapeText(statement.text + detailOf(statement)),
    caveat && ` <small>(${escapeText(caveat)})</small>`,
    doubt && ` <mark>${escapeText(doubt)}</mark>`,
    missing && ` <small>(${escapeText(missing)})</small>`,
    links && `<sup>${links}</sup>`,
  ].join('')
}

function formatTranscript({ items }: Transcript): string[] {
  if (items.length === 0) return []
  return [`<h1>Transcript</h1>\n<ol id="transcript">\n${items.map(formatItem).join('\n')}\n</ol>`]
}

function formatItem(item: Item, index: number): string {
  const speaker = formatSpeaker(item)
  const who = speaker && `<strong>${escapeText(speaker)}:</strong> `
  return `<li id="item-${index + 1}"><time>${formatClock(item.startMs)}</time> ${who}${escapeText(item.text)}</li>`
}
