import type { LanguageTag } from './language.ts'
import type { Warning } from './transcript.ts'

/**
 * `verbatim`: said in these words; `derived`: follows from the evidence; `unsupported`: nothing in the transcript
 * carries it; `reference`: nobody said it, it stands in a reviewed table, and its evidence is what it was looked up for.
 */
export type Support = 'verbatim' | 'derived' | 'unsupported' | 'reference'

/** One sentence of a note with the ids of the transcript items it rests on. */
export interface Statement {
  text: string
  evidence: string[]
  support: Support
  /** What a program would want to know of it: docs/documents.md lists them by kind. */
  attributes?: Record<string, string>
}

export interface Section {
  key: string
  title: string
  statements: Statement[]
  /** How it is printed; a list where nothing is said. */
  style?: 'list' | 'paragraph'
}

/** What the public paths call a document. `kind` is a registered kind such as `soap_note`. */
export interface Note {
  kind: string
  title: string
  language: LanguageTag
  sections: Section[]
  /** The engine that wrote it. */
  writer: string
  warnings: Warning[]
}

/**
 * The note as Markdown: a heading a section, a bullet a statement; empty sections are left out. One without any
 * statement says why.
 */
export function printMarkdown(note: Note): string {
  const sections = note.sections
    .filter((section) => section.statements.length > 0)
    .map((section) => [`## ${section.title}`, '', ...printStatements(section)].join('\n'))
  const reasons = sections.length > 0 ? [] : note.warnings.map(({ message }) => `_${message}_`)
  return [`# ${note.title}`, ...sections, ...reasons].join('\n\n')
}

function printStatements({ statements, style }: Section): string[] {
  if (style === 'paragraph') return [statements.map(({ text }) => text).join(' ')]
  return statements.flatMap((statement, at) => {
    const heading = headingOf(statement)
    const isNew = heading !== undefined && heading !== headingOf(statements[at - 1])
    return isNew ? [...(at > 0 ? [''] : []), `**${heading}**`, '', printBullet(statement)] : [printBullet(statement)]
  })
}

/** What a statement is listed under within its section: the problem of a plan, the system of a finding, orders. */
export const headingOf = (statement: Statement | undefined) =>
  statement?.attributes?.heading ?? statement?.attributes?.problem ?? statement?.attributes?.body_system

/** A code stands before its description, and a speaker before what he is quoted with. */
function printBullet({ text, attributes }: Statement): string {
  if (attributes?.system === 'ICD-10-CM') return `- **${attributes.code}** ${text}`
  return attributes?.speaker ? `- ${attributes.speaker}: ${text}` : `- ${text}`
}
