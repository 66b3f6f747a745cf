import { ASKS_ADVICE } from '../../../../clinical/en/cues.ts'
import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Pronouns } from '../../../../clinical/en/grammar/pronouns.ts'
import type { Referent, Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { formatTokens } from '../../../../clinical/en/grammar/tokens.ts'
import type { Place } from '../cue-place.ts'
import { withoutName } from '../find-problems.ts'
import { isDecided, tellDecision } from './decision.ts'
import { tellExchange } from './exchange.ts'
import { perceivingOf, tellFinding } from './finding.ts'
import { finish } from './finish.ts'
import { tellFragment } from './fragment.ts'
import { tellOpinion } from './opinion.ts'
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
        tellExchange(told, voice, voiceOf(told.answer[0] as Sentence, 'subjective', pronouns, referent, told)))
      : toComposed(tellWhole(opened(first, place), place, voice))
  if (composed === undefined) return undefined
  if (composed.isQuoted) return composed
  const texts = composed.texts.map(finish).filter((text) => text.split(' ').length > 1)
  return texts.length > 0 ? { ...composed, texts: [...new Set(texts)] } : undefined
}

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
  const plain =
    text === sentence.text ? sentence : readSentence(text, { id: sentence.itemId, speaker: sentence.speaker })
  return plainSpeech(plain)
}

/** The sentence; or those of its parts that stand by themselves, where it cannot be told as a whole. */
function tellWhole(sentence: Sentence, place: Place, voice: Voice): string[] | undefined {
  const isLong = sentence.tokens.length > LONG
  const whole = isLong ? undefined : tellSentence(sentence, place, voice)
  if (whole !== undefined) return whole
  const parts = partsOf(sentence, isLong)
  if (isLong && parts.length < 2) return tellSentence(sentence, place, voice)
  const told = parts.length > 1 ? parts.flatMap((part) => tellSentence(plainSpeech(part), place, voice) ?? []) : []
  return told.length > 0 ? told : undefined
}

/** A sentence of more words and marks is told in parts. */
const LONG = 36
const LEAST_APART = 6

/**
 * What "and" and "so" join, each with a subject of its own or an order; what "but" turns stays whole. Of a long sentence,
 * every part that stands by itself: it was spoken without marks.
 */
function partsOf({ tokens, clauses, itemId, speaker }: Sentence, isLong: boolean): Sentence[] {
  if (!isLong && clauses.some(({ opener }) => /^(?:but|or|unless|if)$/.test(opener ?? ''))) return []
  let last = 0
  const starts = clauses.flatMap(({ start, parent, subject, verb, opener }, at) => {
    const isFree =
      at > 0 && parent === undefined && (subject !== undefined || verb?.isBase === true) && !HANGING.test(opener ?? '')
    const isJoined = /^(?:and|so)$/.test(opener ?? '') || tokens[start - 1]?.word === ','
    if (!isFree || !(isJoined || isLong) || start - last < LEAST_APART) return []
    last = start
    return [start]
  })
  return [0, ...starts].map((start, at) => {
    const own = formatTokens(tokens.slice(start, starts[at]))
      .replace(/^(?:(?:and|so|but|then|okay)\b[, ]*)+/i, '')
      .replace(/[\s,.]+$/, '')
    return readSentence(`${own}.`, { id: itemId, speaker })
  })
}

const HANGING = /^(?:if|when|unless|because|although|while|since|that|which|who|or|whether|before|after|until)$/

function tellSentence(sentence: Sentence, place: Place, voice: Voice): string[] | undefined {
  if (ASSENT.test(sentence.said) || LOOKS.test(sentence.said)) return undefined
  if (voice.speaker !== 'clinician') return tellClauses(sentence, voice) ?? tellFragment(sentence, voice)
  if (place === 'objective' || perceivingOf(sentence)) return tellFinding(sentence, voice)
  if (place === 'plan' || isDecided(sentence)) return tellDecision(sentence, voice) ?? tellPrescription(sentence, voice)
  return tellOpinion(sentence, voice) ?? tellPrescription(sentence, voice) ?? tellFragment(sentence, voice)
}

/** "Let me look at your back.", "there are your results": what is done meanwhile. */
const LOOKS =
  /^(?:(?:there,? )?(?:i am|this is|my name is) (?:dr|doctor|nurse|professor|mr|mrs|ms)\b|let me|so let me|now let me|i am (?:just )?going to (?:go ahead and )?(?:do|take|look|listen|examine|press|check you|feel|move)|(?:here|there) (?:is|are) (?:your|the|my) (?:\w+ )?(?:results?|instructions?|paperwork)|i see that you)\b(?!.*\b(?:order|prescribe|start|refer|get an?|increase|stop|try|sleep)\b)/

/** "That is right." tells nothing. */
const ASSENT =
  /^(?:that|it|this) (?:is|was|sounds|makes|will be|would be) (?:all )?(?:right|correct|true|fine|good|great|okay|it|perfect|sense|awesome|exactly|wonderful)\b(?: \w+)?$/

function voiceOf(
  { speaker, text }: Sentence,
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
