import type { DocumentFormat, VersionedRecord } from '../domain/consultation-record.ts'
import { formatMarkdown, withHandMarks } from '../domain/note.ts'
import type { VersionedNote } from '../domain/revision.ts'
import { headOf } from './head.ts'
import { formatHtml } from './html.ts'

type Print = (note: VersionedNote, record: VersionedRecord) => string | Promise<Uint8Array<ArrayBuffer>>

const FORMATS: Record<DocumentFormat, Print> = {
  markdown: (note) => formatMarkdown(withHandMarks(note)),
  html: (note, record) => formatHtml([note], record.transcript, headOf(record)),
  pdf: async (note, record) => {
    const { formatPdf } = await import('./pdf.ts')
    return formatPdf([note], record.transcript, record.writtenAt, headOf(record))
  },
}

/** A document of the record as a text or file. */
export async function formatDocument(
  format: DocumentFormat,
  note: VersionedNote,
  record: VersionedRecord,
): Promise<string | Uint8Array<ArrayBuffer>> {
  return FORMATS[format](note, record)
}
