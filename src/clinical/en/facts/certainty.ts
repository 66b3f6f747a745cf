import { type Clause, sharesModal } from '../grammar/clauses.ts'
import { chainOf, clauseAt, isFronted, type Sentence } from './sentence.ts'

type Certainty = 'certain' | 'possible' | 'open'

/** In front of it in its clause: feared, looked for, prevented, caused by something else, given as an example. */
const OPEN_BEFORE =
  /\b(?:in case(?: of)?|risks? (?:of|for)|rul(?:e|es|ing) out|exclud(?:e|es|ing)|prevent\w*|avoid\w*|watch(?:ing)? (?:out )?for|look(?:s|ed|ing)? (?:out )?for|vaccin\w+ (?:for|against)|immuni[sz]\w+ (?:for|against)|check\w* (?:\w+ )?for|test(?:s|ed|ing)? (?:\w+ )?for|screen\w* (?:\w+ )?for|worr(?:y|ied|ies) (?:about|that|of|it)|afraid (?:of|it|that)|scared (?:of|it)|fear(?:s|ed)?|concern(?:ed)? (?:for|about|that)|caus(?:e|es|ing)|side effects?|lead to|protect\w* against|against|(?:symptoms?|signs?) of|such as|things like|for example|expos(?:ed|ure) to|contact with|wish(?:es)?|when it comes to|bear in mind|symptoms (?:i|we) (?:have )?mentioned|(?:likelihood|chances?|possibilit(?:y|ies)|odds) of|read (?:up )?(?:about|on)|heard of|(?:feels?|felt|feeling) like (?:i|he|she|it|you|they)|hop(?:e|ing)|used for|instead of|rather than|more than|thought (?:i|he|she|it|you) (?:was|had|were)|no longer|whether|develop(?:ing)? (?:a|an)? ?(?:later|in))\b(?!.*\bbut\b)/
/** "Dull, like a toothache": what it is likened to. */
const LIKENED =
  /(?:^|\b(?:feels?|felt|is|was|dull|sharp|burning|aching|pain|ache|bit|sort|kind),? )(?:just |more )?like an? (?:\w+ )?$/

/** Behind it: a name of something else. */
const OPEN_BEHIND =
  /^(?:(?:antibody|screening|blood|function) )?(?:titers?|serology|antibod(?:y|ies)|panels?|levels?|cultures?|swabs?|bloods?|tests?|testing|screen(?:s|ing)?|shots?|jabs?|vaccin\w+|immuni[sz]ation|prophylaxis|prevention|risk|exposure|study|studies|trials?|control|diet|education|supplies|clinic|doctor|team|ward|medication|medicine|tablets?|inhaler|specialist|nurse|service|support|leaflet|diary|plan|charity|association|from (?:it|that|them|those))\b(?! (?:\w+ ){0,3}positive\b)/
const POSSIBLE_BEFORE =
  /\b(?:maybe|perhaps|possibl[ey]|possibility|probabl[ey]|presum\w+|suspect\w*|suspicio\w+|suspicion|likely|questionable|potential(?:ly)?|query|differential|versus|vs|working diagnosis|consistent with|compatible with|suggestive of|what (?:looks|seems|appears|sounds) (?:like|to be)|could|might|may|wonder\w*|not (?:\w+ )?(?:sure|certain|convinced|persuaded)|unsure|looks? like it (?:could|might)|thinking (?:about|of)|consider)\b/
const POSSIBLE_BEHIND =
  /^(?:(?:is|are|was|were|remains?|seems?|would be|could be|may be|might be) )(?:also |quite |very |still |more |most |not |less )*(?:possible|likely|probable|suspected|unlikely|a possibility|on the differential|questionable)\b|^(?:perhaps|maybe|possibly|probably|i guess)\b/
const POSSIBLE_MODAL = /^(?:may|might|could|would)$/
const POSSIBLE_VERB = /^(?:suspect|wonder|guess|suppose|imagine|assume)$/
/** "I would like to start you on it", "I would not recommend it" are decisions. */
const isPolite = ({ modals, lemma }: NonNullable<Clause['verb']>) =>
  modals.includes('would') &&
  (modals.includes('like to') || /^(?:like|recommend|suggest|advise|prefer|say|want|rather|love)$/.test(lemma))
const OPEN_VERB = /^(?:hope|worry|fear|wish|want|ask|check)$/
const CONDITIONAL = /^(?:if|unless|whether|lest)$/
/** What is told of anybody: "people get", "some patients have", "it can cause". */
const ANYBODY =
  /^(?:people|patients|someone|somebody|everyone|everybody|anyone|anybody|one|women|men|children|adults|kids|many|most|others)$/

/** How surely something is said; what is asked is open, and only an answer can close it. */
export const certaintyAt = (sentence: Sentence, start: number, end: number): Certainty =>
  sentence.isQuestion ? 'open' : statedCertaintyAt(sentence, start, end)

/** The same of a question that was answered: "did they check for diabetes? – Yes" leaves it open. */
export function statedCertaintyAt(sentence: Sentence, start: number, end: number): Certainty {
  const at = clauseAt(sentence, start)
  const { said, offsets } = sentence
  const from = offsets[sentence.clauses[at]?.start ?? 0] ?? 0
  const before = said.slice(from, offsets[start] ?? said.length)
  const behind = said.slice(offsets[end] ?? said.length).trim()
  if (
    OPEN_BEFORE.test(before) ||
    LIKENED.test(before) ||
    (sentence.tokens[end]?.pos !== 'PUNCT' && OPEN_BEHIND.test(behind)) ||
    isOpen(sentence, at, start)
  )
    return 'open'
  if (POSSIBLE_BEFORE.test(before) || POSSIBLE_BEHIND.test(behind) || isPossible(sentence, at, start)) return 'possible'
  return 'certain'
}

/** Said of nobody, or as one thing of several: "it is not like I have", "things like that". */
const LOOSE =
  /\b(?:not like (?:i|it|my|he|she|you)|(?:anybody|anyone) (?:in|on|else|of)|(?:things|stuff) like that|bear in mind|(?:someone|somebody|people|anyone|anybody) (?:who )?(?:has|had|have|gets?|with)\b)\b/

function isOpen(sentence: Sentence, at: number, start: number): boolean {
  if (isFronted(sentence, start)) return false
  const own = sentence.clauses[at]
  if (
    !sentence.isQuestion &&
    LOOSE.test(sentence.said) &&
    (sentence.speaker !== 'patient' || /\bnot like\b/.test(sentence.said))
  )
    return true
  if (own?.verb?.modals.includes('would') && !isPolite(own.verb) && own.verb.lemma !== 'be' && !isAdvice(sentence, own))
    return true
  const subject = own?.subject && sentence.tokens[own.subject.head]?.word
  const isAlone = own?.subject !== undefined && own.subject.end - own.subject.start === 1
  if (subject !== undefined && !sentence.isQuestion && ANYBODY.test(subject) && (subject !== 'one' || isAlone))
    return true
  if (
    own?.verb?.modals.includes('can') &&
    /^(?:cause|give|lead|get|be|make|happen|develop|have)$/.test(own.verb.lemma)
  ) {
    const isPatients = subject !== 'you' || /^(?:get|cause|develop)$/.test(own.verb.lemma)
    return !own.verb.isNegated && subject !== 'i' && subject !== 'we' && isPatients
  }
  if (goesOnIf(sentence, at)) return true
  return chainOf(sentence, at).some(
    ({ opener, verb }, index) =>
      (CONDITIONAL.test(opener ?? '') && !isWondered(sentence, at)) ||
      (index > 0 && verb !== undefined && (OPEN_VERB.test(verb.lemma) || (verb.isNegated && verb.lemma === 'say'))),
  )
}

/** What all that follows in the sentence hangs on: "I am not sure if it is the season and I am getting a cold". */
const DOUBTED =
  /\b(?:not (?:\w+ )?(?:sure|certain|convinced|persuaded)|unsure|do not know|no idea|wonder\w*|suspect\w*) (?:if|whether|that|she|he|you|it|this|there|what)\b(?!.*\bbut\b)/

/** "If it gets worse or lasts or you develop a fever". */
function goesOnIf({ clauses }: Sentence, at: number): boolean {
  let first = at
  while (clauses[first]?.opener === 'or') first--
  return first < at && CONDITIONAL.test(clauses[first]?.opener ?? '')
}

/** "I would stop the tablets": what a doctor would do is his advice. */
const isAdvice = ({ speaker, tokens }: Sentence, { subject, verb }: Pick<Clause, 'subject' | 'verb'>) =>
  speaker === 'doctor' &&
  verb?.modals.includes('would') === true &&
  subject !== undefined &&
  tokens[subject.head]?.word === 'i'

/** "I wonder whether this could be gout", says the doctor: it is possible. */
const isWondered = ({ speaker, clauses }: Sentence, at: number) =>
  speaker === 'doctor' &&
  /^(?:if|whether)$/.test(clauses[at]?.opener ?? '') &&
  clauses[clauses[at]?.parent ?? -1]?.verb?.lemma === 'wonder'

/** "My diagnosis would be". */
const isNamed = (sentence: Sentence, at: number) =>
  /^(?:diagnosis|impression|assessment)$/.test(sentence.tokens[sentence.clauses[at]?.subject?.head ?? -1]?.word ?? '')

/** "It might be gout", and neither "I would like to" nor "I would stop". */
const isLikely = (sentence: Sentence, clause: Pick<Clause, 'subject' | 'verb'> | undefined) =>
  clause?.verb?.modals.some((modal) => POSSIBLE_MODAL.test(modal)) &&
  !isPolite(clause.verb) &&
  !isAdvice(sentence, clause)

function isPossible(sentence: Sentence, at: number, start: number): boolean {
  if (isFronted(sentence, start) || isNamed(sentence, at)) return false
  const { said, offsets, clauses } = sentence
  // "I wonder if it is gout, so I will do a blood test": the test is no question.
  const isConsequence = clauses[at]?.opener === 'so'
  if (!isConsequence && DOUBTED.test(said.slice(0, offsets[clauses[at]?.verb?.end ?? 0]))) return true
  return chainOf(sentence, at).some(({ verb, subject }, index) => {
    if (verb === undefined) return false
    if (index === 0 && sharesModal(clauses, at) && isLikely(sentence, clauses[clauses[at]?.shares ?? -1])) return true
    if (isLikely(sentence, { subject, verb })) return true
    if (POSSIBLE_VERB.test(verb.lemma)) return true
    // What a patient thinks that he has is his opinion; what the clinician thinks is the assessment.
    const thinker = subject && sentence.tokens[subject.head]?.word
    const isPatients =
      sentence.speaker === 'patient' ? thinker === 'i' : sentence.speaker === 'doctor' && thinker === 'you'
    // "I feel fine when I take it" believes nothing.
    const isBelieved = !/^(?:when|while|because|since|after|before|as|until)$/.test(sentence.clauses[at]?.opener ?? '')
    // "I think it started on Monday" tells when, and no opinion of what it is.
    const isOfTime = /^(?:start|begin|come|last|happen)$/.test(sentence.clauses[at]?.verb?.lemma ?? '')
    return index > 0 && isPatients && isBelieved && !isOfTime && /^(?:think|believe|feel)$/.test(verb.lemma)
  })
}
