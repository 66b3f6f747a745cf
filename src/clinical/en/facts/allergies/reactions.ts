import type { Told } from '../conversation.ts'
import { isAllergen, substancesIn } from '../substances.ts'

/** What an allergy does, and what only is not borne. */
export const REACTION =
  /\b(?:hives|rash(?:es)?|spots|welts|wheals|blisters|itch(?:ing|y|es)?|swell(?:ing|s|ed)?(?: up)?|swollen|anaphyla(?:xis|ctic(?: shock| reaction)?)|(?:throat|airway)s? (?:\w+ )?(?:clos(?:es|ed|ing)|swell(?:s|ed|ing)?)(?: up)?|(?:trouble|difficulty|hard(?: time)?|cannot|could not) breath(?:e|ing)|wheez(?:e|es|ed|ing)|(?:broke|breaks?|break|breaking) (?:me )?out(?: in (?:a )?\w+)?)\b/
const INTOLERANCE =
  /\b(?:sick|nausea|nauseous|nauseated|vomit(?:s|ing|ed)?|throw up|upset (?:my )?stomach|stomach (?:upset|ache|pain)|diarrh(?:o)?ea|constipat(?:ed|ion|es)|drowsy|sleepy|dizzy|headaches?|heartburn|cough)\b/

/** What an allergy is said to do: "hives, swelling". */
export const reactionIn = (said: string) => {
  const found = [...said.matchAll(new RegExp(REACTION, 'g'))].map(([text]) => text)
  return found.length > 0 ? [...new Set(found)].join(', ') : undefined
}
/** Whether something is only not borne. */
export const isIntolerance = (said: string) => INTOLERANCE.test(said) && !REACTION.test(said)

const ASKS_WHAT =
  /\b(?:what (?:do|does|did|happens?|happened|kind of reaction|sort of reaction|reaction)|how do you react|reaction do you|reaction (?:do|did) you)\b/
const MOST_BEHIND = 3

/** "What do they do? – My throat closes up.": also where the answer stands by itself. */
export function reactionBehind(all: readonly Told[], at: number): { reaction: string; evidence: string[] } | undefined {
  const asked = all
    .slice(at + 1, at + 1 + MOST_BEHIND)
    .find(({ sentences, answer }) => answer.length > 0 && sentences.some(({ said }) => ASKS_WHAT.test(said)))
  const told = asked ?? all[at + 1]
  if (told === undefined) return undefined
  const own = (asked ? told.answer : told.sentences).filter(
    ({ speaker, isQuestion }) => speaker !== 'doctor' && !isQuestion,
  )
  const namesOther = own.some((one) => substancesIn(one, 0, one.said.length).some(({ text }) => isAllergen(text)))
  const reaction = namesOther && !asked ? undefined : reactionIn(own.map(({ said }) => said).join(' '))
  return reaction === undefined ? undefined : { reaction, evidence: told.evidence }
}
