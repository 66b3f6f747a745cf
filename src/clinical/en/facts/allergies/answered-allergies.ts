import { contextAt } from '../context.ts'
import type { Told } from '../conversation.ts'
import { type Sentence, tokensAt } from '../sentence.ts'
import { isAllergen, type Place, substancesIn } from '../substances.ts'
import type { AllergyFact } from './allergy-fact.ts'
import { isIntolerance, reactionIn } from './reactions.ts'

const ASKS = /\ballerg(?:y|ies|ic)\b|\breact(?:ed|ion)? (?:badly )?to\b|\bintoleran/
export const ASKS_OF_MEDICINES = /\b(?:medicines?|medications?|drugs?|antibiotics?|tablets?)\b/
const EXCEPT = /\b(?:apart from|except(?: for)?|other than|besides|only|just|but)\b/
const ASKS_OF_ANY = /\b(?:any|anything|known|allergies|what|nothing)\b/

/** What the answer to a question tells: "Any allergies? – No, only latex.", "Are you allergic to penicillin? – Yes." */
export function answeredAllergies({ sentences, answer, says, evidence, antecedents }: Told): AllergyFact[] {
  const question = sentences.find(({ said }) => ASKS.test(said))
  const [first] = answer
  if (question === undefined || first === undefined || isOfRelative(antecedents.asked)) return []
  const isOfMedicines = ASKS_OF_MEDICINES.test(question.said)
  const named = answer.flatMap((one) => namedInAnswer(one, says))
  if (named.length > 0)
    return named.map(({ text, reaction }) => ({ substance: text, ...(reaction && { reaction }), evidence }))
  const asked = substancesIn(question, behindOf(ASKS, question.said), question.said.length).filter(({ text }) =>
    isAllergen(text),
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
  const known = substancesIn(sentence, from, said.length).filter(({ text }) => isAllergen(text))
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

const isAffirmed = (sentence: Sentence, { start, end }: Place) => {
  const at = tokensAt(sentence, start, end)
  const { isDenied, person, certainty } = contextAt(sentence, at.start, at.end, {})
  return !isDenied && person === 'patient' && certainty !== 'open'
}
