import { readConversation } from '../../clinical/en/facts/conversation.ts'
import { findAllergies } from '../../clinical/en/facts/find-allergies.ts'
import { findMedicines, isTakenAfter } from '../../clinical/en/facts/find-medicines.ts'
import { formatMedicine, sigAttributes } from '../../clinical/en/prescriptions.ts'
import type { Statement } from '../../domain/note.ts'
import { toItem } from './to-item.ts'

/** An allergy must be one that its evidence tells, with what it does; that none is known must be what it says. */
export function standsAllergic({ text, attributes = {} }: Statement, cited: readonly string[]): boolean {
  const isNone = attributes.system === 'SNOMED CT'
  return findAllergies(readConversation(cited.map(toItem))).some(({ substance, reaction }) => {
    if (isNone) return substance === ''
    return substance === attributes.name && text === (attributes.reaction ? `${substance}: ${reaction}` : substance)
  })
}

/** A medicine that is taken must be named so by its evidence, with these directions and no others. */
export function standsTaken({ text, attributes = {} }: Statement, cited: readonly string[]): boolean {
  return findMedicines(readConversation(cited.map(toItem))).some(({ prescription, action }) => {
    if (!isTakenAfter(action) || prescription.drug !== attributes.name || text !== formatMedicine(prescription))
      return false
    return Object.entries(sigAttributes(prescription)).every(([name, value]) => attributes[name] === value)
  })
}
