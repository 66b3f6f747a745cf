import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { findAllergies } from '../../../../clinical/en/facts/find-allergies.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { endOf } from './inverted.ts'
import { plainSpeech } from './plain-speech.ts'
import { tellClauses } from './tell.ts'

/** "Any allergies? – Penicillin, I get a rash.": the substances by name, and what the answer says of them. */
export function tellAllergy(told: Told, voice: Voice): string[] | undefined {
  if (!told.sentences.some(({ said }) => /\ballerg/.test(said))) return undefined
  const substances = findAllergies([told]).flatMap(({ substance }) => (substance === '' ? [] : [substance]))
  if (substances.length === 0) return undefined
  const [first, ...rest] = told.answer
  const own = first && tellClauses(plainSpeech(first), voice)
  const behind = rest.map(plainSpeech).flatMap((sentence) => {
    if (sentence.clauses.some(({ verb, parent }) => verb && parent === undefined))
      return tellClauses(sentence, voice) ?? []
    const reaction = tellThirdPerson(
      sentence.tokens,
      sentence.clauses,
      { ...voice, isNamed: true },
      0,
      endOf(sentence.tokens),
    )
    return reaction ? [`the reaction was ${reaction.charAt(0).toLowerCase()}${reaction.slice(1)}`] : []
  })
  if (own?.some((text) => substances.every((name) => text.toLowerCase().includes(name)))) return [...own, ...behind]
  return [`the patient is allergic to ${substances.join(' and ')}`, ...behind]
}
