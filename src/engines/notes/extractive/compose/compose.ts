import { ASKS_ADVICE } from '../../../../clinical/en/cues.ts'
import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Pronouns } from '../../../../clinical/en/grammar/pronouns.ts'
import type { Referent } from '../../../../clinical/en/grammar/referents.ts'
import type { Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { formatTokens } from '../../../../clinical/en/grammar/tokens.ts'
import { isMedicine } from '../../../../clinical/en/terms.ts'
import type { Place } from '../../../../clinical/topic.ts'
import { withoutName } from '../find-problems.ts'
import { asOrder, isDecided, tellDecision } from './decision.ts'
import { tellExchange } from './exchange.ts'
import { perceivingOf, tellFinding } from './finding.ts'
import { finish } from './finish.ts'
import { tellFragment } from './fragment.ts'
import { isSound } from './is-sound.ts'
import { isOfVisit } from './of-the-visit.ts'
import { namesIllness, tellOpinion } from './opinion.ts'
import { plainSpeech } from './plain-speech.ts'
import { tellPrescription } from './prescription.ts'
import { tellClauses } from './tell.ts'

/** What was told in the words of a note: statements in the third person. */
export interface Composed {
  texts: string[]
  finding?: string
  isPresent?: boolean
  /** Whether it is told in the words that were said. */
  isQuoted?: boolean
}

/** Undefined where it cannot be told without its own words. */
export function compose(
  told: Told,
  place: Place,
  pronouns: Pronouns,
  referent: Referent | undefined,
): Composed | undefined {
  const [first] = told.sentences as [Sentence]
  const voice = voiceOf(first, place, pronouns, referent, told)
  const composed =
    told.answer.length > 0
      ? (tellAdvice(told, pronouns, referent) ??
        tellExchange(told, voice, voiceOf(wholeAnswer(told), 'subjective', pronouns, referent, told)))
      : toComposed(tellWhole(opened(first, place), place, voice))
  if (composed === undefined) return undefined
  if (composed.isQuoted) return composed
  const texts = composed.texts
    .map(asOrder)
    .map(finish)
    .filter((text) => text.split(' ').length > 1 && isSound(text))
  return texts.length > 0 ? { ...composed, texts: [...new Set(texts)] } : undefined
}

/** "No chest pain. I get short of breath.": who answers is known by all that he says. */
const wholeAnswer = ({ answer }: Told): Pick<Sentence, 'speaker' | 'text'> => ({
  speaker: answer[0]?.speaker ?? 'unspecified',
  text: answer.map(({ text }) => text).join(' '),
})

/** What the clinician answers to "should I stay at home?": "Yes, stay at home for three days." */
function tellAdvice(told: Told, pronouns: Pronouns, referent: Referent | undefined): Composed | undefined {
  const [question, answer] = [told.sentences[0], told.answer[0]]
  if (question === undefined || answer === undefined || !ASKS_ADVICE.test(question.spoken.toLowerCase()))
    return undefined
  const voice: Voice = { ...voiceOf(answer, 'plan', pronouns, referent, told), speaker: 'clinician' }
  return toComposed(tellWhole(plainSpeech(answer), 'plan', voice))
}

const toComposed = (texts: string[] | undefined): Composed | undefined => texts && { texts }

/** A problem that a decision turns to heads it: what is said of it is told. */
function opened(sentence: Sentence, place: Place): Sentence {
  const isDecided = place === 'assessment' || place === 'plan'
  const text = isDecided ? withoutName(sentence.text) : sentence.text
  const named = text.replace(OF_AGE, 'the patient is a $1').replace(WHO_PRESENTS, ', and the patient $1')
  const plain =
    named === sentence.text ? sentence : readSentence(named, { id: sentence.itemId, speaker: sentence.speaker })
  return plainSpeech(plain)
}

const WHO_PRESENTS = /,? who (presents?|comes?|came|is here|was seen|returns?)\b/i
/** "This is Ann Smith, a pleasant 65 year old woman who", "Brian is a 58 year old man with": who the patient is. */
const OF_AGE =
  /^(?:dear [\w. ]+, (?=(?:many )?thank))?(?:(?:(?:many )?thank(?:s| you)(?: very much)? for (?:referring|sending|asking me to see|seeing)(?: me)? this|i (?:saw|reviewed|met) this|and|so|okay|well|all right|hi|this is|today (?:i am|we are) seeing|i am seeing|he is|she is|the patient is|[\w.'-]+(?: [\w.'-]+)? is)[, ]+)+(?:[\w.'-]+ [\w.'-]+,? )?(?:is )?(?:an? )?((?:very )?(?:pleasant |nice |lovely |healthy )?[\w-]+(?: [\w-]+)?[- ]years?[- ]old\b)/i

/** The sentence; or those of its parts that stand by themselves, where it cannot be told as a whole. */
function tellWhole(sentence: Sentence, place: Place, voice: Voice): string[] | undefined {
  const orders = voice.speaker === 'clinician' ? partsOf(sentence, false) : []
  if (orders.length > 1 && orders.some((part, at) => tellsApart(plainSpeech(part), at))) {
    return tellParts(orders, place, voice)
  }
  const isLong = sentence.tokens.length > LONG
  const whole = isLong ? undefined : tellSentence(sentence, place, voice)
  if (whole?.map(finish).every(isSound)) return whole
  const parts = partsOf(sentence, isLong)
  if (isLong && parts.length < 2) return tellSentence(sentence, place, voice)
  return parts.length > 1 ? (tellParts(parts, place, voice) ?? whole) : whole
}

/** What can be told of the parts; nothing where one that forbids or depends on something cannot: the others say too little. */
function tellParts(parts: readonly Sentence[], place: Place, voice: Voice): string[] | undefined {
  const told = parts.map((part) => tellSentence(plainSpeech(part), place, voice))
  const untold = parts.filter((_, at) => told[at] === undefined)
  if (voice.speaker === 'clinician' && untold.some(({ said }) => BINDS.test(said) || saysMuch(said))) return undefined
  const all = told.flatMap((each) => each ?? [])
  return all.length > 0 ? all : undefined
}

/** A condition or a medicine is not left out of what is told. */
const saysMuch = (said: string) => namesIllness(said) || said.split(' ').some(isMedicine)

const BINDS = /\b(?:must|never|cannot|do not|should not|unless|until|avoid|stop)\b/

/** Who the patient is, what is said of the visit, and each order stand by themselves. */
const tellsApart = (part: Sentence, at: number) =>
  isOfVisit(part) ||
  (at > 0 && isDecided(part)) ||
  (at === 0 && /^the patient is an? .*\byears? old\b/.test(part.said.replaceAll('-', ' ')))

/** A sentence of more words and marks is told in parts. */
const LONG = 36
const LEAST_APART = 6
const LEAST_RUN_ON = 4

/**
 * What "and" and "so" join, each with a subject of its own or an order; what "but" turns stays whole. Of a long sentence,
 * every part that stands by itself: it was spoken without marks.
 */
function partsOf({ tokens, clauses, itemId, speaker }: Sentence, isLong: boolean): Sentence[] {
  const isConditional = clauses.some(({ opener }) => /^(?:if|unless)$/.test(opener ?? ''))
  if (!isLong && clauses.some(({ opener }) => /^(?:but|or|unless)$/.test(opener ?? ''))) return []
  if (!isLong && isConditional && HANGING.test(clauses[0]?.opener ?? '')) return []
  let last = 0
  const starts = clauses.flatMap(({ start, parent, subject, verb, opener }, at) => {
    const isFree =
      at > 0 && parent === undefined && (subject !== undefined || verb?.isBase === true) && !HANGING.test(opener ?? '')
    const isRunOn = opener === undefined && verb !== undefined && isOwn(tokens, subject, verb.end)
    const isJoined = /^(?:and|so)$/.test(opener ?? '') || tokens[start - 1]?.word === ',' || isRunOn
    const isOrderBehind = subject === undefined && /^(?:VERB|PART)$/.test(tokens[start - 1]?.pos ?? '')
    const least = isRunOn ? LEAST_RUN_ON : LEAST_APART
    // "Call me if it gets worse, and I will order a scan": another clause of the condition stays with it.
    if (isConditional && !isLong && !/^(?:i|we)$/.test(tokens[subject?.head ?? -1]?.word ?? '')) return []
    if (!isFree || isOrderBehind || !(isJoined || isLong) || start - last < least) return []
    last = start
    return [start]
  })
  const cuts = starts.filter((start, at) => !isOfCondition(clauses, starts[at - 1] ?? 0, start, tokens))
  return [0, ...cuts].map((start, at) => {
    const own = formatTokens(tokens.slice(start, cuts[at]))
      .replace(/^(?:(?:and|so|but|then|okay)\b[, ]*)+/i, '')
      .replace(/[\s,.]+$/, '')
    return readSentence(`${own}.`, { id: itemId, speaker })
  })
}

/** "If next week you're still not better, come back, see me": what is to be done stays with its condition, however long it is. */
function isOfCondition(clauses: Sentence['clauses'], from: number, to: number, tokens: Sentence['tokens']): boolean {
  const before = clauses.filter(({ start }) => start >= from && start < to)
  const next = clauses.find(({ start }) => start === to)
  const isHeld = before.some(({ opener }) => /^(?:if|unless|when|once)$/.test(opener ?? ''))
  const isDone = before.some(({ opener, subject, verb }) => subject && verb && !HANGING.test(opener ?? ''))
  const isTurned = /^(?:i|we)$/.test(tokens[next?.subject?.head ?? -1]?.word ?? '')
  return isHeld && (!isDone || (next?.subject === undefined && !isTurned))
}

/** "You have pain | you have some swelling": run together without a mark; "the pain you have" is one thing. */
const isOwn = (tokens: Sentence['tokens'], subject: { head: number } | undefined, behind: number) =>
  subject !== undefined &&
  tokens[subject.head]?.pos === 'PRON' &&
  /^(?:DET|NUM|ADJ|PRON|VERB|PART)$/.test(tokens[behind]?.pos ?? '')

const HANGING = /^(?:if|when|unless|because|although|while|since|that|which|who|or|whether|before|after|until)$/

function tellSentence(sentence: Sentence, place: Place, voice: Voice): string[] | undefined {
  if (isOfVisit(sentence)) return undefined
  if (voice.speaker !== 'clinician') return tellClauses(sentence, voice) ?? tellFragment(sentence, voice)
  if (place === 'objective' || perceivingOf(sentence)) return tellFinding(sentence, voice)
  if (place === 'plan' || isDecided(sentence)) return tellDecision(sentence, voice) ?? tellPrescription(sentence, voice)
  return tellOpinion(sentence, voice) ?? tellPrescription(sentence, voice) ?? tellFragment(sentence, voice)
}

function voiceOf(
  { speaker, text }: Pick<Sentence, 'speaker' | 'text'>,
  place: Place,
  pronouns: Pronouns,
  referent: Referent | undefined,
  { antecedents }: Told,
): Voice {
  const named = antecedents.named && `the patient's ${antecedents.named.person}`
  return {
    speaker: SPEAKERS[speaker] ?? (place === 'subjective' ? guess(text) : 'clinician'),
    pronouns,
    referent,
    named,
  }
}

const SPEAKERS: Record<string, Voice['speaker']> = { patient: 'patient', doctor: 'clinician', other: 'other' }
/** Where nobody knows who speaks, "I" and "my" without "you" is how a patient tells of himself. */
const guess = (text: string): Voice['speaker'] =>
  /\b(?:i|me|my)\b/i.test(text) &&
  !/\byou(?:r)?\b/i.test(text) &&
  !/\b(?:i will|i would like to|i am going to|let us)\b/i.test(text)
    ? 'patient'
    : 'clinician'
