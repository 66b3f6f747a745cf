import type { LanguageTag } from './language.ts'
import type { Note } from './note.ts'
import { CLINICAL_KINDS } from './note-kinds/clinical.ts'
import { CONVERSATION_KINDS } from './note-kinds/conversations.ts'
import { REFERENCE_KINDS } from './note-kinds/reference.ts'
import { TEMPLATE_KINDS } from './note-kinds/templates.ts'
import { titleIn } from './note-kinds/translations.ts'
import { keyOfTitle, kindOfTemplate, type Template } from './template.ts'
import type { Warning } from './warnings.ts'

/** Every kind of document. Adding one is one entry in its family, and a writer that writes it. */
export const NOTE_KINDS = { ...CLINICAL_KINDS, ...TEMPLATE_KINDS, ...REFERENCE_KINDS, ...CONVERSATION_KINDS }

export type NoteKindName = keyof typeof NOTE_KINDS

/** The page of a kind before anything is written on it, with its headings in the language where they are known in it. */
export function blankNote(kind: NoteKindName, language: LanguageTag, writer: string, warnings: Warning[] = []): Note {
  const { title, sections } = NOTE_KINDS[kind]
  const blank = Object.entries(sections).map(([key, name]) => ({ key, title: titleIn(name, language), statements: [] }))
  return { kind, title: titleIn(title, language), language, sections: blank, writer, warnings }
}

/** The page of a tenant's own template; two sections of one title have keys of their own. */
export function blankTemplate(
  { id, name, sections }: Template,
  language: LanguageTag,
  writer: string,
  warnings: Warning[] = [],
): Note {
  const keys = sections.map(({ title }) => keyOfTitle(title))
  const blank = sections.map(({ title, style }, index) => {
    const key = keys[index] ?? ''
    const isFirst = keys.indexOf(key) === index
    return { key: isFirst ? key : `${key}_${index + 1}`, title, statements: [], ...(style && { style }) }
  })
  return { kind: kindOfTemplate(id), title: name, language, sections: blank, writer, warnings }
}

/** True for the name of a kind. */
export function isNoteKind(name: string): name is NoteKindName {
  return Object.hasOwn(NOTE_KINDS, name)
}
