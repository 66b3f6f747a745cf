import type { LanguageTag } from '../../domain/language.ts'
import type { Note } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'

/** Writes a document from a transcript. Adding a writer: one file here, one line in registry.ts. */
export interface NoteWriter {
  /** `extractive` */
  readonly name: string
  readonly languages: readonly LanguageTag[]
  /** The document kinds it can write. */
  readonly kinds: readonly string[]

  /** The note of `kind`, one of `kinds`. Every statement names the items it rests on. Throws `engine_failed`. */
  write(transcript: Transcript, kind: string, signal: AbortSignal): Promise<Note>
}
