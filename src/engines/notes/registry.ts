import { openExtractive } from './extractive/writer.ts'
import type { NoteWriter } from './note-writer.ts'

/** Every note writer, best first. Adding one is one entry here and one name in OSLER_NOTES. */
const WRITERS = {
  extractive: openExtractive,
} satisfies Record<string, () => NoteWriter>

export type WriterName = keyof typeof WRITERS

/** The writers that are wanted, best first. */
export function openWriters(wanted: WriterName | 'auto'): NoteWriter[] {
  return wanted === 'auto' ? Object.values(WRITERS).map((open) => open()) : [WRITERS[wanted]()]
}
