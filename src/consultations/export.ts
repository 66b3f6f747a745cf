import type { DocumentFormat, FhirDocument, VersionedRecord } from '../domain/consultation-record.ts'
import { formatMarkdown, type Note, withHandMarks } from '../domain/note.ts'
import type { VersionedNote } from '../domain/revision.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { formatBundle } from '../export/fhir/bundle.ts'
import { STRUCTURED_KINDS } from '../export/fhir/findings.ts'
import { headOf } from '../export/head.ts'
import { formatHtml } from '../export/html.ts'
import { formatPdf } from '../export/pdf.ts'
import type { Handle } from '../store/tables.ts'
import { findNote, readRecord } from './read.ts'

type Print = (note: VersionedNote, record: VersionedRecord) => string | Promise<Uint8Array<ArrayBuffer>>

const FORMATS: Record<DocumentFormat, Print> = {
  markdown: (note) => formatMarkdown(withHandMarks(note)),
  html: (note, record) => formatHtml([note], record.transcript, headOf(record)),
  pdf: (note, record) => formatPdf([note], record.transcript, record.writtenAt, headOf(record)),
}

/** A document of the record as a text or file. */
export async function formatDocument(
  format: DocumentFormat,
  note: VersionedNote,
  record: VersionedRecord,
): Promise<string | Uint8Array<ArrayBuffer>> {
  return FORMATS[format](note, record)
}

/** Long documents take long to print, so that neither is done where requests are answered. */
interface Printers {
  formatDocument: typeof formatDocument
  formatBundle(...args: Parameters<typeof formatBundle>): Promise<ReturnType<typeof formatBundle>>
}

/** A document as people left it, as a text or file. Throws `not_found`, `not_ready`. */
export async function exportDocument(
  { db, formatDocument }: { db: Handle } & Pick<Printers, 'formatDocument'>,
  tenantId: string,
  id: string,
  kind: string,
  format: DocumentFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const record = await readRecord(db, tenantId, id)
  return formatDocument(format, findNote(record, kind), record)
}

/** Writes documents that nobody keeps. */
export type WriteNow = (transcript: Transcript, kinds: readonly string[]) => Promise<Note[]>

/**
 * A consultation as a FHIR document. What it needs of structured documents and nobody asked for is written for it, and
 * not kept. Throws `not_found`, `not_ready`.
 */
export async function exportBundle(
  { db, writeNow, formatBundle }: { db: Handle; writeNow: WriteNow } & Pick<Printers, 'formatBundle'>,
  tenantId: string,
  id: string,
): Promise<FhirDocument> {
  const record = await readRecord(db, tenantId, id)
  const kinds: readonly string[] = STRUCTURED_KINDS
  const written = record.notes.filter(({ kind }) => kinds.includes(kind))
  const missing = kinds.filter((kind) => !written.some((note) => note.kind === kind))
  return { ...(await formatBundle(record, [...written, ...(await writeNow(record.transcript, missing))])) }
}
