import type { LanguageTag } from '../../domain/language.ts'
import type { Note } from '../../domain/note.ts'
import type { Template } from '../../domain/template.ts'
import type { Transcript } from '../../domain/transcript.ts'
import type { Wish } from '../../domain/wish.ts'
import type { Engine } from '../engine.ts'

/** The document that is wanted. */
export interface NoteRequest {
  /** One of the writer's `kinds`, or `template:` and an id where it offers `template`. */
  kind: string
  /** What to write by, for a tenant's own template alone. */
  template?: Template | undefined
  /** What to answer or to do, for the kind `answer` alone. */
  instruction?: string | undefined
  /** The language to write in; that of the transcript where none is named. */
  language?: LanguageTag | undefined
  /** How it is wanted, in words; only a writer that `followsWishes` heeds them. */
  wishes?: readonly Wish[] | undefined
}

/** Told what share of the work is done; 0…1. */
export type OnProgress = (share: number) => Promise<void> | void

/** Writes a document from a transcript; its model is the language model behind it, as the operator named it. */
export interface NoteWriter extends Engine {
  readonly languages: readonly LanguageTag[]
  /** The document kinds it can write. */
  readonly kinds: readonly string[]
  readonly followsWishes: boolean

  /**
   * The note that is wanted. Every statement names the items it rests on. A writer that takes long tells how far it is.
   * Throws `engine_failed`.
   */
  write(transcript: Transcript, request: NoteRequest, signal: AbortSignal, onProgress?: OnProgress): Promise<Note>
}
