import { type Check, heardOf } from './checklist.ts'

/**
 * What a telephone agent is expected to say, a point each. Written here: these ten stand in one form or another on most
 * call-quality sheets, all weigh the same, and nothing is judged but whether it was said.
 */
export const AGENT_CHECKLIST: readonly Check[] = [
  {
    name: 'Greeting',
    why: 'The caller knows that somebody listens.',
    cue: /\b(good (morning|afternoon|evening)|hello|welcome to|(thank you|thanks) for calling)\b/,
  },
  {
    name: 'Own name',
    why: 'The caller can name who promised what.',
    cue: /\b(my name is|my name's|this is \w+( \w+)? (from|at|with|speaking|here)|you're (speaking|through) to|\w+ speaking$)\b/,
  },
  {
    name: 'Company named',
    why: 'The caller knows whom they reached.',
    cue: /\b((thank you|thanks) for calling|welcome to|calling from|you('ve| have) (reached|come through to)|this is \w+ (from|at|with))\b/,
  },
  {
    name: 'Offer of help',
    why: 'The caller is asked what they need.',
    cue: /\b(how (can|may) (i|we) help|what can i do for you|how (can|may) i assist)\b/,
  },
  {
    name: 'Identity of the caller',
    why: 'Nothing is told to a stranger.',
    cue: /\b(date of birth|your (full )?name|(account|policy|member(ship)?|customer|patient) number|security (question|check)|verify|postcode|zip code|confirm your (address|details|identity))\b/,
  },
  {
    name: 'Empathy',
    why: 'The caller hears that the trouble was understood.',
    cue: /\b(i('m| am) (so |very |really )?sorry|i (do |completely |can )*understand|i (do )?apologi[sz]e|my apologies|that must (be|have been)|i can (see|hear) (why|how|that)|i appreciate)\b/,
  },
  {
    name: 'Understanding checked',
    why: 'A mistake is found while the caller is there.',
    cue: /\b(just to (confirm|check|make sure)|so (what )?you('re| are) saying|if i understand|let me (repeat|read (that|it) back|make sure)|does that (make sense|sound right)|is that (right|correct))\b/,
  },
  {
    name: 'Explanation',
    why: 'The caller learns why, and need not call again.',
    cue: /\b(because|the reason|this means|that means|let me explain|which means|due to|how (it|this) works)\b/,
  },
  {
    name: 'Next step',
    why: 'The caller knows what happens now.',
    cue: /\b((i|we)('ll| will| have|'ve)( just| already)? (send|sent|call|email|contact|open|opened|book|booked|issue|issued|refund|arrange|arranged|order|ordered|updated|ask|pass|raise|raised|transfer|escalate|escalated|get back|look into|put|text)\b|i can (book|send|arrange|order|put|transfer) (you|that|it|this)|you('ll| will) (receive|get|hear|see)|(someone|we|\w+ team) will (call|contact|send|ring|email|get)|will (be with|reach|contact|call) you|within \w+ (hours?|days?|working))\b/,
  },
  {
    name: 'Polite close',
    why: 'Nothing is left open when the call ends.',
    cue: /\b(anything else|have a (good|great|nice|lovely|wonderful)|(thank you|thanks) for your (call|time|patience)|take care|(good ?)?bye)\b/,
  },
]

const GRADES = [
  { least: 0.8, name: 'Good' },
  { least: 0.5, name: 'Fair' },
  { least: 0, name: 'Poor' },
] as const

/** "7 of 10 points": how much of the list these texts say. */
export function formatScore(texts: readonly string[]): string {
  return `${heardOf(AGENT_CHECKLIST, texts).length} of ${AGENT_CHECKLIST.length} points`
}

/** "Fair: 7 of 10 points"; good from eight tenths of the list on, fair from half of it. */
export function formatCategory(texts: readonly string[]): string {
  const share = heardOf(AGENT_CHECKLIST, texts).length / AGENT_CHECKLIST.length
  return `${GRADES.find(({ least }) => share >= least)?.name}: ${formatScore(texts)}`
}
