import type { Told } from '../../../clinical/en/facts/conversation.ts'
import type { Sentence } from '../../../clinical/en/facts/sentence.ts'
import { readPrescriptions } from '../../../clinical/en/prescriptions.ts'
import { isMedicine } from '../../../clinical/en/terms.ts'
import type { Place } from '../../../clinical/topic.ts'
import { isDecided, isForbidding } from './compose/decision.ts'
import { perceivingOf } from './compose/finding.ts'
import { namesCondition } from './compose/opinion.ts'
import { plainSpeech } from './compose/plain-speech.ts'

const known = new WeakMap<Told, { place: Place | undefined }>()

/** The place to which the grammar of what a clinician says points; undefined where it points to none. */
export function placeOfGrammar(told: Told): Place | undefined {
  const found = known.get(told) ?? { place: findPlace(told) }
  known.set(told, found)
  return found.place
}

function findPlace({ sentences, answer }: Told): Place | undefined {
  const [first] = sentences
  if (first === undefined || answer.length > 0 || !isClinician(first)) return undefined
  const sentence = plainSpeech(first)
  if (perceivingOf(sentence)) return 'objective'
  // "I think you are anaemic, your ferritin is six": what he thinks, and why.
  if (/^(?:\w+ )?i (?:think|suspect|believe|reckon)\b/.test(sentence.said) && namesCondition(sentence))
    return 'assessment'
  if (isReading(sentence)) return 'objective'
  if (namesCondition(sentence)) return 'assessment'
  if (isDecided(sentence) || isForbidding(sentence) || BINDS.test(sentence.said) || HAS_DECIDED.test(sentence.said))
    return 'plan'
  if (isSafetyNet(first.said) || isOfSelfCare(first.said)) return 'plan'
  // "Doxycycline one hundred milligrams twice a day for a week, no sex until …"
  if (isPrescription(sentence)) return 'plan'
  const hasVerb = sentence.clauses.some(({ verb }) => verb)
  if (!hasVerb)
    return readPrescriptions(sentence.said.split(' ')).some(({ parts }) => parts.length > 0) ? 'plan' : undefined
  return undefined
}

/** A medicine with how it is taken opens the sentence. */
const isPrescription = ({ said }: Sentence) =>
  readPrescriptions(said.split(' ')).some(
    ({ at, parts }) => at === 0 && parts.some(({ name }) => name === 'frequency' || name === 'dose'),
  )

/** "You can get antihistamines over the counter." */
const MAY_TAKE = /\byou (?:can|could|may|might) (?:also |just |always |even |then )*(?:take|get|try|use|buy)\b/
const isOfSelfCare = (said: string) =>
  MAY_TAKE.test(said) &&
  (said.split(' ').some(isMedicine) ||
    /\b(?:over the counter|pharmacy|chemist|fluids|creams?|tablets|painkillers|drops)\b/.test(said))

/** "You mustn't drive until it is treated." */
const BINDS =
  /\byou (?:must|should|must not|should not|are not to|cannot|have to|need to) (?:\w+ ){0,2}?(?:drive|work|lift|fly|swim|stop|avoid|take|use|wear|tell|ring|call|come|drink|eat|rest|go|keep|do|see|have it)\b/
/** "I have started her on apixaban." */
const HAS_DECIDED =
  /^(?:(?:and|so|also) )*(?:i|we) have (?:also |now |already )?(?:started|stopped|increased|reduced|decreased|switched|changed|referred|prescribed|asked (?:for|\w+(?: \w+)? to)|arranged|ordered|requested|added|given|booked|advised|recommended)\b/

/** "Your TSH is nought point two": a value is read out. */
const isReading = ({ tokens, clauses }: Sentence) =>
  clauses.some(({ subject, verb }) => {
    if (subject === undefined || verb === undefined || !/^(?:be|look|come|run|read)$/.test(verb.lemma)) return false
    const isMeasured =
      /^(?:your|the|his|her)$/.test(tokens[subject.start]?.word ?? '') && subject.end - subject.start > 1
    return (
      isMeasured &&
      tokens
        .slice(verb.end, verb.end + 4)
        .some(({ pos, word }) => pos === 'NUM' && !/^(?:one|first|second)$/.test(word))
    )
  })

/** Where nobody knows who speaks, whoever orders or says "you" is hardly the patient. */
const isClinician = ({ speaker, said }: Sentence) =>
  speaker === 'doctor' ||
  (speaker === 'unspecified' && !/\b(?:i|me|my)\b(?! (?:will|would|am going|think|hear|see|feel)\b)/.test(said))

/** "If you get a fever, go to the emergency department." */
export const isSafetyNet = (said: string): boolean =>
  /\b(?:if|when|once|unless)\b.*\b(?:you|it|that|there|things|he|she|they)\b/.test(said) &&
  /\b(?:come (?:back|in|straight|here|to)|call|ring|phone|go (?:back |straight )?to|return|see (?:me|us|a doctor)|let (?:me|us) know|casualty|a and e|a&e|emergency|999|911|111|nine nine nine|nine one one|one one one|hospital|be seen|bring (?:him|her|them)|get (?:in touch|yourself)|give us|seek|stop (?:the|taking))\b/.test(
    said,
  )
