import type { Told } from './conversation.ts'
import { meaningsOf } from './meanings.ts'
import { medicineOf } from './medicine-names.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'
import { isWord, type Token } from './words.ts'

/** What the patient is allergic to; an empty substance where he knows of nothing. */
export interface Allergy {
  substance: string
  isOfMedicines: boolean
  evidence: string[]
}

/** The patient's allergies, each once; what a sentence says that is not understood gives none. */
export function findAllergies(told: readonly Told[], language: RomanceLanguage): Allergy[] {
  const found = told.flatMap((one) => allergiesOf(one, language))
  const named = found.filter(({ substance }) => substance !== '')
  const kept = named.length > 0 ? named : found.slice(0, 1)
  return kept.filter((one, at) => kept.findIndex(({ substance }) => substance === one.substance) === at)
}

function allergiesOf(told: Told, language: RomanceLanguage): Allergy[] {
  const { questions, sentence, answer, corrections } = told
  if (corrections.length > 0 || sentence.isForeign || sentence.isUnmarked) return []
  const question = questions.at(-1)
  const asks = question !== undefined && language.allergy.cue.test(question.said)
  const evidence = [...new Set([...(asks ? [question.itemId] : []), sentence.itemId])]
  const isOfMedicines = language.allergy.ofMedicines.test(`${asks ? question.said : ''} ${sentence.said}`)
  const none: Allergy = { substance: '', isOfMedicines, evidence }
  if (asks && answer?.says === 'no' && answer.rest.length === 0)
    return substancesOf(question.tokens, language).length === 0 && isPatients(question, told, language) ? [none] : []
  const isNamed = language.allergy.cue.test(sentence.said)
  if (!isNamed && !asks) return []
  if (question && !asks) return []
  const subject = isNamed ? sentence : question
  if (subject && !isPatients(subject, told, language)) return []
  const meanings = meaningsOf(sentence, language, told.antecedent?.person)
  if (meanings.some(({ isOpen }) => isOpen)) return []
  const at = sentence.tokens.findIndex(({ word }) => language.allergy.cue.test(word))
  const denials = meanings.filter(({ start }) => start >= Math.max(0, at)).map(({ denial }) => denial)
  const substances = substancesOf(sentence.tokens.slice(Math.max(0, at)), language)
  if (substances.length > 0) {
    if (answer?.says === 'no' || denials.some((denial) => denial !== 'stated')) return []
    return substances.map((substance) => ({ substance, isOfMedicines, evidence }))
  }
  const isNone =
    isNamed &&
    denials.length > 0 &&
    denials.every((denial) => denial === 'denied') &&
    language.allergy.none.test(sentence.said)
  return isNone ? [none] : []
}

function isPatients(sentence: Sentence, { antecedent }: Told, language: RomanceLanguage): boolean {
  const meanings = meaningsOf(sentence, language, antecedent?.person)
  return meanings.every(({ person, sort }) => person === 'patient' && sort !== 'relative')
}

/** Medicines and known allergens, as they were said. */
const substancesOf = (tokens: readonly Token[], language: RomanceLanguage): string[] =>
  tokens.filter(isWord).flatMap(({ word, text }) => {
    const isAllergen = language.allergens.has(word) || language.allergens.has(word.replace(/s$/, ''))
    return isAllergen || medicineOf(word, language) ? [text.toLowerCase()] : []
  })
