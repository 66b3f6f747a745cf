import { findNames } from '../../../clinical/en/conditions.ts'
import { PROCEEDINGS } from '../../../clinical/en/cues.ts'
import { isOffer, refuses } from '../../../clinical/en/offers.ts'
import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'
import { findingAsked } from './compose/asked-finding.ts'
import { isSafetyNet, placeOfGrammar } from './place-by-grammar.ts'
import type { Claim } from './read-claims.ts'
import { saysEnough } from './says-enough.ts'

/** What no note leaves out whatever else it says: allergies, harm to oneself, pregnancy, refusals, habits. */
const ALWAYS =
  /\b(?:years?[- ]old (?:\w+ )?(?:man|woman|male|female|boy|girl|gentleman|lady)|allerg\w*|anaphyla\w*|intoleran\w*|react(?:s|ed)? (?:to|badly)|suicid\w*|self[- ]harm\w*|(?:ending|end|take|taking) (?:your|my|his|her|their) (?:own )?life|(?:harm|hurt|kill)\w* (?:yourself|myself|himself|herself|themselves|anybody|anyone|others)|pregnan\w*|the coil|contracepti\w*|last (?:menstrual )?period|smok\w+|cigarettes?|vap(?:e|es|ing)|alcohol|drinks? (?:a|per|every) \w+|(?:glasses|pints|units|bottles?) of|family history|(?:brings?|brought|comes?|came|broke) (?:\w+ )?(?:up|out) in|gives? (?:me|him|her) (?:a )?(?:rash|hives|spots)|resuscitat\w*|blood thinners?|worth living|(?:made|have|got) any plans|overdos\w+|took (?:some|all|a lot of|too many) (?:pills|tablets)|voices|hearing (?:or seeing )?things|joints?|cannabis|cocaine|heroin|coke any|cans? (?:a|every) (?:night|day)|drinking at all|any drugs)\b/
/** "I'd recommend a colonoscopy. – I don't want that." */
export const isRefused = ({ told: { sentences, answer } }: Claim): boolean =>
  sentences.some(({ said }) => isOffer(said)) &&
  answer.some((refused) => sentences.some(({ said }) => refuses(refused.said, said)))

/** True for what would harm most: an allergy, harm to oneself, a refusal, what the clinician thinks it is, where the patient is sent. */
export function isGrave(claim: Claim): boolean {
  const said = claim.words.join(' ')
  if (ALWAYS.test(said)) return true
  if (claim.isAnswered) return isRefused(claim)
  const place = placeOfGrammar(claim.told)
  return place === 'assessment' || (place === 'plan' && (SENDS.test(said) || isSafetyNet(said)))
}
const SENDS =
  /\b(?:drive|driving|dvla|must|refer\w*|admit\w*|send you|hospital|clinic|unit|a and e|a&e|casualty|999|nine nine nine|ambulance|crisis|urgent\w*|emergency)\b/

/** True for what harms when it is missing: an allergy, a dose, a denial, a refusal, a diagnosis, an order, when to come back. */
export function isCritical(claim: Claim): boolean {
  const said = claim.words.join(' ')
  if (ALWAYS.test(said)) return true
  if (claim.isAnswered && isRefused(claim)) return true
  if (claim.isAnswered && claim.told.says === 'no' && isOfFinding(claim)) return true
  const place = placeOfGrammar(claim.told)
  if (place === 'assessment') return true
  if (claim.words.some(isMedicine) && (claim.words.some(isNumber) || TAKES.test(said))) return true
  return place === 'plan' && (claim.words.some(isMedicine) || DECIDES.test(said)) && !claim.isAnswered
}

/** True for what a reader would miss whatever it scores. */
export function matters(claim: Claim, isShort = false): boolean {
  const said = claim.words.join(' ')
  if (isCritical(claim)) return true
  const place = placeOfGrammar(claim.told)
  if (isShort && isTold(claim)) return true
  if (claim.speaker === 'doctor' && !claim.isAnswered && namesDisease(said)) return true
  if (claim.speaker === 'patient' && !claim.isAnswered && findNames(said).length > 0) return true
  if (claim.isAnswered && claim.told.says === 'yes' && isOfFinding(claim)) return true
  if (isTeller(claim) && !claim.isAnswered && claim.words.some(isClinical) && WHEN.test(said)) return true
  if (isTeller(claim) && !claim.isAnswered && (COURSE.test(said) || LASTS.test(said))) return true
  const hasMedicine = claim.words.some(isMedicine)
  if (hasMedicine && (place === 'plan' || claim.speaker === 'doctor' || claim.words.some(isNumber) || TAKES.test(said)))
    return true
  if (place === 'plan' && /\b(?:do not|don't|never|avoid)\b/.test(said)) return true
  if (place === 'plan') return DECIDES.test(said) || claim.words.some(isClinical)
  return place === 'objective' || isOfFeature(claim, said)
}

/** A clinician who names a disease, there or not, says something of it. */
const namesDisease = (said: string) => findNames(said).some(({ condition }) => condition.sort !== 'symptom')

const isTeller = ({ speaker }: Claim) => speaker === 'patient' || speaker === 'other'

/** What makes it better or worse, how it comes and goes, what it keeps the patient from. */
const COURSE =
  /\b(?:(?:eases?|eased|helps?|helped|relieves?|settles?) (?:it|them|off|the pain|a bit|a little)|(?:it|that|which|they|nothing|rest|sitting|lying|standing|leaning) (?:\w+ )?(?:eases?|helps?|helped)|(?:better|worse|easier|bad|hurts?|comes? on|goes|sore|eases) (?:\w+ )?(?:when|if|at night|in the (?:mornings?|evenings?)|with|after|by the end)|(?:when|if|after) i (?:\w+ ){1,6}(?:it|they) (?:\w+ )?(?:hurts?|gets?|is|goes|eases|comes)|(?:gets?|got|getting|much|way) (?:way |much |a lot )?(?:worse|better)|comes? and goes?|wakes? me|keeps? me (?:up|awake)|can(?:not|'t) (?:sleep|lie|walk|work|lift|stand|sit|bend|reach|hear|see|swallow|breathe|move|get)|(?:lost|losing|put on|gained) (?:\w+ ){0,3}(?:weight|stones?|pounds?|kilos?|kgs?)|not (?:been )?sleeping|up (?:till|until|\w+ times)|off (?:his|her|their|my) food|hardly (?:eating|touching|sleeping))\b/
/** "It's been four days." */
const LASTS =
  /\bbeen (?:\w+ ){0,5}?(?:an?|a few|a couple of|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b/

/** When it was, or for how long. */
const WHEN =
  /\b(?:ago|yesterday|last (?:night|week|month|year|\w+day)|this (?:morning|week|month)|since|for (?:an?|about|the last|the past|\w+) ?\w* ?(?:days?|weeks?|months?|years?|hours?)|twice|once|times)\b/
const TAKES = /\b(?:take|takes|taking|took|on|using|use|stopped|started|prescribed|ran out|skip|forget|helps?|helped)\b/
const DECIDES =
  /\b(?:if|x-?ray|ct|mri|scan|ultrasound|echo\w*|ecg|ekg|bloods?|labs?|test|panel|culture|swab|biopsy|refer\w*|referral|physiotherapy|physical therapy|therapy|clinic|appointment|follow|weeks?|months?|tomorrow|days?|check\w*|admit\w*|admission|sample|swabs?|send|arrange|book|order|treat|review|monitor|repeat|antibod\w+|monday|tuesday|wednesday|thursday|friday|call|ring|come back|emergency|casualty|counsel\w*|vaccine|avoid|rest|fluids|diet|exercise|sleep|brace|splint|crutches|wean|taper|drive|driving|dvla|must|until|this (?:morning|afternoon|evening)|tonight|today|laser|surg\w+|operat\w+|drain\w*|inject\w*|stitch\w*|dressing|extract\w*|root canal|increase|decrease|reduce|stop|continue|start|refill)\b/

/** In a short recording little is beside the point: whatever a patient answers, and what he tells with a clinical word or a number. */
const isTold = ({ isAnswered, speaker, told, words }: Claim) =>
  isAnswered
    ? speaker !== 'patient' && !OF_MANNERS.test(told.sentences[0]?.said ?? '')
    : words.length > 3 &&
      ((speaker === 'patient' &&
        (words.some((word) => isClinical(word) || isNumber(word)) || WHEN.test(words.join(' ')))) ||
        (speaker !== 'unspecified' &&
          saysEnough(words) &&
          !OF_MANNERS.test(words.join(' ')) &&
          !PROCEEDINGS.test(words.join(' ')) &&
          hasClause(told)))

const hasClause = ({ sentences: [first] }: Claim['told']) =>
  first?.clauses.some(({ verb, subject }) => verb !== undefined && subject !== undefined) === true

/** What one asks of everybody, and of nobody's health. */
const OF_MANNERS =
  /\b(?:your (?:full |first |last )?(?:name|address|number|postcode)|date of birth|how are you|questions|anything else|is that (?:okay|all right)|make sense|weather|traffic|journey|parking|weekend|holidays?|football|match|game|tea|coffee|(?:hear|see) me|appointment|ready|mind if)\b|\b(?:normal|common|usual|natural|fine|okay|important|hard|easy) (?:to|that|for)\b/

/** True where a word is of the body, of treatment, of how somebody fares or lives: small talk has none. */
export const isOfHealth = ({ told: { sentences }, words }: Pick<Claim, 'told' | 'words'>): boolean =>
  words.some((word) => isClinical(word) || isMedicine(word) || isNumber(word)) ||
  sentences.some(({ text }) => findingAsked(text, true) !== undefined) ||
  isOfLiving(words)

/** Words of how somebody fares and lives. */
export const isOfLiving = (words: readonly string[]) => LIVING.test(words.join(' '))
const LIVING =
  /\b(?:ago|yesterday|today|taking|weeks?|months?|mornings?|nights?|left|right|worse|better|hurts?|ill|well|feel\w*|mood|bother\w*|periods?|works?|driv(?:e|es|ing)|working|job|lives?|living|married|divorced|retired|family|mother|father|brother|sister|stress\w*|walk\w*|exercis\w*|diet|eat\w*|drink\w*|sleep\w*|fell|fall|injur\w*|accident|doctor|hospital|test\w*|scan|normal|clear|problems?|issues?|trouble|water|waterworks|toilet|loo|wee|stools?|symptoms?|treatment|better|started|stopped|history|exam|chemist|over the counter|spray|cream|patch)\b/

/** "Any fever? – No.": asked and answered, there or not. */
export const asksFinding = (claim: Claim): boolean =>
  claim.isAnswered && claim.told.says !== undefined && isOfFinding(claim)

/** "How's your sleep?", "passing urine okay?": asked of every patient, and missed where it is left out. */
export const asksFunction = ({ isAnswered, speaker, told: { sentences } }: Claim): boolean =>
  isAnswered &&
  speaker === 'doctor' &&
  sentences.some(({ said, tokens }) => FUNCTIONS.test(said) && tokens.length <= 14)
const FUNCTIONS =
  /\b(?:mood|sleep(?:ing)?|appetite|eating|energy|weight|passing urine|waterworks|bowels?|concentration|wet nappies|feeding|breathing|moving okay)\b/

const isOfFinding = ({ told }: Claim) =>
  told.sentences.some(
    ({ said }) =>
      said.split(' ').some(isClinical) || findNames(said).length > 0 || findingAsked(said, true) !== undefined,
  )

/** When, where, how bad, what helps: of a symptom that was named. */
const isOfFeature = ({ told, isAnswered, speaker }: Claim, said: string) =>
  isAnswered &&
  speaker !== 'patient' &&
  /\b(?:how long|since when|when did|how often|how bad|scale|what makes|where (?:is|does)|which (?:side|hand|leg|arm|knee|foot|eye|ear|hip|shoulder|one|flank)|does it|did it|does (?:\w+ ){1,2}(?:bother|help|hurt|make|trigger|ease|relieve|worsen|bring)|what (?:tablets|medicines|medications|dose))\b/.test(
    said,
  ) &&
  told.answer.length > 0
