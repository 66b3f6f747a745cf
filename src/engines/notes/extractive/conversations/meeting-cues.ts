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

/** Printed. "Lena Brandt here from the quality team." */
export const NAME_HERE = new RegExp(`^(?:[^.?!]*, )?${NAME} here\\b(?:,? (?:from|at|for) ([^.,;?!]+))?`, 'u')
/** Printed. A name and a few small words, as people say at the start who they are: "Omar, community nursing." */
export const NAME_AND_PLACE = new RegExp(
  `^${NAME}, (?!thanks|thank|please|sorry|yes|no|go|over|welcome|hello|hi|you|can|could|good|great)((?:\\p{Ll}+ ?){1,4})[.]?$`,
  'u',
)
/** Printed. Who somebody is to the patient, and the name: "I'm his son, Marek." */
export const RELATED = new RegExp(
  `\\bI(?:'m| am) (?:his|her|their|the patient's) (?<role>\\p{Ll}+), (?<name>${NAME})`,
  'u',
)

const ROLES =
  '(?:nurse|manager|doctor|registrar|consultant|pharmacist|physiotherapist|therapist|secretary|administrator|director|lead|coordinator|physician|surgeon|assistant|officer|chair|midwife|receptionist|partner|worker|matron|carer|dietitian|paramedic|radiographer|accountant|engineer|clerk|trainer|adviser|advisor|governor|trustee)'

/** Printed. A name and what the person is, and nothing else: "Jo Blake, practice manager." */
export const NAME_AND_ROLE = new RegExp(
  `^(?:[^.?!]*\\b(?:this is|I'm) )?${NAME}, ((?:\\p{Ll}+ ){0,3}${ROLES})[.]?$`,
  'u',
)

/** Printed. Somebody who is missing: "Apologies from Tom", "Tom sends his apologies". */
export const APOLOGY = new RegExp(
  `\\b(?:[Aa]pologies (?:\\w+ ){0,3}?(?:from|for) (${NAMES})|${NAME} (?:sends|sent) (?:his |her |their )?apologies|${NAME}(?:, (?:he|she|they))? (?:can't|cannot|couldn't|won't|will not) (?:make|join|be (?:with|here|there|joining|coming|able))|${NAME} is (?:on leave|off sick|away today|absent))`,
  'u',
)

export const DECISION =
  /\b(we('ve| have)? (decided|agreed|approved|chosen|resolved)|we('re| are)( all)? agreed (that|on|to)|let's (go with|keep|stick|postpone|switch|cancel|drop|adopt|hire|buy|hold|stop|close|move (?!on\b)|leave it (at|as))|we('re| are) going with|we('ll| will) go with|(the|our|my) decision is|it('s| is) (agreed|decided)|(is|are) (hereby )?approved|agreed that|motion (is )?(carried|passes))\b/
/** What was decided before is remembered, not decided. */
export const BEFORE_NOW =
  /\b(last (week|month|year|time|meeting|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|\w+day)|yesterday|ago|back in|previous(ly)?|earlier this|originally|the other day|already|had (decided|agreed)|at the \w+ meeting)\b|^in (january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|twenty|two thousand|nineteen)\b/
/** What is only wanted, until it is agreed to. */
export const PROPOSAL =
  /\b(i|we) (propose|suggest|move|recommend)\b|\bi('d| would) like to (propose|suggest|move|put forward)\b|\bmy (proposal|suggestion) (is|would be)\b/
/** What is only thought of, until somebody says in so many words that it is so. */
export const SUGGESTION =
  /\b(we (could|should|might|have to|need to|ought to)|(i'd|i would) (go|prefer|say|keep|leave|stick|drop|move|use|take|stop|start|close|make|buy|hold)|what if we|why don't we)\b/
export const CARRIED = /\b(carried|agreed|passed|approved|no objections?|(that|it) is settled|(that|it)'s settled)\b/
/** Says that what was thought of will be done. */
export const TAKES_UP =
  /\b(let's do (that|it)|go with (that|it)|(that|it)('s| is)( now| all)? (agreed|decided|settled)|carried|approved)\b|^(all )?agreed\b/
/** Says that something was decided, and not what. */
export const ONLY_SETTLES =
  /^((good|fine|great|right|perfect|well|excellent|lovely|then|so) )*((that|it|this)('s| is)( now| all)* (agreed|decided|settled|carried|approved)|agreed|carried|approved|we('re| are) agreed)( then)?$/
/** How the others go along. */
export const ASSENT =
  /^(yes|yeah|yep|sure|agree|(all )?agreed|(i|we) agree|fine|good|great|perfect|sounds (good|fine|great|sensible)|(that )?works for me|happy with|absolutely|definitely|no objections?|of course|deal|i'm (happy|fine) with|that works|let's do (that|it)|me too|same here|none( from me)?$|not from me|please do|go ahead)\b/
export const OBJECTS =
  /^(no|nope|not|hmm)\b(?! objection)|\b(rather not|against|disagree|not sure|don't (think|agree|like|want)|i object|too (expensive|soon|early|late|much)|(can't|cannot) afford|but|let's wait|leave it|later|next time|think about it)\b/
/** Put to everyone: a yes of another settles it. */
export const ASKS_ALL =
  /^(shall we|should we|can we|could we|how about|what about|why don't we|(are|do) we (all )?(agreed?|happy|okay)|(is |are )?(everyone|everybody|all) (happy|agreed|okay|ok))\b(?!.* or )/
/** About the meeting itself: nothing is decided by it. */
export const PROCEDURE =
  /\b(shall we|should we|can we|could we|let's|we('ll| will| could| should)) (just |now |then )?(start|begin|move on|go on|go round|continue|wait|see|look|talk|discuss|hear|listen|meet|take (a|this|that|it|these)|have (a|another) (break|look|think)|come back|get (going|started)|stop (here|there)|pause|finish|close the meeting|wrap)\b/
/** "Everyone happy with Saturdays?" What the chair says next settles it. */
export const ASKS_ASSENT =
  /\b((everyone|everybody|all|we all) (happy|agreed|okay|ok|agree)|all (those )?in favou?r|any objections?)\b/
/** "Everyone okay with that?" asks for what was said before. */
export const ASKS_FOR_THAT =
  /^(is |are )?(everyone|everybody|all|we all|we) (all )?(happy|agreed|okay|ok|fine)( with (that|this|it)| to that)?$|^any objections?$/
export const SETTLES = /^(good|great|right|fine|perfect|excellent|carried|agreed)\b/
/** "Right, then we'll do it in pairs": told as what came of the talk. */
export const CONCLUDES =
  /^(then|good|great|right|fine|perfect|in that case)\b.*\bwe('ll| will| won't|'re (not )?going to| are (not )?going to)\b|\bwe('ll| will| won't|'re (not )?going to| are (not )?going to)\b.* then$/
export const WILL = /^we('ll| will| won't| will not|'re (not )?going to| are (not )?going to) \w/
/** What looks like a decision and is none. */
export const UNDECIDED =
  /\b(haven't|have not|hasn't|not yet|never|should we|if we|whether|(once|until|unless|when|if|after|before) (the|it|this|that|they)( \w+){0,3} (is|are|gets?|has been) (agreed|approved))\b|^if\b/

const DOES =
  '(?:send|write|draft|prepare|check|call|phone|ring|email|finish|update|review|share|book|order|contact|organi[sz]e|follow up|speak|talk|ask|look into|find|set up|circulate|arrange|chase|present|train|report|bring|fix|make|create|schedule|collect|get|put|take|print|add|invite|confirm|collate|audit|test|sign|text|post|pay|move|install|upload|plan|sort|clean|replace|file|submit|request|research|gather|compile|liaise|escalate|remind|notify|inform|tell|forward|return|design|develop|recruit|teach|host|record|document|restock|compare|complete|deliver|buy|redo|handle|measure|visit|translate|publish|correct|delete|archive|renew|cancel|interview|pick up|drop off|hand out|work out|write up|type up|sign up)'

export const ACTION = new RegExp(
  `(?:'ll|\\b(?:will|is going to|am going to|'m going to|needs? to|has to|have to|must|(?<!\\bwe |\\bwe have |\\bwe've |\\bwe all )agreed to|let me))(?: also| then| please| just)? ${DOES}\\b`,
)
/** "I'll repeat the audit by Friday": with a date anything that somebody will do is an action. */
export const DATED_ACTION =
  /(?:\b(?:i|we|he|she|they)(?:'ll| will)|\bwill)(?: also| then| please| just)? (?!be\b|have\b|see\b|know\b|need\b|start\b|think\b|meet\b|not\b|[a-z]+ly\b)[a-z]+\b/
/** What somebody would do, until another takes it: "Should I book the hall?", "I could ask the trust." */
export const OFFERS = new RegExp(
  `^(?:(?:should|shall|can|could) i|i (?:could|can)|i'd be happy to|i'm happy to)(?: also)? ${DOES}\\b`,
)
export const ACCEPTS =
  /^((oh|yes|yeah) )?(please( do)?|yes|yeah|go ahead|that would be|that'd be|that's (great|kind)|great|perfect|good|if you (would|could)|sure|thank you|thanks)\b/
/** A request; an action once somebody has said yes. */
export const REQUEST = new RegExp(
  `\\b(?:can|could|will|would) you(?: please| also)? (?:${DOES}\\b|let \\w+(?: \\w+){0,2} know)`,
)
export const CONSENT =
  /^(yes|yeah|yep|sure|of course|certainly|no problem|will do|happy to|okay|ok|i will|i'll|absolutely|understood|consider it done)\b/
/** Who is asked by name and says this is the one who was asked. */
export const ANSWERS_FOR_SELF = /^((sorry|yes|no|well) )?(i|i'm|i'll|i've|my)\b/
/** In front of the task: it is not taken on, or only in some case. */
export const REFUSED = /\b(not|never|nobody|cannot|(?!don't worry)\w+n't)\b/
export const ON_CONDITION =
  /(?<!\b(?:check|see|ask|asks|out|confirm|know|you|me|him|her|them) )\bif\b|\b(take|pick) (this|it|that) up\b/
/** Somebody takes on what nobody was named for. */
export const VOLUNTEERS =
  /^((yes|yeah|yep|sure|okay|happily) )*((i can|i'll|i will|let me|i'm happy to|happy to) (do|take|pick|get)|(leave|give) (it|that|this) (with|to) me|i'm on it|that's me|(i'll|i can|i will|me)$)\b/
/** What nobody is named for, until somebody volunteers. */
export const UNASSIGNED =
  /^(can|could|would|will) (somebody|someone|anybody|anyone) \w|^who('s| is| can| could| will| would|'ll)( going to| like to| take| be)?\b|\b(i|we) need (someone|somebody) to \w|\b(someone|somebody|one of (us|you)) (has to|needs to|must|should|will have to|could) (?!be\b|have\b|know\b)\w/

/** Printed. A task that is given to somebody: "Nadia, please draft a poster", "Jo to send the rota". */
export const ASSIGNED = new RegExp(
  `^(?:\\p{L}+, )?${NAME}(?:, (?:please )?|,? (?:please|to) |, (?:your job is to|you'll|you will|you need to|I need you to|I'd like you to|can I ask you to) )${DOES}\\b`,
  'u',
)

/** Printed. Who is named as the one who does it: "Daniel will", "Daniel, could you". */
export const OWNER = new RegExp(
  `^(?:\\w+, )?${NAME}(?:,? (?:will|is going to|needs to|has to|must|agreed to|has agreed to|has offered to)\\b|'ll\\b|'s going to\\b|, (?:can|could|will|would|you) )`,
  'u',
)

/** Printed. A third person is asked: "Could Bola ring the hospice?" */
export const ASKED_OF = new RegExp(`^(?:Can|Could|Will|Would) ${NAME}(?: please| also)? ${DOES}\\b`, 'u')

/** Printed. Whom a question is put to by title: "Doctor Osei, when can he go home?" */
export const ADDRESSED =
  /^((?:Dr|Mr|Mrs|Ms|Prof)\.? \p{Lu}[\p{L}'’-]+|(?:Doctor|Professor|Sister|Nurse) \p{Lu}[\p{L}'’-]+), /u

const DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty |thirty )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)'
const DATE = `(?:the )?\\w+(?: of)? ${MONTH}|${MONTH} (?:the )?[\\w-]+|the ${ORDINAL}\\b`
const HOUR =
  "(?:noon|lunchtime|midday|midnight|close of business|(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o'clock|am|pm))"

/** Printed. When it is to be done, as it was said: in one of its two groups. */
export const DUE = new RegExp(
  `\\b(?:by|before|until|no later than|on|for|at) ((?:the )?(?:end of (?:the |this |next )?\\w+|(?:next |this )?${DAY}(?: \\w*(?:morning|afternoon|evening))?|tomorrow(?: \\w*(?:morning|afternoon|evening))?|tonight|(?:next|this) (?:week|month|meeting)|next meeting|${HOUR}|${DATE}))\\b|` +
    `\\b(tomorrow(?: (?:morning|afternoon|evening))?|today|tonight|this (?:week|afternoon|morning|evening|month|${DAY})|next (?:week|month|${DAY})|(?:within|in) (?:a|two|three|four|five|six|\\d+) (?:days?|weeks?))\\b`,
  'i',
)
/** "By when?", "When will it be done?" */
export const ASKS_WHEN = /^(by when|when|how soon|what's the deadline|what is the deadline)\b/
/** A date and nothing else, or that something is to be there by then. */
export const ONLY_DUE =
  /^((can|could) you do (it|that) |(you'll|you will|we'll|i'd like to|i need to) have (it|that|them) |(it|that) needs to be done |(it's|it is) due |(the )?deadline is |i('ll| will| can) do (that|it) )?(please )?(by|the end|before|on|no later than|within|tomorrow|today|next|this)\b/

export const NEXT_STEP =
  /\b(next (step|steps|meeting|time we|session|review)|follow up meeting|going forward|from here|meet again|meeting (is|will be) (on|at|in)|reconvene|(pick|take) (this|it) up (again|next|at))\b/

/** Printed. What opens a topic; its first group is the topic. */
export const AGENDA =
  /\b(?:(?:first|second|third|next|last) (?:item|topic|point|up|on the agenda)(?: on the agenda)?(?: today)?(?: is|,|:)|(?:moving|move|going) on to|turn(?:ing)? to|(?:let's|let us|want to|need to|here to) (?:talk about|discuss|start with|look at|go over)|agenda (?:today )?(?:is|are)|any other business(?:,|:)) (?:the |our |a |an )?([\p{L}\p{N}' -]+)/iu
