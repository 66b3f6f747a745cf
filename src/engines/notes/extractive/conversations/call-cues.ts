/**
 * How people on the telephone say what belongs in the notes of a call. Matched against plain words joined by single
 * spaces. Written here; conservative: what matches nothing is left out.
 */
/** What an agent would like to do, too. */
const OF_AGENT = 'verify|check|confirm|ask you|transfer|put|take|read|let|thank|help'

export const REASON = new RegExp(
  `\\b((i'm|i am|i was|i've been) (calling|ringing|phoning|trying|hoping|wondering|after|looking)|(call|called|calling|ring|ringing|phone|phoned) (about|because|to|regarding)|it's (about|regarding)|i (have|had|'ve got) (a|an|some) (problem|issue|question|query|complaint))\\b|` +
    `\\bi(('d| would) like| need| want| wanted) (to (?!${OF_AGENT})|a |an |some |help |my )\\w`,
)

/** What went wrong for whoever calls. */
export const TROUBLE =
  /\b(my \w+( \w+)? (stopped|broke|won't|doesn't|isn't|hasn't|never|is (broken|wrong|late|missing|faulty|locked))|i (can't|cannot|couldn't|never|haven't|didn't|still haven't) (log|get|got|find|open|use|access|receive|received|reach|pay|book|order|hear|heard|had)|i('ve| have) (been charged|lost|forgotten|run out|not (received|had))|(was|been|were) (charged|billed|overcharged)|i (ran out|lost|forgot)|you (turned|cancel+ed|charged|sent|told))\b/

/** Whoever answers this says why they call. */
export const OFFER =
  /\b(how (can|may|could) (i|we) (help|assist|direct)|what can (i|we) (do|help)|what do you want|what('s| is) (it regarding|the (problem|matter|trouble)|happened)|what seems to be|what are you calling about|can i help you)\b/

/** A greeting and a name give no reason. */
export const GREETS =
  /^((hi|hello|hey|good|morning|afternoon|evening|yes|yeah|thanks|thank you|please|is that|is this)\b(?!.*\b(about|because|want|need|my (?!name))\b)|.*\b(my name is|this is \w+( \w+)? (speaking|here|calling)$))/

const DONE =
  '(issued|refunded|booked|sent|cancel+ed|replaced|updated|changed|ordered|arranged|rescheduled|moved|corrected|removed|credited|reset|unlocked|unblocked|activated|reactivated|added|applied|processed|submitted|registered|renewed|extended|waived|reversed|scheduled|upgraded|downgraded|emailed|posted|reordered|repaired|confirmed|put (a|an|the|you|your|it|in|that|through)|set (up|it|you|your)|switched|taken (off|it|that)|closed|reopened|restored|released|forwarded|reported)'

export const RESOLVED = new RegExp(
  `\\b(resolved|fixed|sorted|all set|taken care of|(i|we)('ve| have)( now| just| already| also)* ${DONE}|(?<!not )(has|have) (now |just |already )*been ${DONE}|you('re| are) (now |all )*(booked|down for|registered|confirmed)|(that|it)('s| is|'s been)( all| now)* (done|booked|gone through|gone)|^((perfect|lovely|great|right|there) )*all (done|booked|sorted)|(is|are) (now )?(active|confirmed|unlocked|on (its|their|the) way))\\b`,
)
/** Whoever calls says so themselves. */
export const WORKS =
  /\b((it|that|this|everything)('s| is)? (now )?(works|working|back|back on|fixed|sorted)( again| now| fine)?|(it|that) (works|worked)|(i'm|i am) (back )?in (now|again)|got (it|them) now)\b/

/** What somebody is said to have said resolves nothing: "my doctor told me it was all taken care of". */
export const REPORTED = /\b(told|said|promised|thought|supposed|should|if|once|when|until)\b/

export const UNRESOLVED =
  /\b((can't|cannot|couldn't|unable to|not able to|won't be able to) (do|find|see|help|change|refund|cancel|issue|book|give|offer|access|resolve|fix|reach|replace|move|send|make|authori[sz]e)\b|(can't|cannot|couldn't) be (done|changed|moved|refunded|cancel+ed|fixed|replaced)|nothing (i|we) can do|(there is|there's|there are|we have|we've got|i have|i've got) (nothing|no \w+( \w+)?|none|not?) (left|available|free|until|today|this week|at the moment|i can|we can)|fully booked|we('re| are) full\b|still (not|waiting|doesn't|don't|hasn't|haven't|isn't|aren't|no)\b|isn't possible|not possible|(hasn't|haven't|not) been (resolved|fixed|sorted|refunded)|out of stock|sold out|(isn't|aren't|not|no longer) (available|covered|eligible|included)|(doesn't|don't|does not|do not|won't|will not) (cover|include|offer|accept|refund|replace|pay)|was (declined|rejected|refused|turned down)|against (our |the )?policy|too late (to|for)|don't have (access|the authority|permission)|you'll have to (call|go|contact|speak|ring|write|visit))/

export const PROMISED =
  /\b((i|we|she|he|they|someone|a colleague|(a|an|the|our) \w+)( team)?('ll| will)( also| then| now)? (call|phone|ring|send|email|text|post|refund|arrange|look into|get back|contact|check|follow|escalate|book|order|open|raise|credit|ask|pass|make sure|let you know|bring|deliver|come|visit|collect|pick|replace|fix|put|be in touch)|(i'm|we're|i am|we are) going to (do is )?(call|phone|send|email|refund|arrange|check|book|order|open|raise|submit|resubmit|transfer|ask|credit|post|replace|escalate|pass)|(will|should) ((be with|reach|get to|contact|call) you|arrive)|you('ll| will| should) (receive|get|hear|have))\b/

const SPELLED =
  '(?:(?:[a-z]{1,3} )?[a-z]{0,3}[-/]?\\d[\\w/-]*|[a-z]|zero|one|two|three|four|five|six|seven|eight|nine|oh)'

/** A number that can be quoted later; its first group is what was said as the number. */
export const REFERENCE_NUMBER = new RegExp(
  `\\b(?:reference|case|ticket|booking|confirmation|order|claim|complaint)(?: number| code| id)?(?: is| will be|'s)? (${SPELLED}(?: ${SPELLED})*)\\b`,
)

const COUNT =
  '(\\d[\\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand)'

/** Facts of what is sold or offered: prices, terms, what belongs to it and how long it lasts. */
export const PRODUCTS = new RegExp(
  '\\b(products?|no charge|charges?|packages?|price|costs?|fees?|warranty|guaranteed?|subscription|policy|device|model|offers?|cover(s|ed|age)?|premium|plan (costs?|includes?|covers?|is)|our \\w+ plan|' +
    `comes? (with|in)|includes?|included|lasts?|(waiting|trial|notice|minimum|contract|cooling off) (period|term)|free of charge|(free )?(delivery|shipping|trial) (is|takes|costs)|compatible|works with|discount|percent (off|for|more|less|extra)|minimum term|a (box|pack|bottle|month's|year's) \\w* ?(holds|has|contains|costs|supply)|(holds|contains|weighs|stores|takes up to|keeps for) (up to |about )?${COUNT}|` +
    `${COUNT} (pounds|dollars|euros|pence|cents|naira|shillings|rand|cedis|rupees)( \\w+)? (a|per|each|every|for)|refund(able)? within|return(ed|s)? within|money back|opening hours|(is|are) open (from|until|on|every))\\b`,
)

export const INSIGHTS =
  /\b(wish|would be (nice|better|good|great|easier|helpful)|(you|it|they) should (have|be|let|send|tell|allow)|easier|too (slow|expensive|long|hard|complicated|confusing)|missing|confusing|hard to (find|use|reach|understand)|can never|why (can't|don't) (i|you|we)|if only|an option to|i (really )?(don't|didn't|do not) like|i (hate|dislike))\b/

export const FEEDBACK =
  /\b(happy with|satisfied|unhappy|disappoint\w*|frustrat\w*|complain\w*|(great|good|excellent|bad|poor|terrible|awful) (service|experience|app|job)|recommend|(you|they|she|he|everyone)('ve| have| has| was| were)( been)? (very |so |really |most )?(helpful|kind|rude|great|unhelpful|patient)|(not|isn't|wasn't) (very )?happy|nobody (calls|called|rang|rings)( me)? back|out of (five|ten)|appreciate your help|not good enough)\b/
