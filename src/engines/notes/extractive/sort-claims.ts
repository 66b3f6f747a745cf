import { findNames } from '../../../clinical/en/conditions.ts'
import { mentionsIn } from '../../../clinical/en/facts/mentions.ts'
import { relativesIn } from '../../../clinical/en/relatives.ts'
import { isClinical } from '../../../clinical/en/terms.ts'
import { OBJECTIVE_TOPICS, PLAN_TOPICS, SUBJECTIVE_TOPICS } from '../../../clinical/en/topics.ts'
import { isNegator, isNumber } from '../../../clinical/en/words.ts'
import type { Place, Topic } from '../../../clinical/topic.ts'
import { placeOfCues } from './cue-place.ts'
import { asksFinding, asksFunction, isCritical, isGrave, isOfHealth, isRefused, matters } from './matters.ts'
import { nameTopic } from './name-topic.ts'
import { placeOfGrammar } from './place-by-grammar.ts'
import { type NotePart, placeClaims } from './place-claims.ts'
import { placeOfPatient } from './place-of-patient.ts'
import type { Claim } from './read-claims.ts'
import { isLoose, saysEnough } from './says-enough.ts'
import type { TopicalClaim } from './topical-claim.ts'
import { findExamined } from './while-examining.ts'

/** From these log-odds on a claim is written down; what a cue knows may be less sure. Concepts of ACI-BENCH's training part were found best so. */
const LEAST = -1.3
const LEAST_WITH_CUE = -9
/** Where notes are brief, what is beside the point must be likelier; PriMock57's development notes were read with these. */
const LEAST_WHERE_BRIEF = 2
const LEAST_WITH_CUE_WHERE_BRIEF = 1
/** What matters is written there from these on, and what was asked and answered; what harms when it is missing always. */
const LEAST_OF_CRITICAL = -6
const LEAST_OF_ANSWERS = -4
const LEAST_THAT_MATTERS = -2
/** A recording with fewer claims is short: what a cue knows in it is written down, and nothing else is guessed at. */
export const SHORT = 30
const LEAST_IN_SHORT = 0.3

/** What names nothing of health is small talk below these log-odds. */
const LEAST_OF_TALK = -0.3

const OF_ONESELF = /^(i|i'm|i've|i'd|my)\b/
/** Where in the conversation an opinion may be the clinician's although nothing was examined yet. */
const LATE = 0.4

/** The claims that a note needs, in the order in which they were said. Greetings, small talk and repetitions are left out. */
export function sortClaims(claims: readonly Claim[], isBrief = false): TopicalClaim[] {
  const placed = placeClaims(claims)
  const examined = findExamined(claims)
  const seen = new Set<string>()
  const reason = claims.find(isReason)
  let isExamined = false
  const sorted = claims.flatMap((claim, at): TopicalClaim[] => {
    const { part, inNote } = placed[at] ?? { part: 'history', inNote: 0 }
    const isExamining = examined.has(claim)
    const cued = placeOfGrammar(claim.told) ?? (isExamining ? 'objective' : placeOfCues(claim))
    const isShort = claims.length < SHORT
    const ofPatient = placeOfPatient(claim)
    const isChosen = isBrief && !isShort ? mattersWhereBrief(claim, inNote) : matters(claim, isShort)
    const isKept =
      ofPatient !== undefined ||
      isChosen ||
      isExamining ||
      isSeen(claim) ||
      claim === reason ||
      isOfReason(claim, reason)
    const least = leastOf(claims.length, cued, isBrief)
    if (
      seen.has(claim.text) ||
      (!isKept && (inNote < least || !saysEnough(claim.words) || (inNote < LEAST_OF_TALK && !isOfHealth(claim))))
    )
      return []
    const isEarly = at < LATE * claims.length && !isExamined
    const topical = { claim, ...(ofPatient ?? placeWithTopic(part, claim, cued)) }
    if (isBrief && !isKept && topical.place === 'plan' && !matters(claim)) return []
    if (!isKept && (isAside(topical) || isFragment(topical) || (isEarly && isGuess(topical)))) return []
    isExamined ||= topical.place === 'objective'
    seen.add(claim.text)
    return [topical]
  })
  return nameTopic(claims, nameComplaint(sorted))
}

/** The first that a patient tells of what ails him. */
const isReason = ({ speaker, isAnswered, words, told }: Claim) =>
  speaker === 'patient' &&
  !isAnswered &&
  words.length > 3 &&
  words.some(isClinical) &&
  !isNegator(words[0] ?? '') &&
  told.sentences.some(({ clauses }) => clauses.some(({ verb }) => verb !== undefined))

/** What the patient tells in the same breath as why he came: "I'm flooding. I'm changing every hour." */
const isOfReason = (claim: Claim, reason: Claim | undefined) =>
  reason !== undefined &&
  !claim.isAnswered &&
  claim.speaker === reason.speaker &&
  claim.evidence.at(-1) === reason.evidence[0] &&
  claim.words.length > 2 &&
  saysEnough(claim.words)

/** Where notes are brief, what harms when it is missing, and what else matters where it is likely to be written down. */
const mattersWhereBrief = (claim: Claim, inNote: number) =>
  asksFinding(claim) ||
  asksFunction(claim) ||
  isGrave(claim) ||
  (isAskedOfPatient(claim) && inNote > LEAST_OF_ANSWERS) ||
  (isCritical(claim) && inNote > LEAST_OF_CRITICAL) ||
  (matters(claim) && inNote > LEAST_THAT_MATTERS)

/** What the clinician asked of health, and was told. */
const isAskedOfPatient = (claim: Claim) =>
  claim.isAnswered && claim.speaker === 'doctor' && claim.told.answer[0]?.speaker !== 'doctor' && isOfHealth(claim)

function leastOf(count: number, cued: Place | undefined, isBrief: boolean): number {
  if (count < SHORT) return cued ? Number.NEGATIVE_INFINITY : LEAST_IN_SHORT
  if (isBrief) return cued ? LEAST_WITH_CUE_WHERE_BRIEF : LEAST_WHERE_BRIEF
  return cued ? LEAST_WITH_CUE : LEAST
}

/** Where it was decided, words without a sentence still name the problem: "for your first problem, the heart failure". */
const isFragment = ({ claim, place }: TopicalClaim) =>
  (place === 'subjective' || place === 'objective') && !claim.isAnswered && isLoose(claim.words)

/** A doctor tells of himself. */
const isAside = ({ claim, place }: TopicalClaim) =>
  place === 'subjective' && claim.speaker === 'doctor' && !claim.isAnswered && OF_ONESELF.test(claim.words.join(' '))

/** "I think it is my stomach", from nobody knows whom, before anyone has looked. */
const isGuess = ({ claim, place }: TopicalClaim) =>
  place === 'assessment' && claim.speaker === 'unspecified' && OF_ONESELF.test(claim.words.join(' '))

/** The first thing that is told without being asked is why the patient came. */
function nameComplaint(sorted: readonly TopicalClaim[]): TopicalClaim[] {
  const told = sorted.filter(
    ({ place, topic, claim }) =>
      place === 'subjective' &&
      !claim.isAnswered &&
      placeOfPatient(claim) === undefined &&
      topic !== 'family_history' &&
      topic !== 'allergies',
  )
  const reason = told.find(({ claim }) => claim.words.some(isClinical) && !isNegator(claim.words[0] ?? '')) ?? told[0]
  return sorted.map((each) => (each === reason ? { ...each, topic: 'complaint' } : each))
}

/** What was learned where it says more than "history". */
const TOPICS: Partial<Record<NotePart, Topic>> = {
  past: 'past_medical_history',
  surgical: 'past_surgical_history',
  social: 'social_history',
  medications: 'medications',
}
/** Topics that their own words tell better than what was learned. */
const TOLD_BY_WORDS: readonly Topic[] = [
  ...['allergies', 'immunizations', 'family_history', 'past_obstetric_history', 'mental_health'],
] as Topic[]

function placeWithTopic(part: NotePart, claim: Claim, cued: Place | undefined): { place: Place; topic: Topic } {
  const said = claim.words.join(' ')
  if (IS_PAST_HISTORY.test(said) && !claim.isAnswered) return { place: 'subjective', topic: 'past_medical_history' }
  if (isRefused(claim)) return { place: 'plan', topic: 'advice' }
  if (isOfFamily(claim)) return { place: 'subjective', topic: 'family_history' }
  const place =
    isTold(claim, cued) || isOfPatient(claim) ? 'subjective' : isYetToCome(claim) ? 'plan' : placeOf(part, cued, claim)
  if (place === 'assessment') return { place, topic: 'assessment' }
  if (place === 'plan') return { place, topic: firstThatFits(PLAN_TOPICS, said) ?? 'advice' }
  if (place === 'objective') return { place, topic: topicOfFinding(part, said) }
  const cue = firstThatFits(SUBJECTIVE_TOPICS, said)
  return { place, topic: cue && TOLD_BY_WORDS.includes(cue) ? cue : (TOPICS[part] ?? cue ?? 'history') }
}

/** "You have a past medical history of hypertension." */
const IS_PAST_HISTORY = /\b(?:past|prior|previous) medical history (?:of|is|includes)\b/

const HAS =
  /\b(?:my|your|his|her) (?:\w+ )?\w+ (?:has|had|got|suffers?|suffered|died|was diagnosed|is on)\b(?! (?:a (?:car|house|dog|birthday)|been|to|built|moved|come|gone))/

/** Somebody of the family has or had what is named. */
const isOfFamily = ({ told, words }: Claim) =>
  (relativesIn(words.join(' ')).some(({ key }) => key !== 'family') && HAS.test(words.join(' '))) ||
  mentionsIn([told], (said) => findNames(said).map(({ condition, ...place }) => ({ named: condition, ...place }))).some(
    ({ person }) => !/^(?:patient|clinician|other)$/.test(person),
  )

/** A patient tells, whatever his words look like; what he asks, the clinician decides. */
const isTold = ({ speaker, isAnswered }: Claim, cued: Place | undefined) =>
  speaker === 'patient' && !(isAnswered && cued !== 'subjective')

/** "You'll have stitches for two weeks", a clinician says of what is to come. */
const isYetToCome = ({ speaker, isAnswered, told }: Claim) =>
  speaker === 'doctor' && !isAnswered && /\b(?:you|they|we|i) will\b/.test(told.sentences[0]?.said ?? '')

/** What a patient answers is no plan and no opinion of the clinician, wherever in the visit he is asked. */
const isOfPatient = ({ speaker, isAnswered, told }: Claim) =>
  isAnswered &&
  speaker !== 'patient' &&
  told.answer[0]?.speaker !== 'doctor' &&
  !ON_EXAMINATION.test(told.sentences[0]?.said ?? '')
const ON_EXAMINATION = /\b(?:press\w*|push\w*|tender\w*|touch\w*|here|this|that hurt)\b/

/** "It looks like your EKG is completely normal." */
const IS_RESULT =
  /\b(?:ekg|ecg|x-?rays?|mri|ct|echo\w*|ultrasound|labs?|blood work|scan)\b(?: \w+){0,3} (?:is|are|was|were|looks?|looked|came back|comes back)(?: \w+){0,2} (?:normal|good|fine|clear|stable|unremarkable|negative|positive)\b/

/**
 * What was decided is a plan when its words say what will be done, and else what the clinician thinks. What was learned
 * as history is a finding or a plan where its words say so, unless the patient says them.
 */
function placeOf(part: NotePart, cued: Place | undefined, claim: Claim): Place {
  if (claim.speaker === 'doctor' && !claim.isAnswered && cued !== 'plan' && IS_RESULT.test(claim.words.join(' ')))
    return 'objective'
  if (part === 'assessment') return cued === 'plan' || cued === 'objective' ? cued : 'assessment'
  const isFound = part === 'vitals' || part === 'exam' || part === 'results'
  if (isFound) return cued === 'plan' ? cued : isToBe(claim) ? 'assessment' : 'objective'
  return cued ?? (isSeen(claim) ? 'objective' : 'subjective')
}

/** "You need to be seen", "we can have another look": nothing was found. */
const isToBe = ({ speaker, told, words }: Claim) =>
  speaker === 'doctor' &&
  !words.some(isNumber) &&
  /\b(?:needs? to|should|would|could|(?:we|i) can|might|going to|worried)\b/.test(told.sentences[0]?.said ?? '')

const SEEN =
  /\b(?:clear|clean|normal|tender|swollen|soft|red|inflamed|enlarged|reduced|raised|crowded|healing|infected|high|low|elevated|positive|negative|stable|borderline|blocked|pale|dry|firm|hard|mobile|fixed|smooth|swelling|lump|symmetrical|intact|regular|irregular)\b/
const TEST =
  /\b(?:x ?-?rays?|scans?|mri|ct|ultrasound|ecg|ekg|echo|bloods?|swabs?|biopsy|dipstick|spirometry|urine|smear)\b/

/** "The lower left six is tender to percussion", "the X-ray shows a dark area": a clinician tells the patient what he sees. */
const isSeen = ({ speaker, isAnswered, words, told: { sentences } }: Claim) => {
  const [first] = sentences
  return (
    speaker === 'doctor' &&
    !isAnswered &&
    first !== undefined &&
    !words.some((word) => /^(?:i|we|if|my)$/.test(word)) &&
    // "It's very normal to have a rash" was seen nowhere.
    !/\b(?:normal|common|hard) (?:to|that|for)\b/.test(words.join(' ')) &&
    !/^(?:you|he|she|they)$/.test(first.tokens[first.clauses[0]?.subject?.head ?? -1]?.word ?? '') &&
    first.clauses.some(
      ({ verb }) =>
        verb && !verb.isPast && verb.modals.length === 0 && /^(?:be|show|look|sound|feel|have)$/.test(verb.lemma),
    ) &&
    (SEEN.test(words.join(' ')) ||
      (!words.includes('your') && (words.some((word) => isClinical(word)) || TEST.test(words.join(' ')))))
  )
}

/** "Your lower extremities show a trace of edema" was seen; an ejection fraction was measured elsewhere. */
const OF_BODY =
  /^(?:(?:and|so|okay|now|alright) )*(?:on )?(?:your|the|both) (?:\w+ )?(?:extremit\w+|legs?|ankles?|lungs?|heart|abdomen|belly|neck|skin|throat|arms?|hands?|feet|eyes?|ears?|pupils?)\b(?! (?:rate|x-?ray|ultrasound|scan|mri|ct|results?))/
const OF_ECHO =
  /\b(?:ejection fraction|regurgitation|diastolic (?:filling|dysfunction)|(?:mitral|aortic|tricuspid) stenosis)\b/

function topicOfFinding(part: NotePart, said: string): Topic {
  const cue = firstThatFits(OBJECTIVE_TOPICS, said)
  if (OF_BODY.test(said)) return 'examination'
  if (OF_ECHO.test(said)) return cue === 'imaging' ? cue : 'labs'
  if (part !== 'results') return cue === 'vitals' ? cue : part === 'vitals' ? 'vitals' : 'examination'
  return cue === 'imaging' ? cue : 'labs'
}

function firstThatFits(cues: readonly (readonly [Topic, RegExp])[], said: string): Topic | undefined {
  return cues.find(([, cue]) => cue.test(said))?.[0]
}

/** The claims of one place. */
export const claimsOf = (sorted: readonly TopicalClaim[], place: Place) =>
  sorted.filter((each) => each.place === place).map(({ claim }) => claim)
