import type { NoteKind } from './note-kind.ts'

/** What a clinician looks up beside what was said. */
export const REFERENCE_KINDS = {
  suggestions: {
    title: 'Suggestions',
    says: 'What the history of this complaint usually asks and the consultation did not.',
    knowledge: ['questions by complaint'],
    attributes: ['source'],
    sections: { questions: 'Questions to ask', instructions: 'Instructions to give' },
  },
  differential_diagnosis: {
    title: 'Differential diagnosis',
    says: 'The diagnoses that the clinician considers, as named.',
    sections: { diagnoses: 'Named by the clinician' },
  },
  followup_instructions: {
    title: 'Follow-up instructions',
    says: 'When the patient is to come back, and what would make it urgent.',
    sections: { follow_up: 'Follow-up', return_if: 'Come back if' },
  },
  practice_guidelines: {
    title: 'Practice guidelines',
    says: 'Published guidelines for the conditions that were named.',
    knowledge: ['guidelines by condition'],
    attributes: ['source'],
    sections: { guidelines: 'Guidelines' },
  },
} as const satisfies Record<string, NoteKind>
