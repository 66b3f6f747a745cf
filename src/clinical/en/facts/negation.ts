import type { Token } from '../grammar/tokens.ts'
import { clauseAt, type Sentence } from './sentence.ts'

export interface Negation {
  isDenied: boolean
  /** It was there and is no longer. */
  isCeased: boolean
}

/** Words in front of a name that deny it and what is listed with it. */
const DENYING = /^(?:no|without|denies|denied|deny|denying|never|neither|nor|none|not|lacks?|nothing)$/
/** The same in several words, at the end of what stands in front. */
const DENYING_PHRASE =
  /\b(?:negative for|free (?:of|from)|absence of|(?:rules?|ruled|ruling) out|no (?:sign|signs|evidence|history|symptoms?|complaints?|known|family history) of|rather than|instead of|not (?:a|an|any|the)|anything but)\b(?! \w+ but)/
/** Where a denial ends. */
const BREAKS =
  /^(?:but|except|however|although|though|besides|only|just|yet|apart|other|otherwise|still|because|until|unless|before|if|when|while|since)$/
/** What begins anew in a list: "no vomiting, some nausea". */
const AFFIRMING = /^(?:some|mild|slight|occasional|intermittent|severe|moderate|positive|yes)$/
/** Verbs by which a finding is said to be there. */
const OF_PRESENCE =
  /^(?:be|find|see|note|detect|show|hear|feel|appreciate|present|identify|palpate|exist|have|indicate|need|require|recommend|prescribe|give|advise|warrant|plan|order|offer|want)$/
/** "The tablets do not touch the pain": the pain is there. */
const OF_REMEDY =
  /^(?:touch|help|relieve|ease|work|improve|stop|go|control|clear|shift|respond|get|leave|settle|fix|cure|explain|take|bother)$/
/** Predicates that deny or end what they are said of. */
const DENIED_BEHIND =
  /^[^a-z]*(?:(?:is|are|was|were|has been|have been|comes?|came|tested|looks?|thought|felt|considered|judged) )?(?:(?:to be|all|both|also|very|quite|completely|now) )*(?:negative|both clear|all clear|absent|denied|denies(?=$)|none|nil|excluded|ruled out|unlikely|not (?:present|there|found|seen|noted|detected|positive|likely|evident|the case|an issue|a problem)|no(?=$))\b(?! (?:other|more than|longer))/
/** "Pain free", "fever-free for two days". */
const FREE_BEHIND = /^free\b(?! (?:fluid|air|gas|text))/
const CEASED_BEHIND =
  /^(?:(?:is|are|was|were|has|have|had|all|now|just|kind of|completely) )*(?:gone(?! (?:up|down|to|from|on|off|back|through|over|past))|resolved|cleared|subsided|went away|gone away|stopped|disappeared|healed|in remission)\b/
/** Verbs of belief carry their negation into what is believed. */
const BELIEF = /^(?:think|believe|suppose|expect|feel|reckon|imagine|guess)$/

/** Whether what stands at these tokens is said not to be there. */
export function negationAt(sentence: Sentence, start: number, end: number): Negation {
  const at = clauseAt(sentence, start)
  const behind = sentence.said.slice(offsetOf(sentence, end)).trim()
  const isCeased = CEASED_BEHIND.test(behind) || ceasesIn(sentence, at, start)
  const isDenied =
    isInDenial(sentence, at, start) ||
    DENIED_BEHIND.test(behind) ||
    FREE_BEHIND.test(behind) ||
    isMarkedAbsent(sentence, end) ||
    isNoBehind(sentence, end) ||
    sharesDenialBehind(sentence, end) ||
    isDisbelieved(sentence, at)
  return { isDenied, isCeased }
}

/** "Cough (-), fever (+)"; "cough: -". */
function isMarkedAbsent({ tokens }: Sentence, end: number): boolean {
  const [opening, mark, closing] = tokens.slice(end, end + 3).map(({ word }) => word)
  return /^[-–−]$/.test(mark ?? '') && /^(?:\(\)|:[,;.])$/.test(`${opening}${closing}`)
}

/** "Fever: no, cough no."; in "a headache, no fever" the no is of what follows. */
function isNoBehind({ tokens }: Sentence, end: number): boolean {
  const at = /^[:,-]$/.test(tokens[end]?.word ?? '') ? end + 1 : end
  return tokens[at]?.word === 'no' && (tokens[at + 1]?.pos ?? 'PUNCT') === 'PUNCT'
}

const offsetOf = ({ offsets, said }: Sentence, token: number) => offsets[token] ?? said.length

function isInDenial({ clauses, tokens, said, offsets }: Sentence, at: number, start: number): boolean {
  const clause = clauses[at]
  if (clause === undefined) return false
  const { verb, subject } = clause
  const isSubject = subject !== undefined && start >= subject.start && start < subject.end
  if (clause.opener === 'nor' || /^(?:neither|none)$/.test(tokens[clause.start]?.word ?? '')) {
    return !breaksIn(tokens, clause.start, start)
  }
  // "The patient does not drink, smoke or use drugs."
  const shared = clause.shares === undefined ? undefined : clauses[clause.shares]
  if (clause.opener === 'or' && shared?.verb?.isNegated && verb !== undefined && start >= verb.start) return true
  const isRemedy = verb !== undefined && OF_REMEDY.test(verb.lemma) && !isDoneBySomebody(tokens, subject)
  if (verb && start >= verb.start && tokens.slice(clause.start, verb.start).some(({ word }) => NOBODY.test(word)))
    return true
  if (verb?.isNegated && !isRemedy) {
    if (isSubject && OF_PRESENCE.test(verb.lemma) && !(verb.lemma === 'be' && !isThere(tokens, verb.end))) return true
    if (start >= verb.head && !breaksIn(tokens, verb.head, start)) return !isOnly(tokens, verb.end)
  }
  const from = clause.start
  // "No, they changed it": what answers in front of the subject denies the question.
  const until = subject && start >= subject.end ? subject.start : from
  for (let index = start - 1; index >= until; index--) {
    const { word } = tokens[index] as Token
    if (BREAKS.test(word) || (AFFIRMING.test(word) && index < start - 1)) return false
    if (word === 'not' && tokens[index + 1]?.word === 'only') return false
    // "Diabetes: no, hypertension: yes.": a no of what stands before it.
    if (word === 'no' && index > from && tokens[index + 1]?.pos === 'PUNCT') return false
    if (verb && index >= verb.start && index < verb.end) {
      if (isRemedy && /^(?:not|never)$/.test(word)) continue
      // "The X-ray shows no fracture" is denied, "no fever, I have a cough" is not.
      if (DENYING.test(word)) return true
      if (index === verb.start) break
      continue
    }
    if (DENYING.test(word)) return true
  }
  const before = said.slice(offsets[from] ?? 0, offsets[start] ?? 0)
  return DENYING_PHRASE.test(before) && !/\b(?:but|except|other than|apart from)\b/.test(before)
}

/** "The swelling is not there" denies it; "the pain is not bad", "diabetes is not where we want it" tell how it is. */
const isThere = (tokens: readonly Token[], at: number) =>
  /^(?:there|present|evident|apparent|visible|detectable|palpable|noted|likely|it|this|that)$/.test(
    tokens[at]?.word ?? '',
  )
const NOBODY = /^(?:nobody|none|neither)$/
/** "I do not take ibuprofen" is no remedy that fails. */
const isDoneBySomebody = (tokens: readonly Token[], subject: { head: number } | undefined) =>
  subject === undefined || /^(?:i|you|he|she|we|they|who|patient)$/.test(tokens[subject.head]?.word ?? '')
const isOnly = (tokens: readonly Token[], at: number) => /^(?:only|just)$/.test(tokens[at]?.word ?? '')

const breaksIn = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).some(({ word }) => BREAKS.test(word))

const CEASING = /^(?:stop|quit|cease|end|finish)$/
/** "I no longer have headaches", "it used to". */
function ceasesIn({ clauses, tokens }: Sentence, at: number, start: number): boolean {
  const verb = clauses[at]?.verb
  if (verb?.modals.includes('used to')) return true
  if (verb && CEASING.test(verb.lemma) && start >= verb.end && verb.isPast) return true
  const words = tokens.map(({ word }) => word).join(' ')
  return /\bno longer\b/.test(words) || (verb?.isNegated === true && /\bany ?more\b/.test(words))
}

/**
 * "Asthma and COPD are not present", "nausea, vomiting and fever: none": names in a row share what is said behind the last, also
 * where the first stand by themselves in front of a comma.
 */
function sharesDenialBehind(sentence: Sentence, end: number): boolean {
  const { tokens } = sentence
  let index = end
  while (index < tokens.length && isInRow(tokens[index] as Token)) index++
  if (index === end || index >= tokens.length) return false
  const words = tokens.slice(end, index).map(({ word }) => word)
  const isList = words.some((word) => /^(?:and|or)$/.test(word)) && !words.some((word) => BREAKS.test(word))
  return isList && DENIED_BEHIND.test(sentence.said.slice(offsetOf(sentence, index)).trim())
}

const isInRow = ({ pos, word }: Token) =>
  (/^(?:NOUN|PROPN|ADJ|DET|CCONJ|PUNCT|ADP)$/.test(pos) || (pos === 'VERB' && word.endsWith('ing'))) &&
  !/^(?:none|nil|absent|denied|negative|no)$/.test(word)

function isDisbelieved({ clauses }: Sentence, at: number): boolean {
  const parent = clauses[at]?.parent
  const verb = parent === undefined ? undefined : clauses[parent]?.verb
  // What is believed stands behind; a clause in front that hangs on this one is a condition.
  if (verb === undefined || parent === undefined || parent >= at) return false
  if (/^(?:doubt|deny)$/.test(verb.lemma)) return !verb.isNegated
  return (verb.isNegated && BELIEF.test(verb.lemma)) || isDisbelieved({ clauses } as Sentence, parent)
}
