import { openExtractive } from './extractive/writer.ts'
import type { NoteWriter } from './note-writer.ts'

interface Offer {
  open(): NoteWriter
}

/** Every writer, best first. Adding one is one entry here and one name in OSLER_NOTES. */
const WRITERS = {
  extractive: { open: openExtractive },
} satisfies Record<string, Offer>

export type WriterName = keyof typeof WRITERS

/** The writers that are wanted, best first. */
export function openWriters(wanted: WriterName | 'auto'): NoteWriter[] {
  const offers: Offer[] = wanted === 'auto' ? Object.values(WRITERS) : [WRITERS[wanted]]
  return offers.map((offer) => offer.open())
}
