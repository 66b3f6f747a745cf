import { findRelatives } from './names.ts'
import type { RomanceLanguage } from './romance-language.ts'
import type { Sentence } from './sentence.ts'

/** Whose something is: the patient's, a relative's by the name of the table, or somebody else's. */
export type Person = string

const PATIENT = 'patient'
const OTHER = 'other'

/** For each word of a sentence whose it is; `antecedent`: whom the sentence before, or the question, was about. */
export function personsOf(
  sentence: Sentence,
  language: RomanceLanguage,
  antecedent: Person | undefined,
): readonly Person[] {
  const { tokens, speaker } = sentence
  const relatives = findRelatives(tokens, language)
  const patient: Person = speaker === 'other' ? OTHER : PATIENT
  let person = firstPerson(sentence, language, antecedent)
  const isOpen = !tokens.some(({ word }) => language.persons.first.test(word))
  const only = relatives.length === 1 && isOpen ? relatives[0] : undefined
  const isBehind =
    only !== undefined &&
    language.persons.of.test(
      tokens
        .slice(0, only.start)
        .map(({ word }) => word)
        .slice(-2)
        .join(' '),
    )
  if (isBehind) person = only.name
  return tokens.map(({ word }, at) => {
    const named = relatives.find(({ start }) => start === at)
    if (named && !language.persons.with.test(tokens[named.start - 2]?.word ?? '')) person = named.name
    else if (language.persons.first.test(word) || isFirstForm(word, language))
      person = speaker === 'doctor' ? person : patient
    else if (
      speaker !== 'patient' &&
      language.persons.second.test(word) &&
      !relatives.some(({ start }) => start === at + 1)
    )
      person = PATIENT
    return person
  })
}

/** Who is meant before anybody is named: whom a pronoun stands for, or the patient. */
function firstPerson(
  { tokens, speaker, isQuestion }: Sentence,
  language: RomanceLanguage,
  antecedent: Person | undefined,
): Person {
  const isPronoun = tokens.slice(0, 3).some(({ word }) => language.persons.third.test(word))
  const isFragment = !tokens.some(
    ({ word }) => language.verbs.thirdOf(word) !== undefined || language.verbs.isThird(word),
  )
  if (
    antecedent !== undefined &&
    antecedent !== PATIENT &&
    (isPronoun || (isFragment && !isQuestion) || language.persons.isImplied)
  ) {
    return antecedent
  }
  return isPronoun && speaker === 'patient' ? OTHER : PATIENT
}

/** "Tengo": a form that only the first person has. */
const isFirstForm = (word: string, { verbs, persons }: RomanceLanguage) =>
  persons.isImplied && verbs.thirdOf(word) !== undefined && !verbs.isThird(word)

/** Whom a sentence was about at its end. */
export const lastPerson = (persons: readonly Person[]): Person | undefined => persons.at(-1)
