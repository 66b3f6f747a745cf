import type { Condition } from '../conditions.ts'
import { findNames } from '../conditions.ts'
import type { NameOf } from '../names.ts'
import { relativeInAnswer, relativesIn } from '../relatives.ts'
import type { Told } from './conversation.ts'
import { isOver } from './is-over.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { isOnlyNamed } from './only-named.ts'
import type { Person } from './person.ts'
import { clauseAt, type Sentence } from './sentence.ts'

/**
 * How a condition stands: there now, there once, thought possible by the clinician (guidelines, IV.H: no code), ruled out
 * by him, or denied by the patient.
 */
type Standing = 'present' | 'past' | 'possible' | 'refuted' | 'denied'

/** What can be had: a condition or a complaint. */
type Nameable = Pick<Condition, 'sort'> & { code?: string }

/** A condition where it is named. */
export interface NamedCondition<Named = Condition> {
  condition: Named
  /** The patient or a relative. */
  person: Person
  standing: Standing
  isByClinician: boolean
  /** The words by which it is named. */
  name: string
  /** What is said of it. */
  reason: string
  /** Where it is said. */
  told: Told
  evidence: string[]
}

/** How far back an echo may lie. */
const MOST_BACK = 2

/** Each place where the patient or a relative is said to have a condition or not, in the order of the conversation. */
export const nameConditions = (conversation: readonly Told[]): NamedCondition[] => nameBy(conversation, findNames)

/** The same for whatever `find` finds in a sentence of plain words. */
export function nameBy<Named extends Nameable>(
  conversation: readonly Told[],
  find: (said: string) => readonly NameOf<Named>[],
): NamedCondition<Named>[] {
  const places = new Map(conversation.map((told, at) => [told, at]))
  const findFound = (said: string) => find(said).map(({ condition, start, end }) => ({ named: condition, start, end }))
  return mentionsIn(conversation, findFound).flatMap((mention): NamedCondition<Named>[] => {
    const { named: condition, told, sentence, start, end, isAsked } = mention
    const at = places.get(told) ?? 0
    const name = sentence.said.slice(sentence.offsets[start], sentence.offsets[end] ?? sentence.said.length).trim()
    const person = whose(mention, name)
    const standing = standingOf(mention, conversation.slice(Math.max(0, at - MOST_BACK), at), conversation[at + 1])
    if (standing === undefined || person === undefined) return []
    const isDenied = standing === 'denied' || standing === 'refuted'
    if (person !== 'patient' && (condition.sort === 'symptom' || isDenied)) return []
    const speaker = isAsked ? told.answer[0]?.speaker : sentence.speaker
    return [
      {
        ...{
          condition,
          person,
          standing,
          name,
          told,
          isByClinician: speaker === 'doctor' || speaker === 'unspecified',
        },
        reason: [...told.sentences, ...told.answer].map(({ spoken }) => spoken).join(' '),
        evidence: evidenceOf(told, person),
      },
    ]
  })
}

/** Whose it is, where it is the patient's or a relative's; of "anything in the family?" the answer says whose. */
function whose({ person, told }: Mention<Nameable>, name: string): Person | undefined {
  // "My son has a fever" may be a name of its own.
  if (relativesIn(name).length > 0) return 'patient'
  if (person === 'clinician' || person === 'other') return undefined
  if (person !== 'family') return person
  const answered = relativeInAnswer(told.answer[0]?.said ?? '')
  if (answered !== undefined) return answered
  return told.antecedents.asked === 'family' ||
    [...told.sentences, ...told.answer].some(({ said }) => OF_FAMILY.test(said))
    ? person
    : undefined
}

const OF_FAMILY =
  /\bfamily (?:medical )?history\b|\b(?:my|your|the|his|her) family (?:has|have|had|member)|\bin (?:the|my|your|his|her) family\b|\bruns? in\b|\brelatives?\b|\b(?:side|members?) of (?:the|my|your) family\b/

/** Of whom "he" goes on to speak belongs to it. */
function evidenceOf({ evidence, antecedents }: Told, person: Person): string[] {
  const { named } = antecedents
  const before = person !== 'patient' && named?.person === person ? named.itemId : undefined
  return before === undefined || evidence.includes(before) ? evidence : [before, ...evidence]
}

function standingOf(
  mention: Mention<Nameable>,
  before: readonly Told[],
  behind: Told | undefined,
): Standing | undefined {
  if (!mention.told.isClear) return undefined
  const last = before.at(-1)
  const { certainty, isDenied, time, named, sentence } = mention
  if (isMentioned(mention) || isEcho(sentence, before)) return undefined
  const isWished = time === 'future' && named.code !== undefined
  if (certainty === 'open' || isWished || isOnlyNamed(mention) || isDefinition(mention)) return undefined
  if (isOfRisks(sentence, last?.sentences.at(-1)) || (named.sort === 'symptom' && isOfList(sentence, last, behind)))
    return undefined
  const isClinician = sentence.speaker === 'doctor' || sentence.speaker === 'unspecified'
  if (isDenied) return isClinician && !mention.isAsked && named.sort !== 'symptom' ? 'refuted' : 'denied'
  if (isOver(mention, last?.sentences.at(-1), behind?.sentences[0])) return 'past'
  if (certainty === 'certain') return 'present'
  return isClinician && named.sort !== 'symptom' ? 'possible' : undefined
}

/** "Muscle aches, chest pain.": what a clinician asks one after the other. */
const isOfList = ({ clauses, speaker, isQuestion }: Sentence, before: Told | undefined, behind: Told | undefined) =>
  speaker === 'doctor' &&
  !isQuestion &&
  clauses.every(({ verb }) => verb === undefined) &&
  (before?.answer.length !== 0 || isShortAnswer(behind?.sentences[0]))

const isShortAnswer = (sentence: Sentence | undefined) =>
  sentence !== undefined &&
  sentence.speaker !== 'doctor' &&
  /^(?:no|nope|yes|yeah|not|none|just|a little|mm)\b/.test(sentence.said)

/** "You mentioned brain cancer", "they checked my diabetes", "a stroke clinic": spoken of and not said to be there. */
function isMentioned({ told, sentence, start, named }: Mention<Nameable>): boolean {
  const { verb, opener } = sentence.clauses[clauseAt(sentence, start)] ?? {}
  if (/^(?:ok(?:ay)? )?either\b/.test(sentence.said)) return true
  if (named.sort === 'symptom') return false
  if (named.sort === 'passing' && told.sentences.some((one) => one.isQuestion && WORRY.test(one.said))) return true
  if (sentence.speaker === 'patient') return /^(?:check|test|screen)$/.test(verb?.lemma ?? '')
  if (named.sort !== 'passing') return false
  if (sentence.speaker === 'doctor' && WORRY.test(sentence.said)) return true
  return /^(?:mention|refer|present|describe)$/.test(verb?.lemma ?? '') || /^(?:how|why)$/.test(opener ?? '')
}

const WORRY = /\bworr(?:y|ied)\b/

/** A clinician who only says again what he was told: "Diabetes." */
const isEcho = ({ clauses, said, speaker }: Sentence, before: readonly Told[]) =>
  speaker === 'doctor' &&
  clauses.every(({ verb }) => verb === undefined) &&
  before
    .flatMap(({ sentences, answer }) => [...sentences, ...answer])
    .some((one) => one.speaker !== 'doctor' && one.said.includes(said.replace(/^(?:ok(?:ay)?|right|so|and) /, '')))

/** "Hepatitis C is a viral infection" says what it is and not who has it. */
function isDefinition({ sentence, start }: Mention<Nameable>): boolean {
  const { subject, verb } = sentence.clauses[clauseAt(sentence, start)] ?? {}
  if (subject === undefined || verb?.lemma !== 'be' || start < verb.end) return false
  return findNames(sentence.said.slice(sentence.offsets[subject.start], sentence.offsets[verb.start])).length > 0
}

const RISKS = /\b(?:risks?|side effects?|complications?|watch for|look out for|warning signs?|red flags?)\b/

/** "The risks are these. Bleeding, stroke, even death.": words without a verb go on with the sentence before. */
const isOfRisks = ({ clauses, said, speaker }: Sentence, before: Sentence | undefined) =>
  /\beven death\b/.test(said) ||
  (clauses.every(({ verb }) => verb === undefined) && before?.speaker === speaker && RISKS.test(before.said))
