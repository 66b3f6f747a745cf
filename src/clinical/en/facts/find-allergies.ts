import { type AllergyFact, withReaction } from './allergies/allergy-fact.ts'
import { answeredAllergies } from './allergies/answered-allergies.ts'
import { reactionBehind } from './allergies/reactions.ts'
import { statedAllergies } from './allergies/stated-allergies.ts'
import type { Told } from './conversation.ts'
import { substancesIn } from './substances.ts'

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
/** "But I've had it since and was fine." */
const BORNE =
  /\b(?:have|has|had) (?:had|taken|tried|been on|been given|eaten|used) (?:it|them|that|some|penicillin|one)(?: \w+){0,3} since\b|\b(?:since|again|later|after that) (?:and|with) (?:it |i |she |he )?(?:was |were |been |had )?(?:fine|okay|ok|no (?:problems?|reaction|trouble|issues?))\b/
const noAllergiesTo = ({ sentences, answer }: Told) =>
  [...sentences, ...answer].flatMap((sentence) => {
    const until = sentence.said.search(BORNE.test(sentence.said) ? BORNE : NO_ALLERGY)
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
    told.answer.length > 0
      ? answeredAllergies(told)
      : told.sentences.flatMap((one) => statedAllergies(one, told, all, at))
  const later = told.answer.flatMap((one) => statedAllergies(one, told, all, at))
  const [fact] = own
  if (fact === undefined) return later
  const behind = fact.reaction === undefined && fact.substance !== '' ? reactionBehind(all, at) : undefined
  return [...own.map((each) => withReaction(each, behind)), ...later]
}
