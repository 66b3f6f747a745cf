import type { DocumentFormat, FhirDocument } from '../domain/consultation-record.ts'
import type { Letterhead } from '../domain/letterhead.ts'
import type { Note } from '../domain/note.ts'
import type { NoteOptions } from '../domain/submission.ts'
import type { Transcript } from '../domain/transcript.ts'
import type { formatBundle } from '../export/fhir/bundle.ts'
import { STRUCTURED_KINDS } from '../export/fhir/findings.ts'
import type { formatDocument } from '../export/format-document.ts'
import { isLetter } from '../export/letter.ts'
import { readList } from '../store/lists.ts'
import type { Handle } from '../store/tables.ts'
import { findNote, readRecord } from './read.ts'

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
  const note = findNote(record, kind)
  const [letterhead] = isLetter(note) ? await readList<Letterhead>(db, 'letterheads', tenantId) : []
  return formatDocument(format, note, record, letterhead?.lines ?? [])
}

/** Writes documents that nobody keeps. */
export type WriteNow = (
  transcript: Transcript,
  kinds: readonly string[],
  options?: Pick<NoteOptions, 'instruction' | 'templates'>,
) => Promise<Note[]>

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
