/**
 * How people say what belongs in the notes of calls and meetings, by section key. Matched against plain words joined by
 * single spaces. Written here; conservative: what matches nothing is left out.
 */
export const CONVERSATION_CUES: Record<string, RegExp> = {
  results:
    /\b(resolved|refund\w*|replac\w+|fixed|sorted|cancel\w*|booked|scheduled|transfer\w*|escalat\w*|(case|reference|ticket) number|confirmed?)\b/,
  products:
    /\b(product|plan|package|price|cost|fee|account|warranty|subscription|policy|device|model|offer|cover(s|ed|age)?)\b/,
  insights:
    /\b(wish|would be (nice|better|good|great|easier)|should (have|be able)|easier|too (slow|expensive|long|hard|complicated)|missing)\b/,
  compliance:
    /\b(recorded|consent|privacy|permission|confirm your|verify|date of birth|security question|terms|disclos\w+)\b/,
  feedback: /\b(happy with|satisfied|unhappy|disappointed|complain\w*|great service|bad service|recommend)\b/,
  sentiment:
    /\b(grateful|thank(s| you) so much|happy|glad|great|wonderful|relieved|angry|upset|frustrat\w+|disappoint\w+|terrible|awful|unacceptable|worried|annoyed)\b/,
  participants:
    /\b(my name is|this is (doctor|dr|mr|mrs|ms|professor)\b|i am the|i'm the|on behalf of|representing|joining us|speaking)\b/,
  decisions:
    /\b(we (have |'ve )?(decided|agreed|approved)|let's go with|we (will|'ll) go with|the decision|it is agreed|approved|agreed that)\b/,
  action_items:
    /\b(i|we|you|he|she|they)('ll| will| need to| have to| should| must)\b.*\b(send|write|prepare|check|call|email|finish|update|review|share|book|order|contact|organi[sz]e|follow up)\b|\bby (monday|tuesday|wednesday|thursday|friday|tomorrow|next week|the end of)\b/,
  next_steps: /\b(next (step|steps|week|month|meeting|time)|follow up|going forward|from here|meet again|schedule)\b/,
}
