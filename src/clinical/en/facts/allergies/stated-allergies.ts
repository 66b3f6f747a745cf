import { contextAt } from '../context.ts'
import type { Told } from '../conversation.ts'
import { clauseAt, type Sentence, tokensAt } from '../sentence.ts'
import { isAllergen, type Place, substancesIn } from '../substances.ts'
import { type AllergyFact, withReaction } from './allergy-fact.ts'
import { ASKS_OF_MEDICINES } from './answered-allergies.ts'
import { REACTION, reactionBehind, reactionIn } from './reactions.ts'

const ALLERGIC_TO =
  /\b(?:allergic(?: reactions?)?|allerg(?:y|ies)|anaphyla(?:xis|ctic)(?: reactions?)?) to\b|\ballergies (?:are|include|is)\b/
const ALLERGY_BEHIND =
  /\ballerg(?:y|ies)\b(?! (?:tests?|testing|shots?|season|medicines?|medications?|clinic|specialist|tablets?|pills?|symptoms?|to\b))/
const NONE =
  /\b(?:no|not have any|not got any|denies any|denies|without) (?:known |other |any |drug |medication |medicine |food )*allerg(?:y|ies)\b|\bno known (?:drug )?allergies\b|\bnkda\b|\bnot allergic to (?:anything|any)\b|\bnothing (?:that )?(?:i am|he is|she is) allergic to\b/
const NONE_BUT = /\b(?:apart from|except(?: for)?|other than|besides|but|only)\b/

/** What a sentence tells by itself: "I am allergic to cashews", "an amoxicillin allergy", "sulfa brings me up in spots", "no known allergies". */
export function statedAllergies(sentence: Sentence, told: Told, all: readonly Told[], at: number): AllergyFact[] {
  if (sentence.isQuestion) return []
  const { said } = sentence
  const { evidence } = told
  const none = NONE.exec(said)
  if (none) {
    if (personOf(sentence, none.index, told) !== 'patient') return []
    const except = NONE_BUT.exec(said.slice(none.index + none[0].length - 1))
    const from = except ? none.index + none[0].length - 1 + except.index + except[0].length : said.length
    const named = substancesIn(sentence, from, said.length)
    const isOfMedicines = ASKS_OF_MEDICINES.test(none[0]) || /nkda/.test(none[0])
    return named.length > 0
      ? named.map(({ text }) => ({ substance: text, evidence }))
      : [{ substance: '', isOfMedicines, evidence }]
  }
  const places = [
    ...behindAllergic(sentence, told),
    ...beforeAllergy(sentence, told),
    ...thatReact(sentence, told, all, at),
  ]
  const reaction = reactionIn(said)
  const behind = reaction === undefined && places.length > 0 ? reactionBehind(all, at) : undefined
  return places.map(({ text, evidence: more = [] }) =>
    withReaction(
      { substance: text, ...(reaction !== undefined && { reaction }), evidence: [...new Set([...more, ...evidence])] },
      behind,
    ),
  )
}

const personOf = (sentence: Sentence, index: number, { antecedents }: Told) => {
  const { start, end } = tokensAt(sentence, index, index + 1)
  return contextAt(sentence, start, end, antecedents).person
}

/** True where the sentence says at this place that it is so of the patient. */
function isStated(sentence: Sentence, index: number, { antecedents }: Told): boolean {
  const { start, end } = tokensAt(sentence, index, index + 1)
  const { person, isDenied, certainty } = contextAt(sentence, start, end, antecedents)
  return (
    person === 'patient' &&
    !isDenied &&
    certainty !== 'open' &&
    !/\b(?:used to be|outgrew|grew out)\b/.test(sentence.said)
  )
}

interface NamedPlace extends Place {
  evidence?: string[]
}

function behindAllergic(sentence: Sentence, told: Told): NamedPlace[] {
  const match = ALLERGIC_TO.exec(sentence.said)
  if (!match || !isStated(sentence, match.index, told)) return []
  const behind = match.index + match[0].length
  const except = /^ (?:anything|any \w+|nothing)\b/.test(sentence.said.slice(behind))
    ? NONE_BUT.exec(sentence.said.slice(behind))
    : undefined
  const from = except ? behind + except.index + except[0].length : behind
  // "Penicillin, I got a rash from it": the next clause names no more.
  const last = tokensAt(sentence, match.index, behind).end
  const next = sentence.clauses.find(({ start, verb }) => start >= last && verb !== undefined)
  const to = next ? (sentence.offsets[next.start] ?? sentence.said.length) : sentence.said.length
  return substancesIn(sentence, from, to).filter(({ text }) => !REACTION.test(text))
}

function beforeAllergy(sentence: Sentence, told: Told): NamedPlace[] {
  const match = ALLERGY_BEHIND.exec(sentence.said)
  if (!match || !isStated(sentence, match.index, told)) return []
  const { start } = tokensAt(sentence, match.index, match.index + match[0].length)
  const tokens = sentence.tokens
  let from = start
  while (from > 0 && isInName(sentence, from - 1)) from--
  if (from === start) return []
  return substancesIn(sentence, sentence.offsets[from] ?? 0, match.index).filter(
    ({ text }) => isAllergen(text) || isNoun(tokens[start - 1]?.pos),
  )
}

const isNoun = (pos: string | undefined) => pos === 'NOUN' || pos === 'PROPN'
const isInName = ({ tokens }: Sentence, at: number) => {
  const token = tokens[at]
  return (
    token !== undefined &&
    (isNoun(token.pos) || isAllergen(token.word) || (/^(?:and|or|,)$/.test(token.word) && isNoun(tokens[at - 1]?.pos)))
  )
}

const GIVES =
  /\b(?:gives?|gave|makes?|made|causes?|caused|brings?|brought|breaks?|broke|bring|break|cause|make|get|got|gets|had|have|reacted|reacts?|react|comes?|came)\b/

/** Speech without marks tells of too much at once. */
const LONGEST = 30

/** "Penicillin gave me hives"; "it" goes on about what was named just before. */
function thatReact(sentence: Sentence, told: Told, all: readonly Told[], at: number): NamedPlace[] {
  const { said } = sentence
  const reaction = sentence.tokens.length <= LONGEST ? REACTION.exec(said) : null
  if (!reaction || !(GIVES.test(said) || WHEN_TAKEN.test(said)) || !isStated(sentence, reaction.index, told)) return []
  const { subject } =
    sentence.clauses[clauseAt(sentence, tokensAt(sentence, reaction.index, reaction.index + 1).start)] ?? {}
  if (sentence.speaker === 'doctor' && !/\byou\b/.test(said)) return []
  const before = substancesIn(sentence, 0, reaction.index).filter(({ text }) => isAllergen(text))
  const from = FROM.exec(said.slice(reaction.index))
  const behind = from
    ? substancesIn(sentence, reaction.index + from.index + from[0].length, said.length).filter(({ text }) =>
        isAllergen(text),
      )
    : []
  const head = subject && sentence.tokens[subject.head]?.word
  if (before.length > 0 && isCause(sentence, before)) return before
  if (behind.length > 0) return behind
  if (!/^(?:it|they|that|those)$/.test(head ?? '')) return []
  const previous = all[at - 1]
  const [spoken] = previous?.sentences ?? []
  const named =
    spoken?.speaker === sentence.speaker
      ? substancesIn(spoken, 0, spoken.said.length).filter(({ text }) => isAllergen(text))
      : []
  return named.length === 1 && previous ? named.map((place) => ({ ...place, evidence: previous.evidence })) : []
}

const FROM = /\b(?:from|with|after|to|when i (?:take|took|have|had|eat|ate|use|used))\b/
const WHEN_TAKEN = /\bwhen(?:ever)? i (?:take|took|have|had|eat|ate|use|used|touch|wear|wore)\b/
/** The substance is what does it: "amoxicillin brings me out", "when I take aspirin I swell up"; not "I took Benadryl for the hives". */
const isCause = ({ said }: Sentence, [first]: readonly Place[]) =>
  first !== undefined &&
  (/^(?: (?:always|really|just|usually|also|sometimes|actually|will|would|can|only|tends? to)){0,2} (?:gives?|gave|makes?|made|causes?|caused|brings?|brought|breaks?|broke|can make|just made)\b/.test(
    said.slice(first.end),
  ) ||
    (/\b(?:took|take|had|have|ate|eat|reacted to|react to|from|with|to)(?: (?:the|a|an|some|any))? $/.test(
      said.slice(0, first.start),
    ) &&
      !/\bfor (?:the|my|a|that)\b/.test(said.slice(first.end))))
