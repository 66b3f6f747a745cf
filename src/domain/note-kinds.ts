import type { LanguageTag } from './language.ts'
import type { Note } from './note.ts'
import type { Warning } from './transcript.ts'

interface NoteKind {
  title: string
  /** Key to title, in the order of the page. */
  sections: Record<string, string>
}

/** Every kind of document. Adding one is one line here, and a writer that writes it. */
export const NOTE_KINDS = {
  soap_note: {
    title: 'SOAP note',
    sections: { subjective: 'Subjective', objective: 'Objective', assessment: 'Assessment', plan: 'Plan' },
  },
  summary: { title: 'Summary', sections: { summary: 'Key points' } },
} as const satisfies Record<string, NoteKind>

export type NoteKindName = keyof typeof NOTE_KINDS

/** The page of a kind before anything is written on it. */
export function blankNote(kind: NoteKindName, language: LanguageTag, writer: string, warnings: Warning[] = []): Note {
  const { title, sections } = NOTE_KINDS[kind]
  const blank = Object.entries(sections).map(([key, name]) => ({ key, title: name, statements: [] }))
  return { kind, title, language, sections: blank, writer, warnings }
}

/** True for the name of a kind. */
export function isNoteKind(name: string): name is NoteKindName {
  return Object.hasOwn(NOTE_KINDS, name)
}
