import type { NoteKind } from './note-kind.ts'

/** What is written of calls, meetings and hearings. */
export const CONVERSATION_KINDS = {
  call_center_results: {
    title: 'Result of the call',
    says: 'Why somebody called, what was resolved and what was not, what was promised, and numbers to quote.',
    sections: {
      reason: 'Reason for the call',
      resolved: 'Resolved',
      unresolved: 'Not resolved',
      promised: 'Promised',
      references: 'Reference numbers',
    },
    attributes: ['type', 'number'],
  },
  call_center_agent_score: {
    title: "Agent's score",
    says: 'How many things of a fixed list the agent said, the words that each point came from, and what was not heard.',
    sections: { score: 'Score', points: 'Points' },
    knowledge: ["the agent's checklist"],
    attributes: ['type', 'points', 'of', 'check'],
  },
  call_center_agent_score_category: {
    title: "Agent's assessment",
    says: "The agent's score in a word: good from eight tenths of the list on, fair from half of it, otherwise poor.",
    sections: { category: 'Assessment' },
    knowledge: ["the agent's checklist"],
    attributes: ['type'],
  },
  call_center_product_info: {
    title: 'Product information',
    says: 'What was said about products, prices and terms.',
    sections: { products: 'Products' },
  },
  call_center_product_insights: {
    title: 'Product insights',
    says: 'What the caller wishes, misses or finds hard.',
    sections: { insights: 'Insights' },
  },
  call_center_compliance: {
    title: 'Compliance',
    says: 'What rules for telephone business ask to be said, where it was said, and what was not heard.',
    sections: { compliance: 'Said' },
    knowledge: ['the compliance checklist'],
    attributes: ['type', 'check'],
  },
  call_center_feedback: {
    title: 'Feedback',
    says: 'What the caller says about the service.',
    sections: { feedback: 'Feedback' },
  },
  call_center_sentiment: {
    title: "Caller's sentiment",
    says: 'How the caller feels in the course of the call, and the words that tell of it.',
    sections: { sentiment: 'Course', turns: "Caller's words" },
    knowledge: ['words of feeling'],
    attributes: ['type', 'sentiment'],
  },
  meeting_notes_participants: {
    title: 'Participants',
    says: 'Who is there by what was said, with their roles, and who is missing.',
    sections: { participants: 'Participants', apologies: 'Apologies' },
    attributes: ['type', 'name', 'role', 'presence'],
  },
  meeting_notes_decisions: {
    title: 'Decisions',
    says: 'What was decided, in the words it was decided in.',
    sections: { decisions: 'Decisions' },
  },
  meeting_notes_action_items: {
    title: 'Action items',
    says: 'What somebody is to do, by whom and by when where that was said.',
    sections: { action_items: 'Action items' },
    attributes: ['type', 'owner', 'due'],
  },
  meeting_notes_key_topics: {
    title: 'Key topics',
    says: 'What the meeting was about: the points of its agenda and what came back most.',
    sections: { key_topics: 'Topics' },
    attributes: ['type'],
  },
  meeting_notes_next_steps: {
    title: 'Next steps',
    says: 'What comes after the meeting, and when it meets again.',
    sections: { next_steps: 'Next steps' },
  },
  legal_court_hearing: {
    title: 'Court hearing',
    says: 'The record of a hearing: case, court, who appeared, exhibits, rulings, and everything quoted in order.',
    sections: {
      case: 'Case',
      court: 'Court',
      appearances: 'Appearances',
      exhibits: 'Exhibits',
      rulings: 'Rulings and orders',
      proceedings: 'Proceedings',
    },
    attributes: ['type', 'speaker', 'voice', 'exhibit'],
  },
} as const satisfies Record<string, NoteKind>
