import { type Check, heardOf } from './checklist.ts'
import { COMPANY_PRINTED, COMPANY_SAID } from './company-named.ts'

/**
 * What a telephone agent is expected to say, a point each. Written here: these ten stand in one form or another on most
 * call-quality sheets, all weigh the same, and nothing is judged but whether it was said.
 */
export const AGENT_CHECKLIST: readonly Check[] = [
  {
    name: 'Greeting',
    why: 'The caller knows that somebody listens.',
    cue: /\b(good (morning|afternoon|evening|day)|hello|welcome to|(thank you|thanks) for (calling|ringing|phoning|contacting))\b|^(hi|hey)\b/,
  },
  {
    name: 'Own name',
    why: 'The caller can name who promised what.',
    cue: /\b(my name is|my name's|this is \w+( \w+)? (from|at|with|speaking|here)|you're (speaking|through|talking) (to|with)|you('ve| have) (got|reached) \w+ (here|speaking)|\w+ speaking\b)/,
    printed: /\b(?:[Tt]his is|I'm) \p{Lu}\p{Ll}+\b(?! (?:Health|Bank|Pharmacy|Clinic|Surgery|Energy|Insurance))/u,
  },
  { name: 'Company named', why: 'The caller knows whom they reached.', cue: COMPANY_SAID, printed: COMPANY_PRINTED },
  {
    name: 'Offer of help',
    why: 'The caller is asked what they need.',
    cue: /\b(how (can|may|could) (i|we) (help|assist|direct)|what can (i|we) (do|help)|what seems to be|can i help you|help you (with|today))\b/,
  },
  {
    name: 'Identity of the caller',
    why: 'Nothing is told to a stranger.',
    cue: /\b(date of birth|your (full |first |last )?name|your surname|(account|policy|member(ship)?|customer|patient|order|booking|reference|phone|telephone|mobile) number|security (question|check)|verify|postcode|zip code|confirm (your|the) (address|details|identity|email|date|name|last)|your (email|phone|address)|account holder|who am i speaking|(can|could|may) i (take|have|get|ask for) your)\b/,
  },
  {
    name: 'Empathy',
    why: 'The caller hears that the trouble was understood.',
    cue: /\b(i('m| am) (so |very |really |terribly )?sorry|sorry (to hear|about|for|that)|i (do |completely |can |totally |fully )*understand|i (do )?apologi[sz]e|(my|our) apologies|we apologi[sz]e|that (must|sounds) (be |have been |very |so |really )?\w+ing|that must (be|have been)|i can (see|hear|imagine) (why|how|that)|i (know|realise|realize) (how|this is|that's|it's)|that's (really |so |very )?(frustrating|awful|annoying|upsetting|understandable|not good)|no wonder|i appreciate|i hear you|oh dear)\b/,
  },
  {
    name: 'Understanding checked',
    why: 'A mistake is found while the caller is there.',
    cue: /\b(just to (confirm|check|make sure|be clear|recap)|to (confirm|recap|sum up)|so (what )?you('re| are)( saying)?|if i understand|let me (just )?(repeat|confirm|recap|summari[sz]e|read (that|it) back|make sure)|does that (make sense|sound right)|is that (right|correct|what you mean)|(have|did) i (got|get) that right|do you mean|you mean)\b/,
  },
  {
    name: 'Explanation',
    why: 'The caller learns why, and need not call again.',
    cue: /\b(because|the reason|this means|that means|let me explain|which means|due to|how (it|this) works|that('s| is) why|that happens (when|if)|it (looks|sounds) (like|as)|it (seems|appears)|so please|what('s| has) happened is|so that|what happened (is|was)|caused by|since (the|your|you|we))\b/,
  },
  {
    name: 'Next step',
    why: 'The caller knows what happens now.',
    cue: /\b((i|we)('ll| will| have|'ve)( just| already| also| now)* (send|sent|call|email|emailed|contact|open|opened|book|booked|issue|issued|refund|refunded|arrange|arranged|order|ordered|update|updated|ask|pass|raise|raised|transfer|escalate|escalated|get back|look into|put|text|reset|cancel|cancelled|replace|replaced|check|post|posted|add|added|set|move|moved|register|registered|process|processed)\b|(i'm|i am|we're|we are) going to \w+|let me (check|look|see|find|transfer|put)|i can (book|send|arrange|order|put|transfer|offer|do|refund|replace) (you|that|it|this|a|an)|what (i|we)('ll| can) do|(the )?next step|you can expect|you('ll| will) (receive|get|hear|see)|you should (get|receive|hear|see) (it|them|a|an|from)|(it|they) (should|will) (reach|be with|arrive)|(someone|we|an? \w+|\w+ team) will (call|contact|send|ring|email|get|bring|visit|come|be in touch)|will (be with|reach|contact|call) you|within \w+ (hours?|days?|working)|please (try|restart|check|go to|click|keep|bring|use|take|make sure|come|ring|call|send|fill|sign))|you('re| are) now (booked|down|registered)\b/,
  },
  {
    name: 'Polite close',
    why: 'Nothing is left open when the call ends.',
    cue: /\b(anything else|is that everything|all the best|have a (good|great|nice|lovely|wonderful|pleasant)|(thank you|thanks) for your (call|time|patience|understanding)|(thank you|thanks) for (waiting|holding|bearing)|my pleasure|you're (very |most )?welcome|take care|(good ?)?bye)\b/,
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
