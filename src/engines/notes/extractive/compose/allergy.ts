import type { Told } from '../../../../clinical/en/facts/conversation.ts'
import { findAllergies } from '../../../../clinical/en/facts/find-allergies.ts'
import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'
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
  const isOfNames = first?.clauses.every(({ verb }) => verb === undefined) === true
  // "Elastoplast. And latex.": what nobody knows by name is read as it was said.
  if (
    isOfNames &&
    !substances.some((name) => first.said.includes(name)) &&
    !/^(?:yes|yeah|yep|no|just)\b/.test(first.said)
  )
    return undefined
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
    return reaction && REACTION.test(sentence.said)
      ? [`the reaction was ${reaction.charAt(0).toLowerCase()}${reaction.slice(1)}`]
      : []
  })
  // "Levaquin i got a rash all over": the name, and what it did.
  const stated = first && substances.length === 1 ? behindName(first, substances[0] ?? '', voice) : undefined
  if (stated) return [`the patient is allergic to ${substances[0]}`, ...stated, ...behind]
  if (own?.some((text) => substances.every((name) => text.toLowerCase().includes(name)))) return [...own, ...behind]
  return [`the patient is allergic to ${substances.join(' and ')}`, ...behind]
}

const REACTION =
  /\b(?:rash|hives|itch\w*|swell\w*|swollen|sick|anaphyl\w*|breath\w*|blister\w*|blotch\w*|spots|red|vomit\w*|throat|wheez\w*|welts|lips)\b/

/** What is told behind the name that opens the answer, without a mark between them. */
function behindName({ text, itemId, speaker }: Sentence, substance: string, voice: Voice): string[] | undefined {
  if (!text.toLowerCase().startsWith(`${substance} `) || /\ballerg/i.test(text)) return undefined
  const rest = text.slice(substance.length).replace(/^[,\s]+/, '')
  if (!/^(?:i|my|it)\b/i.test(rest)) return undefined
  return (
    tellClauses(plainSpeech(readSentence(rest, { id: itemId, speaker })), {
      ...voice,
      referent: { name: substance, isPlural: false, isMedicine: true },
    }) ?? []
  )
}
