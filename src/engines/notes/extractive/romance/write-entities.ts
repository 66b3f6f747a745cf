import { type Allergy, findAllergies } from '../../../../clinical/romance/allergies.ts'
import type { Told } from '../../../../clinical/romance/conversation.ts'
import { measuredIn } from '../../../../clinical/romance/measurements.ts'
import { findMedicines } from '../../../../clinical/romance/medicines.ts'
import type { RomanceLanguage } from '../../../../clinical/romance/romance-language.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Written } from '../fill-sections.ts'

/** SNOMED CT's codes for having no allergies, as FHIR's AllergyIntolerance takes them (hl7.org/fhir/R4/allergyintolerance.html). */
const NONE_KNOWN = '716186003'
const NONE_KNOWN_TO_MEDICINES = '409137002'

/** Medicines that the patient takes or is to take, allergies and values; problems are told in the notes and have no code here. */
export function writeEntities(told: readonly Told[], language: RomanceLanguage): Written {
  return {
    sections: {
      medications: findMedicines(told, language).map(({ text, name, dose, frequency, evidence }) => ({
        ...{ text, evidence, support: 'derived' },
        attributes: { type: 'medication', name, ...(dose && { dose }), ...(frequency && { frequency }) },
      })),
      allergies: findAllergies(told, language).map((allergy) => stateAllergy(allergy, language)),
      measurements: measured(told, language).map(({ name, printed, evidence }) => ({
        ...{ text: `${language.say.label(name)}${printed}`, evidence, support: 'derived' },
        attributes: { type: 'measurement', name, value: printed },
      })),
    },
  }
}

/** Values with LOINC's codes. Conditions have none: no table here says which one a French or Spanish name has. */
export function writeObservations(told: readonly Told[], language: RomanceLanguage): Written {
  const observations = measured(told, language).flatMap(({ values, evidence }) =>
    values.map(
      ({ display, code, value, unit }): Statement => ({
        ...{ text: `${display} ${value}`, evidence, support: 'derived' },
        attributes: { name: display, value, unit, code, system: 'LOINC' },
      }),
    ),
  )
  return { sections: { observations } }
}

function stateAllergy({ substance, isOfMedicines, evidence }: Allergy, { say }: RomanceLanguage): Statement {
  if (substance !== '') {
    return { text: substance, evidence, support: 'derived', attributes: { type: 'allergy', name: substance } }
  }
  const text = isOfMedicines ? say.noMedicineAllergy : say.noAllergy
  const code = isOfMedicines ? NONE_KNOWN_TO_MEDICINES : NONE_KNOWN
  return { text, evidence, support: 'derived', attributes: { type: 'allergy', name: text, code, system: 'SNOMED CT' } }
}

const measured = (told: readonly Told[], language: RomanceLanguage) =>
  told.flatMap(({ sentence }) => measuredIn(sentence, language).map((one) => ({ ...one, evidence: [sentence.itemId] })))
