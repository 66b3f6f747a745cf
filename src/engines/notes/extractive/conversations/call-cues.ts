/**
 * How people on the telephone say what belongs in the notes of a call. Matched against plain words joined by single
 * spaces. Written here; conservative: what matches nothing is left out.
 */
/** What an agent would like to do, too. */
const OF_AGENT = 'verify|check|confirm|ask you|transfer|put|take|read|let|thank|help'

export const REASON = new RegExp(
  `\\b((i'm|i am|i was|i've been) (calling|ringing|phoning|trying)|(call|called|calling|ring|ringing) (about|because|to|regarding)|i (have|had|'ve got) (a|an|some) (problem|issue|question|query|complaint))\\b|` +
    `\\bi(('d| would) like| need| want| wanted) to (?!${OF_AGENT})\\w`,
)

/** Whoever answers this says why they call. */
export const OFFER = /\b(how (can|may) i (help|assist)|what can i do for you|what do you want)\b/

export const RESOLVED =
  /\b(resolved|fixed|sorted|all set|taken care of|(i|we)('ve| have)( now| just| already)? (issued|refunded|booked|sent|cancel+ed|replaced|updated|changed|ordered|arranged|rescheduled|moved|corrected|removed|credited)|(?<!not )(has|have) been (issued|refunded|booked|sent|cancel+ed|replaced|updated|changed|rescheduled|corrected|removed|credited)|you('re| are) (now )?booked)\b/

/** What somebody else is said to have said resolves nothing: "my doctor told me it was all taken care of". */
export const REPORTED = /\b(told|said|promised|thought|supposed|should)\b/

export const UNRESOLVED =
  /\b((can't|cannot|couldn't|unable to|not able to|won't be able to) (do|find|see|help|change|refund|cancel|issue|book|give|offer|access|resolve|fix|reach)\b|(can't|cannot|couldn't) be (done|changed|moved|refunded|cancel+ed|fixed)|nothing (i|we) can do|fully booked|we('re| are) full\b|still (not|waiting|doesn't|don't|hasn't|haven't|isn't|aren't|no)\b|isn't possible|not possible|(hasn't|haven't|not) been (resolved|fixed|sorted|refunded))/

export const PROMISED =
  /\b((i|we|she|he|they|someone|a colleague|the \w+)( team)?('ll| will)( also| then| now)? (call|phone|ring|send|email|text|post|refund|arrange|look into|get back|contact|check|follow|escalate|book|order|open|raise|credit|ask|pass|make sure|let you know)|(i'm|we're|i am|we are) going to (do is )?(call|phone|send|email|refund|arrange|check|book|order|open|raise|submit|resubmit|transfer|ask)|will (be with|reach|get to|contact|call) you|you('ll| will) (receive|get|hear))\b/

const SPELLED =
  '(?:(?:[a-z]{1,3} )?[a-z]{0,3}[-/]?\\d[\\w/-]*|[a-z]|zero|one|two|three|four|five|six|seven|eight|nine|oh)'

/** A number that can be quoted later; its first group is what was said as the number. */
export const REFERENCE_NUMBER = new RegExp(
  `\\b(?:reference|case|ticket|booking|confirmation|order|claim|complaint)(?: number| code| id)?(?: is| will be|'s)? (${SPELLED}(?: ${SPELLED})*)\\b`,
)

export const PRODUCTS =
  /\b(products?|no charge|charges?|packages?|price|costs?|fees?|account|warranty|subscription|policy|device|model|offers?|cover(s|ed|age)?|premium|plan (costs?|includes?|covers?|is)|our \w+ plan)\b/

export const INSIGHTS =
  /\b(wish|would be (nice|better|good|great|easier|helpful)|(you|it|they) should (have|be|let|send|tell|allow)|easier|too (slow|expensive|long|hard|complicated|confusing)|missing|confusing|hard to (find|use|reach|understand)|can never|why (can't|don't) (i|you|we)|if only|an option to)\b/

export const FEEDBACK =
  /\b(happy with|satisfied|unhappy|disappoint\w*|complain\w*|(great|good|excellent|bad|poor|terrible) (service|experience)|recommend|(you|they|she|he|everyone)( have|'ve| has| was| were)( been)? (very |so |really )?(helpful|kind|rude|great|unhelpful)|(not|isn't|wasn't) (very )?happy|nobody (calls|called|rang|rings)( me)? back|out of (five|ten)|appreciate your help|not good enough)\b/
