import type { NoteKind } from './note-kind.ts'

/** What a clinician looks up beside what was said. */
export const REFERENCE_KINDS = {
  suggestions: {
    title: 'Suggestions',
    sections: { questions: 'Questions to ask', instructions: 'Instructions to give' },
  },
  differential_diagnosis: { title: 'Differential diagnosis', sections: { diagnoses: 'Named by the clinician' } },
  followup_instructions: {
    title: 'Follow-up instructions',
    sections: { follow_up: 'Follow-up', return_if: 'Come back if' },
  },
  practice_guidelines: { title: 'Practice guidelines', sections: { guidelines: 'Guidelines' } },
} as const satisfies Record<string, NoteKind>
