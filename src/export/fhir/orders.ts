import type { MedicationRequest, ServiceRequest } from '@medplum/fhirtypes'
import type { Statement } from '../../domain/note.ts'
import { readDosages, readTiming } from './dosage.ts'
import type { Finding, Setting } from './finding.ts'
import { concept, SYSTEMS } from './systems.ts'

/** What the clinician ordered, as drafts: nothing is sent before somebody has read and signed it. */
export function orderOf(statement: Statement, setting: Setting): Finding<MedicationRequest | ServiceRequest> {
  const isMedication = statement.attributes?.category === 'medication'
  const resource = isMedication ? prescribe(statement, setting) : request(statement, setting)
  return { text: statement.text, evidence: statement.evidence, resource }
}

function begin({ attributes = {} }: Statement, { patient, encounter, practitioner, startedAt }: Setting) {
  return {
    status: 'draft',
    intent: 'order',
    subject: patient,
    encounter,
    authoredOn: startedAt,
    requester: practitioner,
    ...(attributes.reason && { reasonCode: [{ text: attributes.reason }] }),
  } as const
}

/** An order to stop a medicine is a request not to give it (`doNotPerform`). */
function prescribe(statement: Statement, setting: Setting): MedicationRequest {
  const { text, attributes = {} } = statement
  const dosages = readDosages(attributes)
  return {
    resourceType: 'MedicationRequest',
    ...begin(statement, setting),
    ...(attributes.intent === 'stop' && { doNotPerform: true }),
    medicationCodeableConcept: { text: attributes.drug ?? attributes.name ?? text },
    ...(attributes.intent && { note: [{ text: `Intent: ${attributes.intent}` }] }),
    ...(dosages.length > 0 && { dosageInstruction: dosages }),
  }
}

/** SNOMED CT's codes as in the value set of R4's ServiceRequest.category. */
const CATEGORIES: Record<string, { coding?: { system: string; code: string }[]; text: string }> = {
  laboratory: { ...concept(SYSTEMS.snomed, '108252007'), text: 'Laboratory' },
  imaging: { ...concept(SYSTEMS.snomed, '363679005'), text: 'Imaging' },
  follow_up: { text: 'Follow-up' },
}

function request(statement: Statement, setting: Setting): ServiceRequest {
  const { text, attributes = {} } = statement
  const category = CATEGORIES[attributes.category ?? '']
  const timing = readTiming(attributes.frequency, attributes.duration)
  return {
    resourceType: 'ServiceRequest',
    ...begin(statement, setting),
    ...(category && { category: [category] }),
    code: { text: attributes.name ?? text },
    ...(timing && { occurrenceTiming: timing }),
  }
}
