import type { Topic } from '../../../clinical/topic.ts'

const HISTORY: Topic[] = ['history', 'mental_health']
const PAST: Topic[] = ['past_medical_history']
const TREATMENT: Topic[] = ['prescription', 'advice', 'return_if', 'investigations']

/** What each section takes. The same key means the same in every kind. */
export const SECTION_TOPICS: Record<string, readonly Topic[]> = {
  chief_complaint: ['complaint'],
  presenting_complaint: ['complaint'],
  diet_chief_complaint: ['complaint'],
  history_of_present_illness: HISTORY,
  history_of_presenting_complaint: HISTORY,
  psychology_history_of_complaint: ['complaint', ...HISTORY],
  mental_health_history: ['past_medical_history'],
  past_medical_history: PAST,
  diet_medical_history: PAST,
  cardiovascular_risks: [],
  past_surgical_history: ['past_surgical_history'],
  past_obstetric_history: ['past_obstetric_history'],
  family_history: ['family_history'],
  social_history: ['social_history'],
  diet_lifestyle: ['social_history'],
  diet_habits: [],
  medications: ['medications'],
  current_medications: ['medications'],
  allergies: ['allergies'],
  immunizations: ['immunizations'],
  well_child_care: ['immunizations'],
  vitals: ['vitals'],
  diet_vitals: ['vitals'],
  physical_exam: ['examination'],
  examination: ['vitals', 'examination'],
  review_of_systems: [],
  mental_health_exam: [],
  lab_results: ['labs'],
  imaging_results: ['imaging'],
  results: ['labs', 'imaging'],
  investigations: ['labs', 'imaging', 'investigations'],
  assessment: ['assessment'],
  impression: ['assessment'],
  diagnoses: ['assessment'],
  prescription: ['prescription'],
  advice: ['advice', 'return_if'],
  appointments: ['follow_up'],
  diet_appointments: ['follow_up'],
  diet_objectives: ['advice'],
  follow_up: ['follow_up'],
  return_if: ['return_if'],
  assessment_and_plan: ['assessment', 'advice', 'return_if', 'investigations'],
  instructions: [...TREATMENT, 'follow_up'],
}

/** Where a kind differs from the table above. */
export const SECTION_TOPICS_OF: Record<string, Record<string, readonly Topic[]>> = {
  soap_note: {},
  clerking: { plan: [...TREATMENT, 'follow_up'], investigations: ['labs', 'imaging'] },
  history_and_physical: { assessment_and_plan: ['assessment', ...TREATMENT, 'follow_up'] },
  psychology: { plan: TREATMENT },
  op_note: { plan: [...TREATMENT, 'follow_up'] },
  referral_letter: {
    reason_for_referral: ['complaint'],
    past_history: [...PAST, 'past_surgical_history', 'past_obstetric_history'],
    investigations: ['labs', 'imaging'],
    plan: [...TREATMENT, 'follow_up'],
  },
  discharge_letter: {
    diagnosis: ['assessment'],
    past_history: [...PAST, 'past_surgical_history', 'past_obstetric_history'],
    investigations: ['labs', 'imaging'],
    medications: ['prescription'],
    advice: ['advice', 'return_if', 'investigations'],
  },
  sick_note: { diagnosis: ['assessment'] },
  patient_letter: {
    findings: ['vitals', 'examination', 'labs', 'imaging'],
    opinion: ['assessment'],
    instructions: ['prescription', 'advice', 'investigations'],
    return_if: ['return_if', 'follow_up'],
  },
  treatment_plan: { medications: ['prescription'], investigations: ['investigations'] },
}

/** A plan beside which prescriptions and appointments have sections of their own. */
export const PLAN_BESIDE: readonly Topic[] = ['advice', 'return_if', 'investigations']
/** What a section of a template takes too where no other section of it does: a clinic that has no "Prescription" prescribes in its plan. */
export const ELSE_TAKEN: Record<string, readonly Topic[]> = {
  history_of_present_illness: ['complaint'],
  plan: ['prescription', 'follow_up'],
}
/** The four of a SOAP note hold everything of their place. */
export const SOAP_SECTIONS = ['subjective', 'objective', 'assessment', 'plan'] as const
