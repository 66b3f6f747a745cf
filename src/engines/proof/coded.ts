import { pastCodeOf } from '../../clinical/en/conditions/past-codes.ts'
import { findCondition } from '../../clinical/en/conditions.ts'
import { readConversation } from '../../clinical/en/facts/conversation.ts'
import { type NamedCondition, nameConditions } from '../../clinical/en/facts/name-conditions.ts'
import { measurementsIn } from '../../clinical/en/measurements.ts'
import { formatValue } from '../../clinical/en/vital-signs.ts'
import { plainWords } from '../../clinical/en/words.ts'
import type { Statement } from '../../domain/note.ts'
import { toItem } from './to-item.ts'

/**
 * A code must be in the table, its text must be the table's, its evidence must say who has or had what it stands for, and
 * the words that are quoted for it must have been said. What is possible or ruled out has its name for a code.
 */
export function standsCoded({ text, attributes = {} }: Statement, cited: readonly string[]): boolean {
  const said = new Set(cited.flatMap(plainWords))
  if (!plainWords(attributes.reason ?? '').every((word) => said.has(word))) return false
  const named = nameConditions(readConversation(cited.map(toItem)))
  const { code, display, relationship = 'patient' } = attributes
  if (code === undefined) return named.some((fact) => isSame(fact, attributes) && fact.name === text.toLowerCase())
  return named.some((fact) => {
    const known = [findCondition(fact.condition.code), pastCodeOf(fact.condition.code)].find(
      (each) => each?.code === code,
    )
    return known?.display === text && display === text && fact.person === relationship && isSame(fact, attributes)
  })
}

/** How it stands is what its statement says: there, once, perhaps, or ruled out. */
function isSame(
  { standing, person }: NamedCondition,
  { clinical_status = 'active', verification_status }: Record<string, string>,
) {
  if (verification_status === 'refuted') return standing === 'refuted' || standing === 'denied'
  if (verification_status === 'provisional') return standing === 'possible'
  if (person !== 'patient') return standing === 'present' || standing === 'past'
  return clinical_status === 'active' ? standing === 'present' : standing === 'past'
}

/** A value must be what its evidence says was measured, printed or in the words that were said. */
export function isMeasured({ text, attributes = {} }: Statement, cited: readonly string[]): boolean {
  return cited.flatMap(measurementsIn).some(({ code, name, value, unit, phrase }) => {
    const isSame = code === attributes.code && String(value) === attributes.value && unit === attributes.unit
    return isSame && (text === `${name} ${formatValue(value, unit)}` || text === phrase)
  })
}
