import { isKnownAllergen } from '../allergens.ts'
import { isMedicineName } from '../medicines.ts'
import { contextAt } from './context.ts'
import type { Told } from './conversation.ts'
import { clauseAt, type Sentence, tokensAt } from './sentence.ts'
import { type Place, substancesIn } from './substances.ts'

/** Something that the patient is allergic to, or that he is allergic to nothing. */
export interface AllergyFact {
  /** As it was said; `''` where none is known. */
  substance: string
  /** What it does: "hives". */
  reaction?: string
  /** Of none: whether only medicines were asked after. */
  isOfMedicines?: boolean
  evidence: string[]
}

/**
 * The patient's allergies, each once, and where he has none and said so, that. What a question names is an allergen only
 * when it is affirmed; what is not borne (nausea, constipation) is no allergy.
 */
export function findAllergies(conversation: readonly Told[]): AllergyFact[] {
  const clear = conversation.filter(({ isClear }) => isClear)
  const found = clear.flatMap((told, at) => allergiesIn(told, clear, at))
  const denied = new Set(clear.flatMap(noAllergiesTo))
  const named = onceEach(found.filter(({ substance }) => substance !== '' && !denied.has(substance)))
  if (named.length > 0) return named
  const none = found.filter(({ substance }) => substance === '')
  return none.slice(0, 1).map((fact) => ({ ...fact, isOfMedicines: none.every(({ isOfMedicines }) => isOfMedicines) }))
}

/** "Codeine makes me sick, but that is not an allergy." */
const NO_ALLERGY = /\b(?:is|was) not (?:really )?(?:an? )?(?:true |real )?allerg(?:y|ic)\b/
const noAllergiesTo = ({ sentences }: Told) =>
  sentences.flatMap((sentence) => {
    const until = sentence.said.search(NO_ALLERGY)
    return until < 0 ? [] : substancesIn(sentence, 0, until).map(({ text }) => text)
  })

function onceEach(facts: readonly AllergyFact[]): AllergyFact[] {
  const byName = Map.groupBy(facts, ({ substance }) => substance.replace(/s$/, ''))
  return [...byName.values()].flatMap((same) => {
    const [first] = same
    const reaction = same.find((fact) => fact.reaction !== undefined)?.reaction
    const evidence = [
      ...new Set(same.filter((fact, at) => at === 0 || fact.reaction !== undefined).flatMap((fact) => fact.evidence)),
    ]
    return first ? [{ ...first, ...(reaction !== undefined && { reaction }), evidence }] : []
  })
}

function allergiesIn(told: Told, all: readonly Told[], at: number): AllergyFact[] {
  const own =
    told.answer.length > 0 ? answeredAllergies(told) : told.sentences.flatMap((one) => statedIn(one, told, all, at))
  const later = told.answer.flatMap((one) => statedIn(one, told, all, at))
  const [fact] = own
  if (fact === undefined) return later
  const behind = fact.reaction === undefined && fact.substance !== '' ? reactionBehind(all, at) : undefined
  return [...own.map((each) => withReaction(each, behind)), ...later]
}

const withReaction = (fact: AllergyFact, behind: ReturnType<typeof reactionBehind>): AllergyFact =>
  behind ? { ...fact, reaction: behind.reaction, evidence: [...new Set([...fact.evidence, ...behind.evidence])] } : fact

const ASKS = /\ballerg(?:y|ies|ic)\b|\breact(?:ed|ion)? (?:badly )?to\b|\bintoleran/
const ASKS_OF_MEDICINES = /\b(?:medicines?|medications?|drugs?|antibiotics?|tablets?)\b/
const EXCEPT = /\b(?:apart from|except(?: for)?|other than|besides|only|just|but)\b/
const ASKS_OF_ANY = /\b(?:any|anything|known|allergies|what|nothing)\b/

/** "Any allergies? – No, only latex.", "Are you allergic to penicillin? – Yes." */
function answeredAllergies({ sentences, answer, says, evidence, antecedents }: Told): AllergyFact[] {
  const question = sentences.find(({ said }) => ASKS.test(said))
  const [first] = answer
  if (question === undefined || first === undefined || isOfRelative(antecedents.asked)) return []
  const isOfMedicines = ASKS_OF_MEDICINES.test(question.said)
  const named = answer.flatMap((one) => namedInAnswer(one, says))
  if (named.length > 0)
    return named.map(({ text, reaction }) => ({ substance: text, ...(reaction && { reaction }), evidence }))
  const asked = substancesIn(question, behindOf(ASKS, question.said), question.said.length).filter(({ text }) =>
    isKnown(text),
  )
  if (says === 'yes') return asked.map(({ text }) => ({ substance: text, evidence }))
  const isDenied = says === 'no' || (DENIES.test(first.said) && !EXCEPT.test(first.said))
  const isNone = isDenied && asked.length === 0 && ASKS_OF_ANY.test(question.said) && !/\breact/.test(question.said)
  return isNone ? [{ substance: '', isOfMedicines, evidence }] : []
}

const behindOf = (pattern: RegExp, said: string) => {
  const match = new RegExp(`${pattern.source}(?: to)?`).exec(said)
  return match ? match.index + match[0].length : said.length
}

const DENIES = /^(?:(?:um|uh|mm|well|oh|right|ah|yeah) )*(?:no|nope|none|nothing|not that|not to my)\b/

const isOfRelative = (asked: string | undefined) => asked !== undefined && asked !== 'patient'

const ANSWERS_WITH =
  /^(?:(?:yes|yeah|yep|yup|no|nope|well|um|uh|i think|i am|i have|i have got|allergic|an? allergy|to|just|only|there is|it is|that is|mainly|mostly|really|the|actually|have|got|that|well|right|oh|ah|okay) )*/
const NO_SUBSTANCE_BEHIND =
  /^(?:i|am|aware|my|we|you|he|she|they|not|none|nothing|that i|known|any|do|did|have|has|at|so)\b/

/** The substances that an answer names: known ones anywhere in it, any other where it says no more than its name. */
function namedInAnswer(sentence: Sentence, says: Told['says']): { text: string; reaction?: string | undefined }[] {
  const { said } = sentence
  const except = EXCEPT.exec(said)
  const isNo = says === 'no' || /^(?:no|nope|none|nothing|not)\b/.test(said)
  if (isNo && !except) return []
  const from = isNo && except ? except.index + except[0].length : 0
  const known = substancesIn(sentence, from, said.length).filter(({ text }) => isKnown(text))
  const affirmed = known.filter((place) => isAffirmed(sentence, place) && !TAKES.test(said.slice(0, place.start)))
  const reaction = reactionIn(said)
  if (affirmed.length > 0) return isIntolerance(said) ? [] : affirmed.map(({ text }) => ({ text, reaction }))
  const lead = ANSWERS_WITH.exec(said.slice(from).trim())?.[0].length ?? 0
  const rest = said.slice(from).trim().slice(lead)
  const isName = rest !== '' && rest.split(' ').length <= 3 && !NO_SUBSTANCE_BEHIND.test(rest) && (lead > 0 || isNo)
  const start = said.length - rest.length
  return isName ? substancesIn(sentence, start, said.length).map(({ text }) => ({ text, reaction })) : []
}

/** What is taken is no allergen because somebody asked after allergies. */
const TAKES = /^(?!.*\bwhen\b).*\b(?:i am on|i (?:just |only )?(?:take|use)|taking|using)\b/

const isKnown = (text: string) => text.split(' ').some((word) => isMedicineName(word)) || isKnownAllergen(text)

const isAffirmed = (sentence: Sentence, { start, end }: Place) => {
  const at = tokensAt(sentence, start, end)
  const { isDenied, person, certainty } = contextAt(sentence, at.start, at.end, {})
  return !isDenied && person === 'patient' && certainty !== 'open'
}

const ALLERGIC_TO =
  /\b(?:allergic(?: reactions?)?|allerg(?:y|ies)|anaphyla(?:xis|ctic)(?: reactions?)?) to\b|\ballergies (?:are|include|is)\b/
const ALLERGY_BEHIND =
  /\ballerg(?:y|ies)\b(?! (?:tests?|testing|shots?|season|medicines?|medications?|clinic|specialist|tablets?|pills?|symptoms?|to\b))/
const NONE =
  /\b(?:no|not have any|not got any|denies any|denies|without) (?:known |other |any |drug |medication |medicine |food )*allerg(?:y|ies)\b|\bno known (?:drug )?allergies\b|\bnkda\b|\bnot allergic to (?:anything|any)\b|\bnothing (?:that )?(?:i am|he is|she is) allergic to\b/
const NONE_BUT = /\b(?:apart from|except(?: for)?|other than|besides|but|only)\b/

/** "I am allergic to cashews", "an amoxicillin allergy", "sulfa brings me up in spots", "no known allergies". */
function statedIn(sentence: Sentence, told: Told, all: readonly Told[], at: number): AllergyFact[] {
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
    ({ text }) => isKnown(text) || isNoun(tokens[start - 1]?.pos),
  )
}

const isNoun = (pos: string | undefined) => pos === 'NOUN' || pos === 'PROPN'
const isInName = ({ tokens }: Sentence, at: number) => {
  const token = tokens[at]
  return (
    token !== undefined &&
    (isNoun(token.pos) || isKnown(token.word) || (/^(?:and|or|,)$/.test(token.word) && isNoun(tokens[at - 1]?.pos)))
  )
}

/** What an allergy does, and what only is not borne. */
const REACTION =
  /\b(?:hives|rash(?:es)?|spots|welts|wheals|blisters|itch(?:ing|y|es)?|swell(?:ing|s|ed)?(?: up)?|swollen|anaphyla(?:xis|ctic(?: shock| reaction)?)|(?:throat|airway)s? (?:\w+ )?(?:clos(?:es|ed|ing)|swell(?:s|ed|ing)?)(?: up)?|(?:trouble|difficulty|hard(?: time)?|cannot|could not) breath(?:e|ing)|wheez(?:e|es|ed|ing)|(?:broke|breaks?|break|breaking) (?:me )?out(?: in (?:a )?\w+)?)\b/
const INTOLERANCE =
  /\b(?:sick|nausea|nauseous|nauseated|vomit(?:s|ing|ed)?|throw up|upset (?:my )?stomach|stomach (?:upset|ache|pain)|diarrh(?:o)?ea|constipat(?:ed|ion|es)|drowsy|sleepy|dizzy|headaches?|heartburn|cough)\b/
const GIVES =
  /\b(?:gives?|gave|makes?|made|causes?|caused|brings?|brought|breaks?|broke|bring|break|cause|make|get|got|gets|had|have|reacted|reacts?|react|comes?|came)\b/

const reactionIn = (said: string) => {
  const found = [...said.matchAll(new RegExp(REACTION, 'g'))].map(([text]) => text)
  return found.length > 0 ? [...new Set(found)].join(', ') : undefined
}
const isIntolerance = (said: string) => INTOLERANCE.test(said) && !REACTION.test(said)

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
  const before = substancesIn(sentence, 0, reaction.index).filter(({ text }) => isKnown(text))
  const from = FROM.exec(said.slice(reaction.index))
  const behind = from
    ? substancesIn(sentence, reaction.index + from.index + from[0].length, said.length).filter(({ text }) =>
        isKnown(text),
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
      ? substancesIn(spoken, 0, spoken.said.length).filter(({ text }) => isKnown(text))
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

const ASKS_WHAT =
  /\b(?:what (?:do|does|did|happens?|happened|kind of reaction|sort of reaction|reaction)|how do you react|reaction do you|reaction (?:do|did) you)\b/
const MOST_BEHIND = 3

/** "What do they do? – My throat closes up.": also where the answer stands by itself. */
function reactionBehind(all: readonly Told[], at: number): { reaction: string; evidence: string[] } | undefined {
  const asked = all
    .slice(at + 1, at + 1 + MOST_BEHIND)
    .find(({ sentences, answer }) => answer.length > 0 && sentences.some(({ said }) => ASKS_WHAT.test(said)))
  const told = asked ?? all[at + 1]
  if (told === undefined) return undefined
  const own = (asked ? told.answer : told.sentences).filter(
    ({ speaker, isQuestion }) => speaker !== 'doctor' && !isQuestion,
  )
  const namesOther = own.some((one) => substancesIn(one, 0, one.said.length).some(({ text }) => isKnown(text)))
  const reaction = namesOther && !asked ? undefined : reactionIn(own.map(({ said }) => said).join(' '))
  return reaction === undefined ? undefined : { reaction, evidence: told.evidence }
}
