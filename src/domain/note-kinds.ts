import type { LanguageTag } from './language.ts'
import { type Layout, layOut, withFixedText } from './layout.ts'
import type { Note } from './note.ts'
import { CLINICAL_KINDS } from './note-kinds/clinical.ts'
import { CONVERSATION_KINDS } from './note-kinds/conversations.ts'
import { LETTER_KINDS } from './note-kinds/letters.ts'
import type { NoteKind } from './note-kinds/note-kind.ts'
import { REFERENCE_KINDS } from './note-kinds/reference.ts'
import { TEMPLATE_KINDS } from './note-kinds/templates.ts'
import { titleIn } from './note-kinds/translations.ts'
import { keyOfTitle, kindOfTemplate, type Template } from './template.ts'
import type { Warning } from './warnings.ts'

/** Every kind of document. Adding one is one entry in its family, and a writer that writes it. */
export const NOTE_KINDS = {
  ...CLINICAL_KINDS,
  ...LETTER_KINDS,
  ...TEMPLATE_KINDS,
  ...REFERENCE_KINDS,
  ...CONVERSATION_KINDS,
}

export type NoteKindName = keyof typeof NOTE_KINDS

/** The page of a kind before anything is written on it, with its headings in the language where they are known in it. */
export function blankNote(kind: NoteKindName, language: LanguageTag, writer: string, warnings: Warning[] = []): Note {
  const { title, sections, layout = {} }: NoteKind = NOTE_KINDS[kind]
  const blank = Object.entries(sections).map(([key, name]) => ({
    ...{ key, title: titleIn(name, language), statements: [] },
    ...layOut(layout[key] ?? {}),
  }))
  return { kind, title: titleIn(title, language), language, sections: blank, writer, warnings }
}

/** The page of a tenant's own template; two sections of one title have keys of their own. */
export function blankTemplate(
  { id, name, sections }: Template,
  language: LanguageTag,
  writer: string,
  warnings: Warning[] = [],
): Note {
  const keys = keysOfTemplate(sections)
  const blank = sections.map((section, at) => ({
    ...{ key: keys[at] ?? '', title: section.title, statements: [] },
    ...layOut(section),
  }))
  return { kind: kindOfTemplate(id), title: name, language, sections: blank, writer, warnings }
}

function keysOfTemplate(sections: Template['sections']): string[] {
  const keys = sections.map(({ title }) => keyOfTitle(title))
  return keys.map((key, at) => (keys.indexOf(key) === at ? key : `${key}_${at + 1}`))
}

/**
 * A document that was written and proven, with the fixed text of its kind or template. No writer can say of its own words
 * that they are fixed: the proof leaves such out.
 */
export function withFixed(note: Note, template: Template | undefined): Note {
  const texts = template
    ? keysOfTemplate(template.sections).map((key, at) => [key, template.sections[at]?.fixed ?? ''] as const)
    : fixedOfKind(note)
  return { ...note, sections: withFixedText(note.sections, new Map(texts)) }
}

function fixedOfKind({ kind, language }: Note): (readonly [key: string, text: string])[] {
  const { layout = {} }: Partial<NoteKind> = isNoteKind(kind) ? NOTE_KINDS[kind] : {}
  const fixed = Object.entries(layout).flatMap(([key, { fixed: text }]: [string, Layout]) =>
    text ? [[key, text]] : [],
  )
  return fixed.map(([key = '', text = '']) => [key, titleIn(text, language)] as const)
}

/** True for the name of a kind. */
export function isNoteKind(name: string): name is NoteKindName {
  return Object.hasOwn(NOTE_KINDS, name)
}
