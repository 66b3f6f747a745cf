import type { Statement } from '../../../../domain/note.ts'
import type { Material, Written } from '../fill-sections.ts'
import { findActions } from './find-actions.ts'
import { findDecisions } from './find-decisions.ts'
import { findAbsent, findParticipants, nameVoices } from './find-participants.ts'
import { findTopics } from './find-topics.ts'
import { NEXT_STEP } from './meeting-cues.ts'
import { readSentencesOf, type Sentence, stateCued } from './sentences.ts'

/** The notes of a meeting. */
export const MEETING_WRITERS: Record<string, (material: Material) => Written> = {
  meeting_notes_participants: bySentences({ participants: findParticipants, apologies: findAbsent }),
  meeting_notes_decisions: bySentences({ decisions: findDecisions }),
  meeting_notes_action_items: bySentences({ action_items: (all) => findActions(all, nameVoices(all)) }),
  meeting_notes_key_topics: bySentences({ key_topics: findTopics }),
  meeting_notes_next_steps: bySentences({ next_steps: (all) => stateCued(all, NEXT_STEP) }),
}

function bySentences(
  sections: Record<string, (sentences: readonly Sentence[]) => Statement[]>,
): (material: Material) => Written {
  return ({ items }) => {
    const sentences = readSentencesOf(items)
    const written = Object.entries(sections).map(([key, find]) => [key, find(sentences)])
    return { sections: Object.fromEntries(written) }
  }
}
