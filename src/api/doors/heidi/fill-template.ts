import type { Note } from '../../../domain/note.ts'

type Json = Record<string, unknown>

/**
 * A client's own JSON template with each text in it replaced by what the note says under that name: `chief_complaint`,
 * `Chief complaint` and `chiefComplaint` are one name. What the note does not know becomes empty.
 */
export function fillTemplate(template: Json, note: Note): Json {
  const sections = new Map(
    note.sections.flatMap(({ key, title, statements }) => {
      const text = statements.map((statement) => statement.text).join(' ')
      return [key, title].map((name): [string, string] => [plain(name), text])
    }),
  )
  return fillObject(template, (name) => sections.get(plain(name)) ?? '')
}

function fillObject(template: Json, find: (name: string) => string): Json {
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fill(name, value, find)]))
}

function fill(name: string, value: unknown, find: (name: string) => string): unknown {
  if (typeof value === 'string' || value === null) return find(name)
  if (Array.isArray(value)) return value.map((element) => fill(name, element, find))
  return typeof value === 'object' ? fillObject(value as Json, find) : value
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
