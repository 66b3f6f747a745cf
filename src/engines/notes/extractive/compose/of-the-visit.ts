import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { isMedicine } from '../../../../clinical/en/terms.ts'

/** What is said of the visit itself, and of nobody's health: a note leaves it out. */
export const isOfVisit = ({ said, speaker }: Pick<Sentence, 'said' | 'speaker'>): boolean =>
  ASSENT.test(said) ||
  (speaker !== 'patient' && OF_VISIT.some((form) => form.test(said)) && !ORDERS.test(said)) ||
  (MANOEUVRE.test(said) && isExamining({ said, speaker }))

/** What the patient is to do or tell while he is examined; the exercises that he is to do at home are a plan. */
export const isManoeuvre = (sentence: Pick<Sentence, 'said' | 'speaker'>): boolean =>
  (MANOEUVRE.test(sentence.said) || WHEN_PRESSED.test(sentence.said)) && isExamining(sentence)

const isExamining = ({ said, speaker }: Pick<Sentence, 'said' | 'speaker'>) =>
  speaker !== 'patient' && !AT_HOME.test(said) && !said.split(' ').some(isMedicine)

/** "That is right." tells nothing. */
const ASSENT =
  /^(?:that|it|this) (?:is|was|sounds|makes|will be|would be) (?:all )?(?:right|correct|true|fine|good|great|okay|it|perfect|sense|awesome|exactly|wonderful)\b(?: \w+)?$/

const SO = '^(?:(?:and|so|now|then|okay|alright|all right|well|but|next|first|also|right|good|great) )*'
/** What is about to be done: "I feel pain in my knee" is told, "let me feel your knee" is not. */
const DOES =
  '(?:let me|let us|(?:i am|we are|am|are) (?:just |also )*(?:going to|gonna)|(?:i|we) (?:will|can)|(?:i|we) (?:do )?(?:just |also )*(?:want|need|would like) to|(?=take a (?:look|listen)))(?: (?:just|also|quickly|be|go ahead and|go ahead))* ?'
const OF_VISIT: RegExp[] = [
  /^(?:there,? )?(?:i am|this is|my name is) (?:dr|doctor|nurse|professor|mr|mrs|ms)\b/,
  new RegExp(
    `${SO}${DOES}(?:do|perform|take|have|get|check|examine|listen|press|look|feel|talk|go over|review|discuss|touch|tap|see how|show|pull up|bring up|put some resistance|move|hold)\\b.*\\b(?:exam|examination|look|listen|here|results?|plan|assessment|resistance|you out|notes?|chart|back in|in touch|questions?|a second|heart|lungs?|knee|elbow|abdomen|belly|wrist|that|things|records?|x-?rays?|about it)$`,
  ),
  new RegExp(
    `${SO}(?:let me|let us|i will|i am going to|we will|we can)(?: just| go ahead and)* (?:see|talk|discuss|know|look|go over|get started|move on|start with|go from there|let you know|leave you)\\b(?: [\\w'-]+){0,14}$`,
  ),
  new RegExp(
    `${SO}(?:i|we) (?:will|am going to|are going to|want to) (?:be in touch|let you know|go from there|see how|see what|figure|be right back|get you (?:out|on your way)|talk)\\b`,
  ),
  new RegExp(`${SO}(?:here|there) (?:is|are) (?:your|the|my) (?:\\w+ )?(?:results?|instructions?|paperwork)`),
  /^(?:today )?i am seeing\b/,
  new RegExp(
    `${SO}(?:i am|we are) (?:just |now |also )*(?:examining|listening|looking|feeling|pressing|palpating|checking)\\b(?!.*\\b(?:and|there|with|no|some|any)\\b)`,
  ),
  /\b(?:proceed to (?:the |an )?examination|(?:run|go) through (?:a few|some|a couple of)\b|yes (?:or )?no questions|if i understand|the story is|review of (?:the|your|my) systems|come this far|bear with me)\b/,
  /^(?:\w+,? ){0,3}come (?:on )?(?:in|through)\b(?! (?:if|when|straight|at once))|\b(?:(?:have|take|grab) a seat|sit (?:yourself )?down|mind the step)\b/,
  /\blet me just ask\b|\b(?:going|go) (?:ahead )?(?:and )?call(?:ing)? out\b|\bi was (?:just )?going to ask\b|^start again\b/,
  /\bgoing to (?:take a )?peek\b/,
  /\b(?:leave|leaving|paste|put|drop) (?:\w+ ){0,4}(?:number|link|leaflet|information)s?\b(?:.*\b(?:notes|consultation|appointment)\b)?|\btake a step back\b|\bexplain what is\b|\bend the (?:call|conversation)\b|\b(?:put|set) (?:your |my )?mind (?:at|to) (?:rest|ease)\b|\b(?:should|will) be able to help\b|\binformation at (?:your |the )?hands?\b|\bwrap(?:s|ping)? up\b|\bsend (?:that|this|it) all through\b|\bto recap\b|\bfocus on (?:your|the) \w+ first\b/,
  /\bplease summari[sz]e\b|^in the (?:plan|assessment|history),? include\b|\binclude (?:our|my) discussion\b/,
  // "For your second problem, your diabetes" heads what follows.
  /^(?:(?:so|now|and|then|lastly|okay) )*for (?:your|the) (?:first|second|third|fourth|next|last|other|main) (?:problem|issue|diagnosis|concern)(?: (?!(?:i|we|you|let|it|is|are|will|want)\b)[\w'-]+){0,6}$/,
  new RegExp(
    `${SO}(?:my|the) (?:nurse|assistant|front desk|staff|team)\\b.*\\b(?:will be in|come in|be in with|help you|check you out|set up)`,
  ),
  /\b(?:(?:nice|good|great|glad|happy) to (?:see|meet|have|hear)|glad (?:you|that you) came|how are you|have a (?:great|good|nice)|take care|see you (?:then|soon|next time)|thank you|thanks|you(?: are)? welcome|review of systems (?:sheet|form)|date of birth|a (?:little |long )?while (?:since )?(?:i|we|the clinician) (?:have )?(?:last )?(?:seen|saw)|long time no see|sounds? like a plan|any (?:other )?questions|physical exam template|sorry to hear|good news|bad news is|we have (?:our|a) plan|document|dictat\w+|off the record|halloween|christmas|thanksgiving|weather|happy birthday|vacation|tell me (?:more|about|what)|be happy to|(?:you|you can) sit up|not going to like|does (?:that|this) (?:sound|make)|i (?:know|see|heard|understand) that$|my notes?$|the (?:game|super bowl|playoffs))\b/,
]
/** What is ordered in the same breath stays. */
const ORDERS =
  /\b(?:order(?:ing)?|prescrib\w+|start(?:ing)? (?:you|on)|refer|increas\w+|decreas\w+|stop|continue|sleep|weeks?|months?|mg|milligrams?|presents?|diagnosed)\b/

const MOVES =
  '(?:flex|extend|bend|straighten|raise|lift|turn|rotate|twist|push|pull|squeeze|grip|press|lay|lie|sit|stand up|walk (?:for|over)|open|close|follow|look|take (?:a|some)? ?(?:deep|big)|breathe|rest your|put your|place your|touch|make a fist|wiggle|hold (?:it|still|your|out|on)|move|relax|say|stick|resist|hop|point|show|lean|step|scoot|roll)'
const MANOEUVRE = new RegExp(
  `${SO}(?:(?:[\\w ]{0,30}\\b(?:have|like|want|need|ask) you (?:to )?|(?:can|could) you |if you (?:can|could|would) |you can ))?(?:just |please |go ahead and )*${MOVES}\\b`,
)
const WHEN_PRESSED =
  /\b(?:when|if|where|while) (?:i|you) (?:am |are )?(?:press\w*|push\w*|touch\w*|squeez\w*|tap\w*|do (?:that|this|it)|bend\w* (?:it|that|this)|move (?:it|that|this)|lift\w* (?:it|that)|turn\w* (?:it|that)|press here)\b|(?<!\b(?:where|when|how|why) )\b(?:is|does) (?:that|this|it) (?:hurt|painful|tender|sore|okay|uncomfortable)\b(?: at all)?(?: there| here)?$/
const AT_HOME =
  /\b(?:at home|every|daily|times|twice|once|a day|minutes|weeks?|days|months?|exercises?|avoid|rest(?:ing)?|elevat\w+|weight|as tolerated|until|next|appointment|referral|off the|up to)\b/
