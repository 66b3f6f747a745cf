import type { AllergyFact } from '../../../clinical/en/facts/allergies/allergy-fact.ts'
import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { findAllergies as findFacts } from '../../../clinical/en/facts/find-allergies.ts'
import type { Statement } from '../../../domain/note.ts'

/** SNOMED CT's codes for having no allergies, as FHIR's AllergyIntolerance takes them (hl7.org/fhir/R4/allergyintolerance.html). */
const NONE_KNOWN = { code: '716186003', name: 'No known allergies' }
const NONE_KNOWN_TO_MEDICINES = { code: '409137002', name: 'No known drug allergies' }

/** What the patient is allergic to, in the words that were said, or that he knows of nothing. */
export const findAllergies = (conversation: readonly Told[]): Statement[] => findFacts(conversation).map(stateAllergy)

function stateAllergy({ substance, reaction, isOfMedicines, evidence }: AllergyFact): Statement {
  if (substance === '') {
    const { code, name } = isOfMedicines ? NONE_KNOWN_TO_MEDICINES : NONE_KNOWN
    return {
      text: name,
      evidence,
      support: 'derived',
      attributes: { type: 'allergy', name, code, system: 'SNOMED CT' },
    }
  }
  return {
    ...{ text: reaction ? `${substance}: ${reaction}` : substance, evidence, support: 'derived' },
    attributes: { type: 'allergy', name: substance, ...(reaction && { reaction }) },
  }
}
