import type { AllergyIntolerance, MedicationStatement } from '@medplum/fhirtypes'
import type { Statement } from '../../domain/note.ts'
import { readDosages } from './dosage.ts'
import type { Finding, Setting } from './finding.ts'
import { concept, SYSTEMS } from './systems.ts'

const nameOf = ({ text, attributes }: Statement) => attributes?.drug ?? attributes?.name ?? text

/** How a medicine stands by what the same consultation orders of it; the others are taken. */
function statusOf(said: Statement, orders: readonly Statement[]): MedicationStatement['status'] {
  const order = orders.findLast((candidate) => nameOf(candidate).toLowerCase() === nameOf(said).toLowerCase())
  if (order?.attributes?.intent === 'stop') return 'stopped'
  return order?.attributes?.intent === 'start' ? 'intended' : 'active'
}

/** What the patient takes or is to take, as far as it was said. */
export function medicationOf(
  said: Statement,
  orders: readonly Statement[],
  setting: Setting,
): Finding<MedicationStatement> {
  const { text, evidence } = said
  const dosages = readDosages(said.attributes ?? {})
  return {
    text,
    evidence,
    resource: {
      resourceType: 'MedicationStatement',
      status: statusOf(said, orders),
      medicationCodeableConcept: { text: nameOf(said) },
      subject: setting.patient,
      context: setting.encounter,
      dateAsserted: setting.startedAt,
      ...(dosages.length > 0 && { dosage: dosages }),
    },
  }
}

/** What the patient is allergic to and what it does, or that he knows of nothing (a code of SNOMED CT). */
export function allergyOf(
  { text, evidence, attributes = {} }: Statement,
  setting: Setting,
): Finding<AllergyIntolerance> {
  const { name = text, code, system, reaction } = attributes
  const coded = code && system === 'SNOMED CT' ? concept(SYSTEMS.snomed, code, name) : {}
  return {
    text,
    evidence,
    resource: {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: concept(SYSTEMS.allergyStatus, 'active'),
      verificationStatus: concept(SYSTEMS.allergyVerification, 'unconfirmed'),
      code: { ...coded, text: name },
      patient: setting.patient,
      encounter: setting.encounter,
      recordedDate: setting.startedAt,
      ...(reaction && { reaction: [{ manifestation: [{ text: reaction }] }] }),
    },
  }
}
