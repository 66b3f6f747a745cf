import type { Section } from './note.ts'
import type { Item } from './transcript.ts'

/** A transcript's items or a document's sections as a person left them. Number 0 is what the engine made. */
export interface Revision<Content extends Item[] | Section[] = Item[] | Section[]> {
  version: number
  content: Content
  /** Who made it, as they called themselves. */
  author: string
  createdAt: Date
  /** The author has signed it: nothing follows. */
  isSigned: boolean
}

/** The revisions of a transcript bear this name; those of a document its kind. */
export const TRANSCRIPT = 'transcript'
