import type { NoteKind } from './note-kind.ts'

const TITLES = {
  chief_complaint: 'Chief complaint',
  history_of_present_illness: 'History of present illness',
  well_child_care: 'Well child care',
  cardiovascular_risks: 'Cardiovascular risks',
  past_medical_history: 'Past medical history',
  past_surgical_history: 'Past surgical history',
  past_obstetric_history: 'Past obstetric history',
  family_history: 'Family history',
  social_history: 'Social history',
  allergies: 'Allergies',
  current_medications: 'Current medications',
  immunizations: 'Immunizations',
  vitals: 'Vitals',
  lab_results: 'Lab results',
  imaging_results: 'Imaging results',
  physical_exam: 'Physical exam',
  mental_health_exam: 'Mental health exam',
  assessment: 'Assessment',
  assessment_and_plan: 'Assessment and plan',
  plan: 'Plan',
  prescription: 'Prescription',
  appointments: 'Appointments',
  subjective: 'Subjective',
  objective: 'Objective',
  diet_lifestyle: 'Lifestyle',
  diet_medical_history: 'Medical history',
  diet_chief_complaint: 'Chief complaint',
  diet_vitals: 'Vitals',
  diet_habits: 'Eating habits',
  diet_objectives: 'Objectives',
  diet_appointments: 'Appointments',
  psychology_history_of_complaint: 'History of complaint',
  mental_health_history: 'Mental health history',
} as const

type SectionKey = keyof typeof TITLES

function template(title: string, says: string, ...keys: SectionKey[]): NoteKind {
  return { title, says, sections: Object.fromEntries(keys.map((key) => [key, TITLES[key]])) }
}

const HISTORY = [
  ...['past_medical_history', 'past_surgical_history', 'past_obstetric_history', 'family_history'],
  ...['social_history', 'allergies', 'current_medications', 'immunizations'],
] as SectionKey[]
const FINDINGS: SectionKey[] = ['vitals', 'lab_results', 'imaging_results', 'physical_exam']
const DECISIONS: SectionKey[] = ['assessment', 'plan', 'prescription', 'appointments']
const BEGINNING: SectionKey[] = ['chief_complaint', 'history_of_present_illness']
const SPECIALIST_HISTORY = [
  ...['family_history', 'allergies', 'past_obstetric_history', 'past_surgical_history', 'past_medical_history'],
  ...['social_history', 'current_medications', 'vitals', 'immunizations', 'physical_exam', 'lab_results'],
  ...['imaging_results', 'assessment'],
] as SectionKey[]

/** Notes by speciality, their sections in the order in which scribes print them. */
export const TEMPLATE_KINDS = {
  general_medicine: template(
    'General medicine',
    'A consultation in general practice, each part of history, findings and decisions under its own heading.',
    ...BEGINNING,
    ...HISTORY,
    ...FINDINGS,
    ...DECISIONS,
  ),
  general_medicine_ap_merged: template(
    'General medicine',
    'A consultation in general practice, with assessment and plan in one section.',
    ...([...BEGINNING, ...HISTORY, ...FINDINGS, 'assessment_and_plan', 'prescription', 'appointments'] as SectionKey[]),
  ),
  well_child_care: template(
    'Well child care',
    'A check-up of a healthy child, with feeding, milestones and vaccines.',
    ...([...BEGINNING, 'well_child_care', ...HISTORY, ...FINDINGS, ...DECISIONS] as SectionKey[]),
  ),
  well_child_care_soap: template(
    'Well child care',
    'A check-up of a healthy child in the four parts of a SOAP note.',
    'subjective',
    'well_child_care',
    'objective',
    'assessment',
    'plan',
  ),
  cardiology: template(
    'Cardiology',
    'A consultation about the heart, with cardiovascular risks beside the history.',
    ...([...BEGINNING, 'cardiovascular_risks', ...SPECIALIST_HISTORY] as SectionKey[]),
    ...(['plan', 'prescription', 'appointments'] as const),
  ),
  psychiatry: template(
    'Psychiatry',
    'A psychiatric consultation, with the examination of the mental state.',
    ...([...BEGINNING, ...SPECIALIST_HISTORY] as SectionKey[]),
    ...(['mental_health_exam', 'plan', 'prescription', 'appointments'] as const),
  ),
  diet: template(
    'Diet',
    'A consultation about eating: habits, lifestyle, measurements and aims.',
    ...(['diet_lifestyle', 'diet_medical_history', 'diet_chief_complaint', 'diet_vitals'] as const),
    ...(['diet_habits', 'diet_objectives', 'diet_appointments'] as const),
  ),
  psychology: template(
    'Psychology',
    'A session with a psychologist: complaint, mental health history and what was observed.',
    ...(['psychology_history_of_complaint', 'mental_health_history', 'family_history', 'social_history'] as const),
    ...(['current_medications', 'mental_health_exam', 'assessment', 'plan', 'appointments'] as const),
  ),
} satisfies Record<string, NoteKind>
