import { findCondition } from '../../clinical/en/conditions.ts'
import { readMeasurements } from '../../clinical/en/measurements.ts'
import { findMentions } from '../../clinical/en/mentions.ts'
import { formatValue } from '../../clinical/en/vital-signs.ts'
import { plainWords, readSentences } from '../../clinical/en/words.ts'
import type { Statement } from '../../domain/note.ts'

/**
 * A code must be in the table, its text must be the table's, its evidence must say who has what it stands for, and the
 * words that are quoted for it must have been said.
 */
export function standsCoded({ text, attributes }: Statement, cited: readonly string[]): boolean {
  const condition = findCondition(attributes?.code ?? '')
  if (condition === undefined || condition.display !== text || attributes?.display !== text) return false
  const said = new Set(cited.flatMap(plainWords))
  if (!plainWords(attributes?.reason ?? '').every((word) => said.has(word))) return false
  return findMentions(cited).some(
    (mention) => mention.condition === condition && mention.relative === attributes.relationship,
  )
}

/** A value must be what its evidence says was measured, printed or in the words that were said. */
export function isMeasured({ text, attributes = {} }: Statement, cited: readonly string[]): boolean {
  const measured = cited.flatMap(readSentences).flatMap(readMeasurements)
  return measured.some(({ code, name, value, unit, phrase }) => {
    const isSame = code === attributes.code && String(value) === attributes.value && unit === attributes.unit
    return isSame && (text === `${name} ${formatValue(value, unit)}` || text === phrase)
  })
}
