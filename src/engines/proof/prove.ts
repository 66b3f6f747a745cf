import { plainWords } from '../../clinical/en/words.ts'
import { serves } from '../../domain/language.ts'
import type { Note, Statement } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'
import type { Warning } from '../../domain/warnings.ts'
import { readAsked, standsAsked } from './asked.ts'
import { isMeasured, standsCoded } from './coded.ts'
import { conclusionRule } from './conclusions.ts'
import { faultOf } from './derived.ts'
import { standsAllergic, standsTaken } from './named.ts'
import { standsOrdered } from './ordered.ts'
import { standsInReference } from './referenced.ts'
import { standsVerbatim } from './verbatim.ts'

/**
 * The note with only those statements that the transcript carries: each names items that exist; one that claims to be
 * verbatim stands in them word for word, hesitations aside, with no negation left out; one that claims to be derived
 * says no more than they do (`faultOf`); one of reference stands in its table (`standsInReference`). A warning counts
 * what was left out, and `unsupportedShare` says which part of the note that was.
 */
export function prove(note: Note, transcript: Transcript): Note {
  const texts = new Map(transcript.items.map(({ id, text }) => [id, text]))
  const sections = note.sections.map((section) => ({
    ...section,
    statements: section.statements.filter((statement) => stands(statement, note, texts)),
  }))
  const stated = count(note.sections)
  const dropped = stated - count(sections)
  const warnings = [...note.warnings, ...warn(dropped)]
  return { ...note, sections, warnings, unsupportedShare: stated === 0 ? 0 : dropped / stated }
}

function count(sections: Note['sections']): number {
  return sections.reduce((sum, { statements }) => sum + statements.length, 0)
}

function warn(dropped: number): Warning[] {
  if (dropped === 0) return []
  const statements = dropped === 1 ? '1 statement' : `${dropped} statements`
  return [{ code: 'unsupported_statements', message: `Left out: ${statements} that the transcript does not carry.` }]
}

/** True for a statement that its evidence carries; `texts` has the items by id. */
export function stands(
  statement: Statement,
  { kind, language }: Pick<Note, 'kind' | 'language'>,
  texts: ReadonlyMap<string, string>,
): boolean {
  const { text, evidence, support, attributes } = statement
  const cited = evidence.flatMap((id) => texts.get(id) ?? [])
  const said = plainWords(text)
  if (cited.length === 0 || cited.length < evidence.length || said.length === 0) return false
  if (support === 'reference') return standsInReference(statement, kind, cited)
  if (attributes?.system === 'ICD-10-CM' || attributes?.verification_status !== undefined)
    return standsCoded(statement, cited)
  if (attributes?.type === 'allergy') return support !== 'unsupported' && standsAllergic(statement, cited)
  if (attributes?.type === 'medication' && standsTaken(statement, cited)) return true
  const rule = conclusionRule(attributes?.type)
  if (rule) return rule(statement, cited)
  if (attributes?.system === 'LOINC') return isMeasured(statement, cited)
  if (attributes?.type === 'order') return support !== 'unsupported' && standsOrdered(statement, cited)
  const asked = readAsked(text)
  if (asked) return standsAsked(asked, cited)
  if (support === 'verbatim') return standsVerbatim(said, cited)
  return support === 'derived' && faultOf(text, cited, serves('en', language)) === undefined
}
