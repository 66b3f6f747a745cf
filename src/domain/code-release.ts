import type { Note, Section, Statement } from './note.ts'
import type { Warning } from './warnings.ts'

/** A yearly release of ICD-10-CM, as an operator imported it. */
export interface CodeRelease {
  /** Of the file it came in: `icd10cm-order-2026.txt`. */
  name: string
  importedAt: Date
  /** By code, with its point: `J45.909`. */
  codes: ReadonlyMap<string, ReleasedCode>
}

interface ReleasedCode {
  display: string
  /** False for a category code: there are more exact codes below it, and it cannot be billed. */
  isBillable: boolean
}

/** Why a release does not let a code be printed; undefined when it does. */
export function faultOfCode(code: string, { codes, name }: CodeRelease): string | undefined {
  const found = codes.get(code)
  if (found === undefined) return `${code} is not in ${name}`
  return found.isBillable ? undefined : `${code} is a header in ${name} and cannot be billed`
}

/**
 * The note with the descriptions of the release. A code that the release does not have, or has as a header, is left
 * out, a problem without its code stays, and a warning says which and why.
 */
export function formatByRelease(note: Note, release: CodeRelease | undefined): Note {
  if (release === undefined) return note
  const faults = new Set<string>()
  const sections = note.sections.map((section): Section => {
    const statements = section.statements.flatMap((statement) => formatStatement(statement, release, faults))
    return { ...section, statements }
  })
  return { ...note, sections, warnings: [...note.warnings, ...[...faults].map(warn)] }
}

function formatStatement(statement: Statement, release: CodeRelease, faults: Set<string>): Statement[] {
  const { code, system, display, ...others } = statement.attributes ?? {}
  if (system !== 'ICD-10-CM' || code === undefined) return [statement]
  const fault = faultOfCode(code, release)
  if (fault === undefined) return [describe(statement, release.codes.get(code)?.display ?? '')]
  faults.add(fault)
  return others.type === 'problem' ? [{ ...statement, attributes: others }] : []
}

/** Wherever our description stands, the official one does. */
function describe({ text, attributes = {}, ...others }: Statement, official: string): Statement {
  const { display = '' } = attributes
  const replace = (old: string) => (old === display ? official : old)
  const all = Object.entries(attributes).map(([key, value]) => [key, replace(value)])
  return { text: replace(text), ...others, attributes: Object.fromEntries(all) }
}

const warn = (fault: string): Warning => ({ code: 'code_left_out', message: `${fault}: the code was left out.` })
