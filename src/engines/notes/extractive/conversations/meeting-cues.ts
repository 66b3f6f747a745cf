/**
 * How people in meetings say who they are, what is decided and who does what. Matched against plain words joined by
 * single spaces unless it says "printed". Written here; conservative: what matches nothing is left out.
 */
const NAME =
  "((?:(?:Dr|Mr|Mrs|Ms|Prof)\\.? |(?:Doctor|Professor|Sister|Nurse) )?\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?)"

const NAMES = `${NAME}(?:(?:, and|,| and) ${NAME})*`.replaceAll(/\((?!\?)/g, '(?:')

/** Printed. Its groups are the name and what is said of the person: "I'm Amina Bello, the ward manager". */
export const INTRODUCTION = new RegExp(
  `\\b(?:[Mm]y name(?: is|'s)|I'm|I am|[Tt]his is)\\s+${NAME}(?:,? (?:and )?(?:I'm |I am |I work as )?((?:the |a |an |our |your |from |of |head |in )[^.,;?!]+))?`,
  'u',
)

const ROLES =
  '(?:nurse|manager|doctor|registrar|consultant|pharmacist|physiotherapist|therapist|secretary|administrator|director|lead|coordinator|physician|surgeon|assistant|officer|chair|midwife|receptionist)'

/** Printed. A name and what the person is, and nothing else: "Jo Blake, practice manager." */
export const NAME_AND_ROLE = new RegExp(
  `^(?:[^.?!]*\\b(?:this is|I'm) )?${NAME}, ((?:\\p{Ll}+ ){0,3}${ROLES})[.]?$`,
  'u',
)

/** Printed. Somebody who is missing: "Apologies from Tom", "Tom sends his apologies". */
export const APOLOGY = new RegExp(
  `\\b(?:[Aa]pologies (?:\\w+ ){0,3}?(?:from|for) (${NAMES})|${NAME} (?:sends|sent) (?:his |her |their )?apologies|${NAME}(?:, (?:he|she|they))? (?:can't|cannot|couldn't) (?:make|join|be))`,
  'u',
)

export const DECISION =
  /\b(we('ve| have)? (decided|agreed|approved|chosen|resolved)|let's (go with|do that|keep|stick)|we('re| are) going with|we('ll| will) go with|the decision is|it('s| is) agreed|(is|are) approved|agreed that|that's (decided|agreed|settled)|motion (is )?carried)\b/
/** What is only wanted, until it is agreed to. */
export const PROPOSAL = /\b(i|we) (propose|suggest|move)\b/
export const CARRIED = /\b(carried|agreed|passed|approved|no objections?|that's settled)\b/
/** "Everyone happy with Saturdays?" What the chair says next settles it. */
export const ASKS_ASSENT =
  /\b((everyone|everybody|all|we all) (happy|agreed|okay|ok|agree)|all in favou?r|any objections?)\b/
export const SETTLES = /^(good|great|right|fine|perfect|excellent|carried|agreed)\b/
/** What looks like a decision and is none. */
export const UNDECIDED = /\b(haven't|have not|hasn't|not yet|should we|if we|whether)\b/

const DOES =
  '(?:send|write|draft|prepare|check|call|phone|ring|email|finish|update|review|share|book|order|contact|organi[sz]e|follow up|speak|talk|ask|look into|find|set up|circulate|arrange|chase|present|train|report|bring|fix|make|create|schedule|collect|get|put|take|print|add|invite|confirm|collate|audit|test)'

export const ACTION = new RegExp(
  `(?:'ll|\\b(?:will|is going to|am going to|'m going to|needs? to|has to|have to|must|agreed to|let me))(?: also| then| please| just)? ${DOES}\\b`,
)
/** "I'll repeat the audit by Friday": with a date anything that somebody will do is an action. */
export const DATED_ACTION =
  /(?:\b(?:i|we|he|she|they)(?:'ll| will)|\bwill)(?: also| then| please| just)? (?!be\b|have\b|see\b|know\b|need\b|start\b|think\b|meet\b|not\b|[a-z]+ly\b)[a-z]+\b/
/** A request; an action once somebody has said yes. */
export const REQUEST = new RegExp(`\\b(?:can|could|will|would) you(?: please| also)? ${DOES}\\b`)
export const CONSENT =
  /^(yes|yeah|yep|sure|of course|certainly|no problem|will do|happy to|okay|ok|i will|i'll|absolutely)\b/
export const REFUSED = /\b(not|won't|can't|cannot|don't|doesn't|if)\b|\b(take|pick) (this|it|that) up\b/
/** Somebody takes on what nobody was named for. */
export const VOLUNTEERS = /^(i can|i'll|i will|let me|i'm happy to|happy to) (do|take|pick|get)\b/

/** Printed. A task that is given to somebody: "Nadia, please draft a poster", "Jo to send the rota". */
export const ASSIGNED = new RegExp(`^(?:\\p{L}+, )?${NAME}(?:, (?:please )?|,? (?:please|to) )${DOES}\\b`, 'u')

/** Printed. Who is named as the one who does it: "Daniel will", "Daniel, could you". */
export const OWNER = new RegExp(
  `^(?:\\w+, )?${NAME}(?:,? (?:will|is going to|needs to|has to|must|agreed to|has agreed to)\\b|'ll\\b|, (?:can|could|will|would|you) )`,
  'u',
)

const DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const DATE = `(?:the )?\\w+(?: of)? ${MONTH}|${MONTH} (?:the )?[\\w-]+`

/** Printed. When it is to be done, as it was said: in one of its two groups. */
export const DUE = new RegExp(
  `\\b(?:by|before|until|no later than|on|for|at) ((?:the )?(?:end of (?:the |this |next )?\\w+|(?:next |this )?${DAY}(?: \\w*(?:morning|afternoon|evening))?|tomorrow|tonight|noon|(?:next|this) (?:week|month|meeting)|the next meeting|${DATE}))\\b|` +
    `\\b(tomorrow|today|tonight|this (?:week|afternoon|morning|month)|next (?:week|month|${DAY})|within (?:a|\\w+) (?:days?|weeks?))\\b`,
  'i',
)

export const NEXT_STEP =
  /\b(next (step|steps|meeting|time we|session|review)|follow up meeting|going forward|from here|meet again|meeting (is|will be) (on|at|in)|reconvene|(pick|take) (this|it) up (again|next|at))\b/

/** Printed. What opens a topic; its first group is the topic. */
export const AGENDA =
  /\b(?:(?:first|second|third|next|last) (?:item|topic|point|up|on the agenda)(?: on the agenda)?(?: today)?(?: is|,|:)|(?:moving|move|going) on to|turn(?:ing)? to|(?:let's|let us|want to|need to|here to) (?:talk about|discuss|start with|look at|go over)|agenda (?:today )?(?:is|are)|any other business(?:,|:)) (?:the |our |a |an )?([\p{L}\p{N}' -]+)/iu
