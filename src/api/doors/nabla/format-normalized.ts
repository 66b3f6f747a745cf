import type { Note, Statement } from '../../../domain/note.ts'
import type { Transcript } from '../../../domain/transcript.ts'

/** Conditions, family history and observations, FHIR-like, from a document of the kind `normalized_data`. */
export function formatNormalized(note: Note | undefined, transcript?: Transcript, problems?: readonly number[]) {
  const statementsOf = (key: string) => note?.sections.find((section) => section.key === key)?.statements ?? []
  const lines = transcript?.items ?? []
  const problemOf = ({ evidence }: Statement): string | null => {
    const problem = problems?.[lines.findIndex(({ id }) => evidence.includes(id))] ?? -1
    return lines[problem]?.text.replace(/[.:]$/, '') ?? null
  }
  return {
    conditions: statementsOf('conditions').flatMap((statement) =>
      formatCondition(statement).map((condition) => ({
        ...condition,
        ...(problems && { corresponding_note_problem: problemOf(statement) }),
      })),
    ),
    family_history: formatFamily(statementsOf('family_history')),
    observations: statementsOf('observations').map(formatObservation),
  }
}

/** A condition without a code is none here: Nabla's clients read the code first. */
function formatCondition({ text, attributes = {} }: Statement) {
  const { code, display = text, clinical_status = 'active', system = 'ICD-10-CM' } = attributes
  return code ? [{ display, coding: { code, display, system }, clinical_status, categories: [] }] : []
}

function formatFamily(statements: readonly Statement[]) {
  const byRelative = Map.groupBy(statements, ({ attributes }) => attributes?.relationship ?? 'unknown')
  return [...byRelative].map(([relationship, found]) => ({ relationship, conditions: found.flatMap(formatCondition) }))
}

function formatObservation({ text, attributes = {} }: Statement) {
  const { name = text, value = '', unit = '', code, system = 'LOINC' } = attributes
  return { display: name, value, unit, ...(code && { coding: { code, display: name, system } }) }
}
