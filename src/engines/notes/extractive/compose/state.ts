import { type Pronouns, readPronouns } from '../../../../clinical/en/grammar/pronouns.ts'
import type { Referent } from '../../../../clinical/en/grammar/referents.ts'
import { readPrescriptions } from '../../../../clinical/en/prescriptions.ts'
import { isBodyPart, isClinical, isMedicine } from '../../../../clinical/en/terms.ts'
import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'
import type { Place } from '../../../../clinical/topic.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import { stands } from '../../../proof/prove.ts'
import { asksFinding, asksFunction, isCritical, isGrave, isOfLiving, matters } from '../matters.ts'
import { isSafetyNet, placeOfGrammar } from '../place-by-grammar.ts'
import type { Claim } from '../read-claims.ts'
import type { TopicalClaim } from '../topical-claim.ts'
import { type Composed, compose } from './compose.ts'
import { isTelling } from './is-sound.ts'
import { isManoeuvre, isOfVisit } from './of-the-visit.ts'
import { plainSpeech } from './plain-speech.ts'
import { quoteAnswer } from './quote-answer.ts'
import { referentOf } from './referent.ts'

/** What is longer is no quotation but a speech. */
const MOST_QUOTED_WORDS = 30
/** But for what would harm most where it is left out: when to come back, a refusal. */
const MOST_QUOTED_WORDS_OF_GRAVE = 50
const LEAST_QUOTED_WORDS = 3

/**
 * How claims are told, each once. What the proof would not let pass in a note's words, or cannot be told in the third
 * person, is quoted where it says something clinical, and else left out.
 */
export function openStater(
  items: readonly Item[],
  claims: readonly Claim[],
  topical: readonly TopicalClaim[],
  isBrief = false,
) {
  const pronouns = readPronouns(items.map(({ text }) => text))
  const places = new Map(topical.map(({ claim, place }) => [claim, place]))
  const referents = followReferents(claims)
  const stated = new Map<Claim, Statement[]>()

  const isProved = (statement: Statement) => stands(statement, { kind: '', language: 'en' }, items)

  function state(claim: Claim): Statement[] {
    const place: Place = places.get(claim) ?? 'subjective'
    if (isBesideNote(claim)) return []
    const composed = compose(claim.told, place, pronouns, referents.get(claim)?.referent)
    if (isBrief && composed?.isQuoted && !isCritical(claim) && !asksFinding(claim) && !asksFunction(claim)) return []
    const told = composed
      ? toStatements(claim, composed, referents.get(claim)).filter(({ text }) => isTelling(text))
      : []
    const proved = told.filter(isProved)
    if (proved.length > 0 && losesMedicine(claim, proved)) {
      const [quoted] = quote(claim, place)
      if (quoted) return [quoted]
    }
    if (told.length > 0 && proved.length === told.length) return proved
    const isListLost = composed?.finding !== undefined && !proved.some(({ attributes }) => attributes?.finding)
    // "Levaquin i got a rash": what it did says too little without the name.
    const isHeadLost = isGrave(claim) && told.length > 1 && proved[0] !== told[0] && !isListLost
    if (proved.length > 0 && !isHeadLost)
      return isListLost && composed ? [...deniedApart(claim, composed).filter(isProved), ...proved] : proved
    // A brief note quotes what harms when it is missing, and what was asked of every patient.
    if (isBrief && !isCritical(claim) && !asksFinding(claim) && !asksFunction(claim)) return []
    if (isBrief && claim.speaker === 'doctor' && !claim.isAnswered && !isForBrief(claim, place)) return []
    const denied = composed ? deniedApart(claim, composed).filter(isProved) : []
    return denied.length > 0 ? denied : quote(claim, place)
  }

  const quote = (claim: Claim, place: Place) =>
    quotations(claim, place, pronouns)
      .filter(({ text }) => isTelling(text))
      .filter(isProved)
      .slice(0, 1)

  return (claim: Claim): Statement[] => {
    const known = stated.get(claim) ?? state(claim)
    stated.set(claim, known)
    return known
  }
}

/** What is told of a sentence leaves out a medicine that stands in it. */
const losesMedicine = ({ words, isAnswered }: Claim, told: readonly Statement[]) =>
  !isAnswered && words.some((word) => isMedicine(word) && !told.some(({ text }) => text.toLowerCase().includes(word)))

/** Of a clinician's own words a brief note quotes what was found, what he thinks it is, and when to come back. */
const isForBrief = ({ told }: Claim, place: Place) =>
  place === 'objective' || placeOfGrammar(told) === 'assessment' || told.sentences.some(({ said }) => isSafetyNet(said))

/** "Any bleeding, any waters gone? – No.": where the whole list does not stand, each thing that does. */
const deniedApart = (claim: Claim, { finding = '', isPresent }: Composed): Statement[] =>
  isPresent === false && /; |, | or /.test(finding)
    ? finding.split(/; |, (?:any |or )*| or (?:any )?/).map((name) => ({
        text: `The patient denies ${name}.`,
        evidence: claim.evidence,
        support: 'derived',
        attributes: { finding: name, is_present: 'false' },
      }))
    : []

/** What "it" was told by rests on where that was said as well. */
function toStatements(claim: Claim, { texts, finding, isPresent }: Composed, known?: Known): Statement[] {
  const name = known?.referent.name.replace(/^the /, '').toLowerCase()
  return texts.map((text, at): Statement => {
    const isMeant = name !== undefined && text.toLowerCase().includes(name) && !claim.text.toLowerCase().includes(name)
    const evidence = isMeant ? [...new Set([...(known?.evidence ?? []), ...claim.evidence])] : claim.evidence
    const statement: Statement = { text, evidence, support: 'derived' }
    return finding && at === 0 ? { ...statement, attributes: { finding, is_present: String(isPresent) } } : statement
  })
}

/** What is said of the visit itself; and what hurts when a clinician presses, unless it is said where. */
const isBesideNote = ({ told: { sentences, answer } }: Claim) => {
  const plain = sentences.map(plainSpeech)
  return answer.length === 0
    ? plain.every(isOfVisit)
    : answer.every(({ said }) => said.split(' ').length <= MOST_OF_NOD) &&
        plain.some(isManoeuvre) &&
        !plain.some(({ said }) => said.split(' ').some(isBodyPart))
}

const MOST_OF_NOD = 4

/** What is asked of somebody now is told of nobody. */
const REQUEST = /^(?:please |and |so |okay,? )*(?:ask|tell|show|describe|let me|can you|could you|just)\b/i

/** "When I turn my head" tells nothing by itself. */
const HANGING = /^(?:if|when|unless|because|although|while|since|that|which|who|whether|before|after|until)$/

const answerWords = ({ told }: Claim) => told.answer.reduce((sum, { said }) => sum + said.split(' ').length, 0)

const ENGLISH = /\b(?:the|my|i|is|was|have|had|no|not|and|to|of|for|been|it|only|just|sometimes|when|about|one|two|a)\b/

/** What was asked and the words of the answer; or who said them. The first that can be proved serves. */
function quotations(claim: Claim, place: Place, pronouns: Pronouns): Statement[] {
  const { told, words, evidence, isAnswered, speaker } = claim
  const isPrescription = readPrescriptions(words).some(({ parts }) => parts.length > 0)
  const isSentence =
    isPrescription || told.sentences.some(({ clauses }) => clauses.some(({ verb }) => verb !== undefined))
  const tells =
    speaker === 'doctor' && !isAnswered
      ? place === 'objective' || (place !== 'subjective' && matters(claim))
      : isAnswered ||
        isOfLiving(words) ||
        words.some((word) => isClinical(word) || isMedicine(word) || isBodyPart(word))
  if (
    !tells ||
    (!isAnswered && REQUEST.test(told.sentences[0]?.spoken ?? '')) ||
    !(isPrescription || ENGLISH.test(words.join(' '))) ||
    !(isSentence || isAnswered)
  )
    return []
  const most = isGrave(claim) ? MOST_QUOTED_WORDS_OF_GRAVE : MOST_QUOTED_WORDS
  const least = told.says === undefined ? LEAST_QUOTED_WORDS : 1
  if ((isAnswered ? answerWords(claim) : words.length) < least || words.length > most) return []
  const [sentence] = isAnswered ? told.answer : told.sentences
  const isClinician = sentence?.speaker === 'doctor' || (sentence?.speaker === 'unspecified' && place !== 'subjective')
  const who = isClinician ? 'The clinician' : sentence?.speaker === 'other' ? 'The companion' : 'The patient'
  const question = isAnswered && speaker === 'doctor' ? told.sentences[0] : undefined
  const asked = question && quoteAnswer(plainSpeech(question), told.answer, { speaker: 'clinician', pronouns })
  const isWhole =
    isPrescription ||
    sentence?.clauses.some(
      ({ verb, parent, opener, subject }) =>
        verb !== undefined &&
        (subject !== undefined || verb.isBase) &&
        parent === undefined &&
        !HANGING.test(opener ?? ''),
    )
  const spoken = (isAnswered ? told.answer : told.sentences.slice(0, 1)).map((each) => each.spoken).join(' ')
  const quoted = spoken.replaceAll('"', '')
  const reported = isWhole ? `${who} said: "${OF_READING.test(quoted) ? quoted : formatSpoken(quoted)}"` : undefined
  return [asked, reported].flatMap((text) => (text ? [{ text, evidence, support: 'derived' as const }] : []))
}

/** "My sugar is at about one thirty" tells no time of the day. */
const OF_READING = /\b(?:sugars?|glucose|pressure|pulse|heart rate|readings?|levels?|numbers)\b/i

/** What "it" may stand for, and the items that name it. */
interface Known {
  referent: Referent
  evidence: readonly string[]
}

/** What "it" may stand for in a claim: what the one right before it was about, in the same breath. */
function followReferents(claims: readonly Claim[]): Map<Claim, Known> {
  const referents = new Map<Claim, Known>()
  let last: (Known & { claim: Claim }) | undefined
  for (const claim of claims) {
    if (last && isNear(last.claim, claim)) referents.set(claim, last)
    const all = [...claim.told.sentences, ...claim.told.answer]
    const referent = all.map(referentOf).find((each) => each !== undefined)
    const goesOn = last && isNear(last.claim, claim) ? { ...last, claim } : undefined
    last = referent ? { referent, evidence: claim.evidence, claim } : goesOn
  }
  return referents
}

/** Of the same item, or an answer to a question that goes on with it. */
const isNear = (before: Claim, claim: Claim) =>
  before.evidence.at(-1) === claim.evidence[0] ||
  (before.speaker === claim.speaker &&
    !before.isAnswered &&
    !claim.isAnswered &&
    !before.told.sentences[0]?.isQuestion) ||
  // "I have been getting headaches. – How long has that been going on?"
  (claim.isAnswered && (before.isAnswered || before.speaker === 'patient'))
