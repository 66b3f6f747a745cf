import type { NoteKind } from './note-kind.ts'

/** What a clinician looks up beside what was said. */
export const REFERENCE_KINDS = {
  suggestions: {
    title: 'Suggestions',
    says: 'What guidelines ask about a complaint and the consultation did not, and what they advise to tell the patient.',
    knowledge: ['questions by complaint'],
    attributes: ['type', 'complaint', 'source'],
    sections: { questions: 'Questions to ask', instructions: 'Instructions to give' },
  },
  differential_diagnosis: {
    title: 'Differential diagnosis',
    says: 'The diagnoses that the clinician considers, and apart from them the causes that references ask to consider.',
    knowledge: ['guidelines by condition'],
    attributes: ['type', 'complaint', 'source'],
    sections: { diagnoses: 'Named by the clinician', references: 'To consider for what was complained of' },
  },
  followup_instructions: {
    title: 'Follow-up instructions',
    says: 'When the patient is to come back, what would make it urgent, and apart from that what references advise.',
    knowledge: ['guidelines by condition'],
    attributes: ['type', 'complaint', 'source'],
    sections: { follow_up: 'Follow-up', return_if: 'Come back if', references: 'Advice for what was complained of' },
  },
  practice_guidelines: {
    title: 'Practice guidelines',
    says: 'Published guidelines for what the patient complains of.',
    knowledge: ['guidelines by condition'],
    attributes: ['type', 'complaint', 'source'],
    sections: { guidelines: 'Guidelines' },
  },
} as const satisfies Record<string, NoteKind>
