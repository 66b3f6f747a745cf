import type { NoteKind } from './note-kind.ts'

const PROSE = { style: 'paragraph' } as const
const FIELD = { isField: true } as const

/** What a letter begins and ends with; both are fixed, and a person changes them where they do not fit. */
const opens = (fixed: string) => ({ isUntitled: true, style: 'paragraph', fixed }) as const
const CLOSES = opens('Yours sincerely,')

/** What is sent or given to somebody: with a head, in prose, signed. */
export const LETTER_KINDS = {
  referral_letter: {
    title: 'Referral letter',
    says: 'A letter to a colleague: why the patient is sent, the history, what was found, and what was done so far.',
    sections: {
      recipient: 'To',
      salutation: 'Salutation',
      reason_for_referral: 'Reason for referral',
      history_of_present_illness: 'History of present illness',
      past_history: 'Past medical history',
      medications: 'Medications',
      allergies: 'Allergies',
      examination: 'Examination',
      investigations: 'Investigations',
      impression: 'Impression',
      plan: 'Plan',
      closing: 'Closing',
    },
    layout: {
      recipient: FIELD,
      salutation: opens('Dear colleague,'),
      reason_for_referral: { ...PROSE, ...FIELD },
      history_of_present_illness: PROSE,
      past_history: PROSE,
      examination: PROSE,
      impression: PROSE,
      plan: PROSE,
      closing: CLOSES,
    },
  },
  discharge_letter: {
    title: 'Discharge letter',
    says: 'A letter to who goes on with the care: why the patient came, what was found and done, medicines and follow-up.',
    sections: {
      recipient: 'To',
      salutation: 'Salutation',
      diagnosis: 'Diagnosis',
      presenting_complaint: 'Presenting complaint',
      history_of_presenting_complaint: 'History of presenting complaint',
      past_history: 'Past medical history',
      allergies: 'Allergies',
      examination: 'Examination',
      investigations: 'Investigations',
      medications: 'Medications',
      advice: 'Advice',
      follow_up: 'Follow-up',
      closing: 'Closing',
    },
    layout: {
      recipient: FIELD,
      salutation: opens('Dear colleague,'),
      diagnosis: FIELD,
      presenting_complaint: PROSE,
      history_of_presenting_complaint: PROSE,
      past_history: PROSE,
      examination: PROSE,
      advice: PROSE,
      follow_up: PROSE,
      closing: CLOSES,
    },
  },
  sick_note: {
    title: 'Sick note',
    says: 'A certificate for work or school: what the clinician named and advised; what nobody said is left to be filled in.',
    sections: {
      recipient: 'To',
      diagnosis: 'Diagnosis',
      fitness_for_work: 'Fitness for work',
      period: 'Period',
    },
    layout: { recipient: FIELD, diagnosis: FIELD, fitness_for_work: FIELD, period: FIELD },
  },
  patient_letter: {
    title: 'Letter to the patient',
    says: 'What was found and what is to be done, as it was said to the patient, with clinical words explained.',
    sections: {
      salutation: 'Salutation',
      findings: 'What we found',
      opinion: 'What we think it is',
      instructions: 'What to do',
      return_if: 'When to come back',
      words: 'Words explained',
      closing: 'Closing',
    },
    layout: { salutation: opens('Dear patient,'), findings: PROSE, opinion: PROSE, closing: CLOSES },
  },
} as const satisfies Record<string, NoteKind>
