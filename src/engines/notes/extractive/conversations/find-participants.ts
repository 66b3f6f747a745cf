import type { Statement } from '../../../../domain/note.ts'
import { APOLOGY, CONSENT, INTRODUCTION, NAME_AND_ROLE, OWNER } from './meeting-cues.ts'
import { join, type Sentence, state, unique } from './sentences.ts'

/** Who introduces themselves, or is asked by name and agrees. */
export function findParticipants(sentences: readonly Sentence[]): Statement[] {
  const introduced = sentences.flatMap(readIntroduction)
  const names = introduced.map(({ attributes }) => attributes?.name ?? '')
  const addressed = sentences.flatMap((sentence, at) => readAddress(sentence, sentences[at + 1], names))
  return [...introduced, ...unique(addressed)]
}

/** Who is said to be missing; several names are told apart by commas. */
export function findAbsent(sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap((sentence) => {
    const names = sentence.text.match(APOLOGY)?.slice(1).find(Boolean)
    const name = names?.split(/,? and |, /).join(', ')
    return name ? [state(sentence, { type: 'participant', name, presence: 'absent' })] : []
  })
}

/** The name that each voice gives itself. */
export function nameVoices(sentences: readonly Sentence[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const sentence of sentences) {
    const name = readIntroduction(sentence)[0]?.attributes?.name
    if (name && sentence.voice && !names.has(sentence.voice)) names.set(sentence.voice, name)
  }
  return names
}

/** Days and months stand with a capital too: "This is Monday's list". */
const NO_NAME = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(January|February|March|April|May|June|July|August)\b/

function readIntroduction(sentence: Sentence): Statement[] {
  const { isQuestion, text } = sentence
  const [, name, role] = isQuestion ? [] : (text.match(NAME_AND_ROLE) ?? text.match(INTRODUCTION) ?? [])
  if (!name || NO_NAME.test(name)) return []
  const named = role?.replace(/^(the|a|an|our|your|from) /, '')
  return [state(sentence, { type: 'participant', name, ...(named && { role: named }) })]
}

function readAddress(sentence: Sentence, next: Sentence | undefined, known: readonly string[]): Statement[] {
  const name = sentence.isQuestion ? sentence.text.match(OWNER)?.[1] : undefined
  if (!name || !next || !CONSENT.test(next.said) || known.some((one) => one.split(' ').includes(name))) return []
  return [join(sentence, next, { type: 'participant', name })]
}
