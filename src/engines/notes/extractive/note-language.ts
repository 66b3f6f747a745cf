import type { LanguageTag } from '../../../domain/language.ts'
import type { Note } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteRequest } from '../note-writer.ts'
import type { Written } from './fill-sections.ts'

/** What the built-in writer knows of a language: how to read a conversation in it, and to fill the sections of a document. */
export interface NoteLanguage {
  readonly tag: LanguageTag
  /** What reads a conversation once, for all the documents that are written of it; only who writes needs its tables. */
  load(): Promise<(items: readonly Item[]) => Reading>
}

/** A conversation that was read. */
export interface Reading {
  /** What was not heard clearly, whose words were taken for another's. */
  warnings: Warning[]
  /** The statements of a document with these sections. */
  fill(request: NoteRequest, keys: readonly string[]): Written
  /** Shortens a filled document where it is to be brief, and names what matters and stands in no statement of it. */
  finish(note: Note): Warning[]
}
