import type { DocumentFormat, VersionedRecord } from '../domain/consultation-record.ts'
import { formatMarkdown, type Note, withHandMarks } from '../domain/note.ts'
import type { VersionedNote } from '../domain/revision.ts'
import type { Transcript } from '../domain/transcript.ts'
import { type Head, headOf } from './head.ts'
import { formatHtml } from './html.ts'
import { headOfLetter, isLetter, toBeSent } from './letter.ts'

/** What is printed: of a letter no transcript. */
interface Page {
  note: Note
  transcript: Transcript
  head: Head
}

type Print = (page: Page, writtenAt: Date) => string | Promise<Uint8Array<ArrayBuffer>>

const FORMATS: Record<DocumentFormat, Print> = {
  markdown: ({ note, head }) =>
    isLetter(note) ? formatLetter(formatMarkdown(withoutSignature(note)), head) : formatMarkdown(withHandMarks(note)),
  html: ({ note, transcript, head }) => formatHtml([note], transcript, head),
  pdf: async ({ note, transcript, head }, writtenAt) => {
    const { formatPdf } = await import('./pdf.ts')
    return formatPdf([note], transcript, writtenAt, head)
  },
}

/** A document of the record as a text or file; `letterhead`: the lines that its tenant has above letters. */
export async function formatDocument(
  format: DocumentFormat,
  note: VersionedNote,
  record: VersionedRecord,
  letterhead: readonly string[],
): Promise<string | Uint8Array<ArrayBuffer>> {
  return FORMATS[format](pageOf(note, record, letterhead), record.writtenAt)
}

function pageOf(note: VersionedNote, record: VersionedRecord, letterhead: readonly string[]): Page {
  const { transcript } = record
  if (!isLetter(note)) return { note, transcript, head: headOf(note, record) }
  return {
    note: toBeSent(note),
    transcript: { ...transcript, items: [] },
    head: headOfLetter(note, record, letterhead),
  }
}

const withoutSignature = ({ signed: _, ...note }: Note): Note => note

/** The lines of the head each by itself, the text, and who signed. */
const formatLetter = (text: string, { lines, end }: Head) => [lines.join('  \n'), text, `_${end}_`].join('\n\n')
