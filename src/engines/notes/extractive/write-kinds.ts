import { INVESTIGATIONS, PROCEDURES } from '../../../clinical/en/services.ts'
import type { Statement } from '../../../domain/note.ts'
import { NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { chooseKeyClaims } from './choose-key-claims.ts'
import { CALL_WRITERS } from './conversations/write-call.ts'
import { writeHearing } from './conversations/write-hearing.ts'
import { MEETING_WRITERS } from './conversations/write-meeting.ts'
import { writeOperation } from './conversations/write-operation.ts'
import { fillKey, type Material, type Written } from './fill-sections.ts'
import { findAllergies } from './find-allergies.ts'
import { findAnswer, findNamedTopics } from './find-answer.ts'
import { findConditions, findMeasurements, findNamed, findObservations } from './find-entities.ts'
import { findTaken } from './find-medicines.ts'
import { writeOrders, writeTreatmentPlan } from './orders/write-orders.ts'
import type { Claim } from './read-claims.ts'
import { tellPatient } from './tell-patient.ts'
import { writeHistoryAndPhysical } from './write-full-note.ts'
import { writePatientLetter } from './write-patient-letter.ts'
import { writeDifferential, writeFollowUp, writeGuidelines, writeSuggestions } from './write-references.ts'

/** Documents that are not filled by topic alone. */
export const WRITERS: Record<string, (material: Material) => Written> = {
  summary: ({ sorted, state }) => ({ sections: { summary: chooseKeyClaims(sorted).flatMap(state) } }),
  entity_list: writeEntities,
  icd_codes: writeCodes,
  normalized_data: writeNormalized,
  answer: writeAnswer,
  op_note: writeOperation,
  history_and_physical: (material) =>
    writeHistoryAndPhysical(Object.keys(NOTE_KINDS.history_and_physical.sections), material),
  orders: writeOrders,
  treatment_plan: writeTreatmentPlan,
  patient_instructions: (material) => ({
    sections: { instructions: fillKey('patient_instructions', 'instructions', [], material).map(tellPatient) },
  }),
  patient_letter: writePatientLetter,
  legal_court_hearing: writeHearing,
  ...CALL_WRITERS,
  ...MEETING_WRITERS,
  suggestions: writeSuggestions,
  differential_diagnosis: writeDifferential,
  followup_instructions: writeFollowUp,
  practice_guidelines: writeGuidelines,
}

function writeCodes({ conversation }: Material): Written {
  const { present, pastCodes } = findConditions(conversation)
  return { sections: { codes: [...present, ...pastCodes] } }
}

function writeEntities({ claims, conversation }: Material): Written {
  const problems = findConditions(conversation).present
  const sections = {
    problems: problems.map((found) => withAttributes(found, { type: 'problem', name: found.text })),
    medications: findTaken(conversation),
    allergies: findAllergies(conversation),
    investigations: findNamed(claims, INVESTIGATIONS, 'investigation'),
    procedures: findNamed(claims, PROCEDURES, 'procedure'),
    measurements: findMeasurements(conversation),
  }
  return { sections }
}

const withAttributes = (statement: Statement, more: Record<string, string>): Statement => ({
  ...statement,
  attributes: { ...more, ...statement.attributes },
})

function writeNormalized({ conversation }: Material): Written {
  const { present, past, possible, refuted, family } = findConditions(conversation)
  const active = present.map((found) => withAttributes(found, { clinical_status: 'active' }))
  const conditions = [...active, ...possible, ...past, ...refuted]
  return { sections: { conditions, family_history: family, observations: findObservations(conversation) } }
}

/** The key points, allergies and medicines always, and all of what the instruction names beside them, in the order in which it was said. */
function summarize(instruction: string, sorted: Material['sorted'], topical: Material['topical']): Claim[] {
  const wanted = new Set([
    ...chooseKeyClaims(sorted),
    ...findNamedTopics(`allergies, medicines, ${instruction}`, topical),
  ])
  return topical.flatMap(({ claim }) => (wanted.has(claim) ? claim : []))
}

function writeAnswer({ instruction, claims, topical, sorted, state }: Material): Written {
  const isSummary = /\b(summar|overview|brief)/i.test(instruction)
  const found = isSummary ? summarize(instruction, sorted, topical) : findAnswer(instruction, claims, topical)
  if (found.length > 0) return { sections: { answer: found.flatMap(state) } }
  const message = 'Nothing was said about this. The built-in writer finds sentences and does not write freely.'
  return { sections: {}, warnings: [{ code: 'no_answer', message }] }
}
