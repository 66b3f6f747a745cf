import type { Speaker } from '../../../domain/transcript.ts'
import type { Clause } from '../grammar/clauses.ts'
import type { Token } from '../grammar/tokens.ts'
import { pronounOf, relativesIn } from '../relatives.ts'
import { clauseAt, isFronted, type Sentence } from './sentence.ts'

/** `patient`, `clinician`, `other`, or a relative: `mother`. */
export type Person = string

/** Of whom "he", "she" and "they" go on to speak. */
export interface Antecedents {
  /** The relative or other person that was named last and where, and the pronoun by which one goes on about him. */
  named?: { person: Person; pronoun: RegExp; itemId?: string } | undefined
  /** Whom a question asked after, for its answer: "Anything in the family?" */
  asked?: Person | undefined
}

export const OTHERS =
  /^(?:friends?|neighbou?rs?|colleagues?|coworkers?|boss|boyfriend|girlfriend|partner|people|patients|someone|somebody|everyone|everybody|dogs?|cats?|pets?|roommates?|flatmates?|housemates?|ex|mates?|buddy|pal|fianc[eé]e?|lodger|landlord|tenant|carers?|nanny|babysitter|childminder|supervisor|coach|mates|customers?|clients?|classmate|girl|lads?|bloke|guy|teacher|nurse|pharmacist|specialist|surgeon|gp|physician|manager|guests?|classmates?|children|kids)$/

/** Who has, takes or does what stands at these tokens. */
export function personAt(sentence: Sentence, start: number, end: number, antecedents: Antecedents): Person {
  const { tokens } = sentence
  const isVerb = tokens[end - 1]?.pos === 'VERB'
  const owner = ownerOf(tokens, start) ?? ownBefore(sentence, start) ?? (isVerb ? undefined : ownerBehind(tokens, end))
  if (owner !== undefined) return owner
  if (isFronted(sentence, start) && sentence.speaker === 'doctor')
    return relativeAmong(tokens.slice(0, start)) ?? 'patient'
  if (OF_FAMILY.test(sentence.said)) return relativesAmong(tokens.slice(0, start)).at(-1) ?? 'family'
  return subjectPerson(sentence, clauseAt(sentence, start), start, antecedents)
}

/** "For family history, it looks like there is diabetes." */
const OF_FAMILY =
  /^(?:(?:and|so|okay|now|as|far|for|in|terms|of|your|his|her|the|my|regarding|past|pertinent|positive) )*family (?:medical )?history\b(?!.*\b(?:you|i|he|she) (?:have|has|do|did)\b)/

/** "My mother's diabetes", "family history of". */
function ownerOf(tokens: readonly Token[], start: number): Person | undefined {
  const before = tokens.slice(Math.max(0, start - 5), start).map(({ word }) => word)
  const at = before.lastIndexOf("'s")
  if (at > 0) return relativeNamed(before[at - 1] ?? '') ?? (OTHERS.test(before[at - 1] ?? '') ? 'other' : undefined)
  return /\bfamily history (?:of|for|is|includes?|with)\b/.test(before.join(' ')) ? 'family' : undefined
}

/** "My mother gave me paracetamol for my headache": mine, whatever stands before. */
function ownBefore({ tokens, speaker }: Sentence, start: number): Person | undefined {
  let at = start - 1
  while (/^(?:ADJ|ADV|NUM)$/.test(tokens[at]?.pos ?? '')) at--
  const { word } = tokens[at] ?? {}
  if (word === 'my' && speaker !== 'doctor') return speakerAs(speaker)
  return word === 'your' && speaker === 'doctor' ? 'patient' : undefined
}

/** "Asthma in my mother", "cancer on my dad 's side", "diabetes: father", "runs in the family". */
function ownerBehind(tokens: readonly Token[], end: number): Person | undefined {
  const behind = tokens.slice(end, end + 6).map(({ word }) => word)
  const [, word] =
    /^(?:(?:that |which )?(?:runs? )?(?:in|on|with|from) (?:my|your|his|her|the|both)? ?|: |, )(\w+)(?= (?:[.,;?!]|and|but|who)|$| [a-z]+ side)/.exec(
      behind.join(' '),
    ) ?? []
  return word === undefined ? undefined : relativeNamed(word)
}

const relativeNamed = (word: string): Person | undefined => relativesIn(word)[0]?.key

function subjectPerson(sentence: Sentence, at: number, start: number, antecedents: Antecedents, depth = 0): Person {
  const { tokens, clauses, speaker } = sentence
  const clause = clauses[at]
  if (clause === undefined || depth > clauses.length) return 'patient'
  if (clause.shares !== undefined) return subjectPerson(sentence, clause.shares, start, antecedents, depth + 1)
  if (clause.subject === undefined) return withoutSubject(tokens, clause, start, antecedents)
  const phrase = tokens.slice(clause.subject.start, clause.subject.end)
  const words = phrase.map(({ word }) => word)
  const head = tokens[clause.subject.head]?.word ?? ''
  if (/^(?:who|that|which)$/.test(head) && at > 0) {
    const named = relativeAmong(tokens.slice(0, clause.subject.start))
    return named ?? subjectPerson(sentence, at - 1, start, antecedents, depth + 1)
  }
  if (/^(?:either|neither|them|both)$/.test(words[0] ?? '')) {
    const { named } = nearerThan(tokens.slice(0, clause.subject.start), antecedents)
    if (named && !words.some((word) => /^(?:i|my|me)$/.test(word))) return named.person
  }
  if (words.includes('nor') || clause.opener === 'nor') return speakerAs(speaker)
  const relative = relativeAmong(phrase)
  if (relative !== undefined) return relative
  if (speaker === 'doctor' && /^(?:i|we)$/.test(head) && isOfOthers(clause, tokens)) return 'patient'
  if (head === 'clinician' || head === 'companion') return head === 'clinician' ? 'clinician' : 'other'
  const nearer = nearerThan(tokens.slice(0, clause.subject.start), antecedents)
  if (
    head === 'they' &&
    CHILDREN.test(
      tokens
        .slice(0, clause.subject.start)
        .map(({ word }) => word)
        .join(' '),
    )
  )
    return 'other'
  return (
    byPronoun(head, speaker, nearer) ??
    ownerInClause(sentence, clause, nearer) ??
    (OTHERS.test(head) ? 'other' : 'patient')
  )
}

/** A patient's "the rash was on her back": hers who was named. */
function ownerInClause({ tokens, speaker }: Sentence, clause: Clause, { named }: Antecedents): Person | undefined {
  const isHers = tokens
    .slice(clause.start, clause.end)
    .some(({ word }) => POSSESSIVES[word]?.some((own) => named?.pronoun.test(own)))
  return speaker === 'patient' && isHers ? named?.person : undefined
}

const POSSESSIVES: Record<string, string[]> = { his: ['he'], her: ['she'], their: ['they'] }

const CHILDREN = /\b(?:kids|children|people|friends|coworkers|colleagues|everyone|students|patients|neighbou?rs)\b/

/** Verbs by which a clinician speaks of himself; what he calls, sees, treats or orders is the patient's: "what we call a sprain", "we have you on". */
const OF_HIMSELF = /^(?:have|get|be|feel|suffer|take|catch|use|eat|drink|smoke|live|had)$/
const isOfOthers = ({ verb }: Clause, tokens: readonly Token[]) =>
  verb !== undefined && (!OF_HIMSELF.test(verb.lemma) || /^(?:you|your)$/.test(tokens[verb.end]?.word ?? ''))

/** A relative who is named earlier in the sentence stands before one of an earlier sentence. */
function nearerThan(before: readonly Token[], antecedents: Antecedents): Antecedents {
  const named = relativesIn(before.map(({ word }) => word).join(' ')).findLast(({ key }) => key !== 'family')
  return named ? { ...antecedents, named: { person: named.key, pronoun: pronounOf(named.key) } } : antecedents
}

const relativesAmong = (tokens: readonly Token[]): Person[] =>
  relativesIn(tokens.map(({ word }) => word).join(' '))
    .map(({ key }) => key)
    .filter((key, _, all) => key !== 'family' || all.length === 1)
const relativeAmong = (tokens: readonly Token[]): Person | undefined => relativesAmong(tokens)[0]

/** A fragment is told of whoever stands in it, or was asked after. */
function withoutSubject(tokens: readonly Token[], clause: Clause, start: number, { asked }: Antecedents): Person {
  const before = tokens.slice(clause.start, start)
  // "Father: died of a heart attack."
  const [, heading] = /^(\w+) :/.exec(before.map(({ word }) => word).join(' ')) ?? []
  const headed = heading && relativeNamed(heading)
  if (headed) return headed
  // "Lives with his sister in a flat" leaves the patient out; "a sister with asthma" does not.
  const isOfPatient =
    clause.verb !== undefined && start > clause.verb.head && !/^(?:with|who)$/.test(before.at(-1)?.word ?? '')
  return (isOfPatient ? undefined : relativeAmong(before)) ?? asked ?? 'patient'
}

function byPronoun(word: string, speaker: Speaker, { named, asked }: Antecedents): Person | undefined {
  if (/^(?:i|we|me)$/.test(word)) return speakerAs(speaker)
  if (word === 'you') return speaker === 'patient' ? 'clinician' : 'patient'
  if (/^(?:he|she|they|him|her)$/.test(word)) {
    if (named?.pronoun.test(word)) return named.person
    return speaker === 'patient' && word !== 'they' ? 'other' : 'patient'
  }
  if (/^(?:it|that|this|those|there)$/.test(word)) return asked ?? 'patient'
  return undefined
}

const SPEAKERS: Record<Speaker, Person> = {
  patient: 'patient',
  doctor: 'clinician',
  other: 'other',
  unspecified: 'patient',
}
const speakerAs = (speaker: Speaker): Person => SPEAKERS[speaker]
