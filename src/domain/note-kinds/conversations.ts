import type { NoteKind } from './note-kind.ts'

/** What is written of calls, meetings and hearings. */
export const CONVERSATION_KINDS = {
  call_center_results: { title: 'Result of the call', sections: { results: 'Results' } },
  call_center_agent_score: { title: "Agent's score", sections: { score: 'Score' } },
  call_center_agent_score_category: { title: "Agent's assessment", sections: { category: 'Assessment' } },
  call_center_product_info: { title: 'Product information', sections: { products: 'Products' } },
  call_center_product_insights: { title: 'Product insights', sections: { insights: 'Insights' } },
  call_center_compliance: { title: 'Compliance', sections: { compliance: 'Compliance' } },
  call_center_feedback: { title: 'Feedback', sections: { feedback: 'Feedback' } },
  call_center_sentiment: { title: "Caller's sentiment", sections: { sentiment: 'What tells of it' } },
  meeting_notes_participants: { title: 'Participants', sections: { participants: 'Participants' } },
  meeting_notes_decisions: { title: 'Decisions', sections: { decisions: 'Decisions' } },
  meeting_notes_action_items: { title: 'Action items', sections: { action_items: 'Action items' } },
  meeting_notes_key_topics: { title: 'Key topics', sections: { key_topics: 'Topics' } },
  meeting_notes_next_steps: { title: 'Next steps', sections: { next_steps: 'Next steps' } },
  legal_court_hearing: { title: 'Court hearing', sections: { hearing: 'Hearing' } },
} as const satisfies Record<string, NoteKind>
