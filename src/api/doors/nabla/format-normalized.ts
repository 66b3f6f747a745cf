import type { Note, Statement } from '../../../domain/note.ts'

/** Conditions, family history and observations, FHIR-like, from a document of the kind `normalized_data`. */
export function formatNormalized(note: Note | undefined) {
  const statementsOf = (key: string) => note?.sections.find((section) => section.key === key)?.statements ?? []
  return {
    conditions: statementsOf('conditions').flatMap(formatCondition),
    family_history: formatFamily(statementsOf('family_history')),
    observations: statementsOf('observations').map(formatObservation),
  }
}

/** A condition without a code is none here: Nabla's clients read the code first. */
function formatCondition({ text, attributes = {} }: Statement) {
  const { code, display = text, clinical_status = 'active' } = attributes
  return code ? [{ coding: { code, display }, clinical_status, categories: [] }] : []
}

function formatFamily(statements: readonly Statement[]) {
  const byRelative = Map.groupBy(statements, ({ attributes }) => attributes?.relationship ?? 'unknown')
  return [...byRelative].map(([relationship, found]) => ({ relationship, conditions: found.flatMap(formatCondition) }))
}

function formatObservation({ text, attributes = {} }: Statement) {
  const { name = text, value = '', unit = '', code } = attributes
  return { display: name, value, unit, ...(code && { coding: { code, display: name } }) }
}
