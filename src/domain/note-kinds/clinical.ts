import type { NoteKind } from './note-kind.ts'

/** What is written of a consultation or procedure. */
export const CLINICAL_KINDS = {
  soap_note: {
    title: 'SOAP note',
    sections: { subjective: 'Subjective', objective: 'Objective', assessment: 'Assessment', plan: 'Plan' },
  },
  summary: { title: 'Summary', sections: { summary: 'Key points' } },
  history_and_physical: {
    title: 'History and physical',
    sections: {
      chief_complaint: 'Chief complaint',
      history_of_present_illness: 'History of present illness',
      review_of_systems: 'Review of systems',
      past_medical_history: 'Past medical history',
      past_surgical_history: 'Past surgical history',
      medications: 'Medications',
      allergies: 'Allergies',
      family_history: 'Family history',
      social_history: 'Social history',
      vitals: 'Vitals',
      physical_exam: 'Physical exam',
      results: 'Results',
      assessment_and_plan: 'Assessment and plan',
    },
  },
  clerking: {
    title: 'Clerking',
    sections: {
      presenting_complaint: 'Presenting complaint',
      history_of_presenting_complaint: 'History of presenting complaint',
      past_medical_history: 'Past medical history',
      past_surgical_history: 'Past surgical history',
      medications: 'Medications',
      allergies: 'Allergies',
      family_history: 'Family history',
      social_history: 'Social history',
      examination: 'Examination',
      investigations: 'Investigations',
      impression: 'Impression',
      plan: 'Plan',
    },
  },
  treatment_plan: {
    title: 'Treatment plan',
    sections: {
      medications: 'Medications',
      investigations: 'Investigations',
      advice: 'Advice',
      follow_up: 'Follow-up',
    },
  },
  op_note: {
    title: 'Operation note',
    sections: {
      indication: 'Indication',
      procedure: 'Procedure',
      anesthesia: 'Anaesthesia',
      findings: 'Findings',
      description: 'Description',
      specimens: 'Specimens',
      blood_loss: 'Blood loss',
      complications: 'Complications',
      plan: 'Plan',
    },
  },
  entity_list: {
    title: 'Entities',
    sections: {
      problems: 'Problems',
      medications: 'Medications',
      allergies: 'Allergies',
      investigations: 'Investigations',
      procedures: 'Procedures',
      measurements: 'Measurements',
    },
  },
  orders: {
    title: 'Orders',
    sections: { medications: 'Medications', laboratory: 'Laboratory', imaging: 'Imaging', follow_up: 'Follow-up' },
  },
  icd_codes: { title: 'ICD-10-CM codes', sections: { codes: 'Codes' } },
  normalized_data: {
    title: 'Normalized data',
    sections: { conditions: 'Conditions', family_history: 'Family history', observations: 'Observations' },
  },
  patient_instructions: { title: 'Instructions for the patient', sections: { instructions: 'Instructions' } },
  answer: { title: 'Answer', sections: { answer: 'What was said about it' } },
} as const satisfies Record<string, NoteKind>
