import { SPEECH_DOUBTFUL } from './accuracy.ts'
import type { LanguageTag } from './language.ts'
import type { Warning } from './warnings.ts'

/**
 * `verbatim`: said in these words; `derived`: follows from the evidence; `unsupported`: nothing in the transcript
 * carries it; `reference`: nobody said it, it stands in a reviewed table, and its evidence is what it was looked up for;
 * `entered`: a person wrote it; `fixed`: it stands so in every document of the kind or template, and tells nothing.
 */
export type Support = 'verbatim' | 'derived' | 'unsupported' | 'reference' | 'entered' | 'fixed'

/** One sentence of a note with the ids of the transcript items it rests on. */
export interface Statement {
  text: string
  evidence: string[]
  support: Support
  /** Words of its evidence that decide what it says and were not heard surely, as the transcript has them. */
  doubtful?: string[]
  /** An item that it rests on was corrected after it was written: it may say what nobody said. */
  outdated?: true
  /** What a program would want to know of it: docs/documents.md lists them by kind. */
  attributes?: Record<string, string>
}

export interface Section {
  key: string
  title: string
  statements: Statement[]
  /** Names of what was looked for and not heard. No statements: nothing that was said could be their evidence. */
  notHeard?: string[]
  /** How it is printed; a list where nothing is said. */
  style?: 'list' | 'paragraph'
  /** Printed without its title. */
  isUntitled?: true
  /** Printed as a line to be filled in where nothing stands in it. */
  isField?: true
  /** Of an addendum: who added it to the signed document, and when. */
  signed?: Signature
}

/** What the public paths call a document. `kind` is a registered kind such as `soap_note`. */
export interface Note {
  kind: string
  title: string
  language: LanguageTag
  sections: Section[]
  /** The engine that wrote it. */
  writer: string
  /** The part of what the writer stated that the proof did not find in the transcript and left out, 0…1. */
  unsupportedShare?: number
  warnings: Warning[]
  /** Who has read and signed it, and when (ISO 8601): it is fixed then. */
  signed?: Signature
}

export interface Signature {
  /** As the client says; of an account, the name that its administrator gave. */
  by: string
  /** The name of the key that signed, or of the account, which no client can choose. */
  key: string
  isAccount?: true
  at: string
}

/** Who stands for a document or an addendum; empty where nobody has signed. */
export const formatSignature = ({ signed }: Pick<Note, 'signed'>) =>
  signed
    ? `Signed by ${signed.by} with the ${signed.isAccount ? 'account' : 'key'} “${signed.key}”, ${signed.at.slice(0, 16).replace('T', ' ')} UTC.`
    : ''

/** True for what says something of the visit. */
export const isTold = ({ support }: Statement) => support !== 'fixed'

/** Codes of warnings that say why a note has no statements. */
const REASONS = new Set(['no_speech', 'no_writer', 'nothing_found', SPEECH_DOUBTFUL])

/** A note's warnings without the reasons for its emptiness, once something stands in it. */
export const warningsBeside = (warnings: readonly Warning[], sections: readonly Section[]) =>
  sections.some(({ statements }) => statements.some(isTold))
    ? warnings.filter(({ code }) => !REASONS.has(code))
    : [...warnings]

/**
 * A sign for the reader and what to look at: "(?) check: metformin", "(?) words corrected since"; empty where the words
 * that decide were heard surely and stand as they were.
 */
export function formatDoubt({ doubtful = [], outdated }: Statement): string {
  const doubts = [...(doubtful.length > 0 ? [`check: ${doubtful.join(', ')}`] : []), ...(outdated ? [OUTDATED] : [])]
  return doubts.length > 0 ? `(?) ${doubts.join('; ')}` : ''
}

const OUTDATED = 'words corrected since'
const DOUBT_LEGEND =
  '(?) These words decide and were not heard surely, or were corrected since: check them against the recording.'

/** What the sign of `formatDoubt` means, where a note has it; else empty. */
export const formatDoubtLegend = ({ sections }: Note) =>
  sections.some(({ statements }) => statements.some(formatDoubt)) ? DOUBT_LEGEND : ''

/** The note with other ids of its evidence, where they have other ones. */
export function renameEvidence(note: Note, idOf: ReadonlyMap<string, string>): Note {
  const rename = (statement: Statement): Statement => ({
    ...statement,
    evidence: statement.evidence.map((id) => idOf.get(id) ?? id),
  })
  const renameWarning = ({ details, ...warning }: Warning): Warning => {
    const items = String(details?.items ?? '').split(' ')
    if (!details?.items) return details ? { ...warning, details } : warning
    return { ...warning, details: { ...details, items: items.map((id) => idOf.get(id) ?? id).join(' ') } }
  }
  return {
    ...note,
    sections: note.sections.map((section) => ({ ...section, statements: section.statements.map(rename) })),
    warnings: note.warnings.map(renameWarning),
  }
}

/** The note without its marks, for a vendor's shape, which knows none. */
export function withoutDoubts(note: Note): Note {
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.map(({ doubtful: _, outdated: __, ...statement }) => statement),
  }))
  return { ...note, sections }
}

/** The note with "(entered by hand)" behind what a person wrote, for readers who see no other mark. */
export function withHandMarks(note: Note): Note {
  const mark = (one: Statement) => (one.support === 'entered' ? { ...one, text: `${one.text} (entered by hand)` } : one)
  return {
    ...note,
    sections: note.sections.map((section) => ({ ...section, statements: section.statements.map(mark) })),
  }
}

/**
 * The note as Markdown: a heading a section, a bullet a statement, a line of what was not heard; empty sections are left
 * out. One without any statement says why.
 */
export function formatMarkdown(note: Note): string {
  const sections = note.sections
    .filter(isPrinted)
    .map((section) => [...headOf(section), ...formatSection(section)].join('\n'))
  const isEmpty = note.sections.every(({ statements }) => !statements.some(isTold))
  const reasons = isEmpty ? note.warnings.map(({ message }) => `_${message}_`) : []
  const legend = formatDoubtLegend(note)
  const notes = [...reasons, ...(legend ? [`_${legend}_`] : []), ...(note.signed ? [`_${formatSignature(note)}_`] : [])]
  return [`# ${note.title}`, ...sections, ...notes].join('\n\n')
}

/** True for a section in which nothing stands. */
export const isBlank = ({ statements, notHeard = [] }: Section) => statements.length + notHeard.length === 0
/** True for one that is printed: what is to be filled in is printed empty. */
export const isPrinted = (section: Section) => section.isField === true || !isBlank(section)
/** Where a pen writes what nobody said. */
export const BLANK_LINE = '…'.repeat(24)

const headOf = ({ title, isUntitled }: Section) => (isUntitled ? [] : [`## ${title}`, ''])

function formatSection(section: Section): string[] {
  const { statements } = section
  if (isBlank(section)) return [BLANK_LINE]
  const notHeard = formatNotHeard(section)
  const missed = notHeard ? [`_${notHeard}_`] : []
  if (statements.length === 0) return missed
  const signature = section.signed ? ['', `_${formatSignature(section)}_`] : []
  return [
    ...formatOrigin(section),
    ...formatStatements(section),
    ...(missed.length > 0 ? ['', ...missed] : []),
    ...signature,
  ]
}

/** What nobody said is told apart from what was said. */
function formatOrigin({ statements }: Section): string[] {
  const isReference = statements.every(({ support }) => support === 'reference')
  return isReference ? ['_From references, not from the consultation._', ''] : []
}

function formatStatements({ statements, style }: Section): string[] {
  if (style === 'paragraph') return [statements.map(withDoubt).join(' ')]
  return statements.flatMap((statement, at) => {
    const heading = headingOf(statement)
    const isNew = heading !== undefined && heading !== headingOf(statements[at - 1])
    const lines = [formatBullet(statement), ...formatSource(statement, statements[at + 1])]
    return isNew ? [...(at > 0 ? [''] : []), `**${heading}**`, '', ...lines] : lines
  })
}

/** The source of a row of statements behind the last of them, unless it is what they say. */
function formatSource({ text, attributes }: Statement, next: Statement | undefined): string[] {
  const source = attributes?.source
  if (!source || source === next?.attributes?.source || source.includes(text)) return []
  return ['', `_Source: ${source}._`]
}

/** What a statement is listed under within its section: the problem of a plan, the system of a finding, a complaint. */
export function headingOf(statement: Statement | undefined): string | undefined {
  const { heading, problem, body_system, complaint } = statement?.attributes ?? {}
  return heading ?? problem ?? body_system ?? complaint
}

function formatBullet(statement: Statement): string {
  const label = labelOf(statement)
  const printed = label && (isCoded(statement) ? `**${label}** ` : `${label} `)
  return `- ${printed}${withDoubt(statement)}`
}

const withDoubt = (statement: Statement) =>
  [statement.text + detailOf(statement), formatDoubt(statement)].filter(Boolean).join(' ')

const isCoded = ({ attributes }: Statement) => attributes?.system === 'ICD-10-CM'

/** What stands in front of a statement: its code; or the speaker, the checked thing or the feeling that it is quoted with. */
export function labelOf(statement: Statement): string {
  const { code = '', speaker, check, sentiment } = statement.attributes ?? {}
  if (isCoded(statement)) return code
  const label = speaker ?? check ?? sentiment
  return label ? `${label}:` : ''
}

/** What stands behind it: the words that carry a code, or who is to do something and by when. */
export function detailOf(statement: Statement): string {
  const { type, reason, owner, due } = statement.attributes ?? {}
  if (isCoded(statement)) return reason && !type ? ` (“${reason}”)` : ''
  const said = type === 'action' ? [owner, due].filter(Boolean) : []
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

/** What was looked for and not heard, as a line; empty where all was. */
export const formatNotHeard = ({ notHeard = [] }: Section) =>
  notHeard.length > 0 ? `Not heard: ${notHeard.join(', ')}.` : ''
