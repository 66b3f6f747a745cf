import { createRequire } from 'node:module'
import PdfDocument from 'pdfkit'
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
import { formatSpeaker, type Transcript } from '../domain/transcript.ts'
import { groupByHeading, printedSections, sourcesOf } from './arrange-note.ts'
import { type Citation, type Cite, citeFrom, formatCaveat, formatMissing } from './format-evidence.ts'
import type { Head } from './head.ts'

type Pdf = InstanceType<typeof PdfDocument>

const MARGIN_POINTS = 56
const { resolve } = createRequire(import.meta.url)
/** DejaVu Sans 2.37: Latin with the marks of Yoruba, Igbo, Hausa and French, Greek and Cyrillic. */
const fontFile = (style: string) => resolve(`dejavu-fonts-ttf/ttf/DejaVuSans${style}.ttf`)
/** Other scripts are not in the font, or are written from the right or in joined letters, which pdfkit does not lay out. */
const UNPRINTABLE = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u
const CANNOT_PRINT =
  'Parts of this document are in a script that Osler cannot print as PDF: read them as HTML or Markdown.'

/**
 * Notes as a PDF on A4: statements with the numbers of their items, and these items below. `writtenAt` is the
 * document's date, so that the same notes give the same bytes.
 */
export async function formatPdf(
  notes: readonly Note[],
  transcript: Transcript,
  writtenAt: Date,
  head?: Head,
): Promise<Buffer<ArrayBuffer>> {
  const title = notes.map((note) => note.title).join(', ')
  const info = { Title: title, Creator: 'Osler', Producer: 'Osler', CreationDate: writtenAt, ModDate: writtenAt }
  const pdf = new PdfDocument({ size: 'A4', margin: MARGIN_POINTS, bufferPages: true, info, lang: transcript.language })
  pdf.registerFont('plain', fontFile(''))
  pdf.registerFont('bold', fontFile('-Bold'))
  const bytes = Array.fromAsync(pdf as AsyncIterable<Buffer>)
  if (UNPRINTABLE.test(JSON.stringify([notes, transcript.items, head]))) writeSmall(pdf, CANNOT_PRINT)
  if (head) writeHead(pdf, head)
  for (const note of notes) writeNote(pdf, note, transcript, head?.end ?? formatSignature(note))
  writeSources(pdf, notes, transcript)
  numberPages(pdf, head?.patient ?? '')
  pdf.end()
  return Buffer.concat(await bytes)
}

/** A line of A4 holds fewer letters of the smallest print. */
const MOST_LETTERS_A_WORD = 120
const LONG_WORDS = new RegExp(`\\S{${MOST_LETTERS_A_WORD}}(?=\\S)`, 'gu')

/** pdfkit measures all that is left of a word for each line that it breaks it into, so that long ones are broken before. */
const breakLongWords = (text: string) => text.replace(LONG_WORDS, '$&\n')

const write = (pdf: Pdf, font: string, points: number, text: string) =>
  pdf.font(font).fontSize(points).text(breakLongWords(text))
const writeSmall = (pdf: Pdf, text: string) => write(pdf, 'plain', 8, text).moveDown(0.5)

/** A heading goes to the next page when nothing of what follows fits below it. */
function writeHeading(pdf: Pdf, points: number, text: string): void {
  const isFull = pdf.y > pdf.page.height - MARGIN_POINTS - 4 * points
  if (isFull) pdf.addPage()
  else pdf.moveDown(0.5)
  write(pdf, 'bold', points, text).moveDown(0.3)
}

function writeHead(pdf: Pdf, { lines, patient }: Head): void {
  for (const [at, line] of lines.entries()) write(pdf, at === 0 && patient ? 'bold' : 'plain', 10, line).moveDown(0.2)
  const y = pdf.y + 2
  pdf
    .moveTo(MARGIN_POINTS, y)
    .lineTo(pdf.page.width - MARGIN_POINTS, y)
    .lineWidth(1)
    .stroke()
    .moveDown(0.5)
}

function writeNote(pdf: Pdf, note: Note, transcript: Transcript, end: string): void {
  const cite = citeFrom(transcript)
  writeHeading(pdf, 16, note.title)
  for (const section of printedSections(note)) writeSection(pdf, section, cite)
  const legend = formatDoubtLegend(note)
  if (legend) writeSmall(pdf, legend)
  for (const { message } of note.warnings) writeSmall(pdf, message)
  if (end) write(pdf, 'bold', 10, end)
}

function writeSection(pdf: Pdf, section: Section, cite: Cite) {
  if (section.isUntitled) pdf.moveDown(0.5)
  else writeHeading(pdf, 12, section.title)
  if (isBlank(section)) write(pdf, 'plain', 10, BLANK_LINE)
  for (const group of groupByHeading(section)) {
    const { heading, statements } = group
    if (heading !== undefined) writeHeading(pdf, 10, heading)
    const printed = statements.map((statement) => formatStatement(statement, cite(statement)))
    if (section.style === 'paragraph') write(pdf, 'plain', 10, printed.join(' '))
    else for (const text of printed) write(pdf, 'plain', 10, `•  ${text}`).moveDown(0.2)
    for (const source of sourcesOf(group)) writeSmall(pdf, `Source: ${source}.`)
  }
  const notHeard = formatNotHeard(section)
  if (notHeard) writeSmall(pdf, notHeard)
  if (section.signed) writeSmall(pdf, formatSignature(section))
}

function formatStatement(statement: Statement, citation: Citation): string {
  const { numbers } = citation
  const missing = formatMissing(citation)
  const caveat = formatCaveat(statement)
  const parts = [
    labelOf(statement),
    statement.text + detailOf(statement),
    caveat && `(${caveat})`,
    formatDoubt(statement),
    missing && `(${missing})`,
    numbers.length > 0 && `[${numbers.join(', ')}]`,
  ]
  return parts.filter(Boolean).join(' ')
}

function writeSources(pdf: Pdf, notes: readonly Note[], transcript: Transcript): void {
  const statements = notes.flatMap(({ sections }) => sections.flatMap((section) => section.statements))
  const cite = citeFrom(transcript)
  const cited = new Set(statements.flatMap((statement) => cite(statement).numbers))
  if (cited.size === 0) return
  writeHeading(pdf, 12, 'Sources in the transcript')
  for (const [index, item] of transcript.items.entries()) {
    if (!cited.has(index + 1)) continue
    const speaker = formatSpeaker(item)
    writeSmall(pdf, `[${index + 1}] ${formatClock(item.startMs)} ${speaker && `${speaker}: `}${item.text}`)
  }
}

/** Every page says whose it is. */
function numberPages(pdf: Pdf, patient: string): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    // Text below the margin would begin a new page.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - MARGIN_POINTS / 2
    pdf
      .font('plain')
      .fontSize(8)
      .text([patient, `${page + 1} / ${count}`].filter(Boolean).join('   '), MARGIN_POINTS, y, {
        align: 'center',
        lineBreak: false,
      })
  }
}
