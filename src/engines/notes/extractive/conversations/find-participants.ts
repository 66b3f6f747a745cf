import { GIVEN_NAMES } from '../../../../clinical/en/redaction/given-names.ts'
import type { Statement } from '../../../../domain/note.ts'
import {
  ADDRESSED,
  ANSWERS_FOR_SELF,
  APOLOGY,
  ASKED_OF,
  CONSENT,
  INTRODUCTION,
  NAME_AND_PLACE,
  NAME_AND_ROLE,
  NAME_HERE,
  OWNER,
  RELATED,
} from './meeting-cues.ts'
import { join, type Sentence, state, unique } from './sentences.ts'

/** Who introduces themselves, or is asked by name and answers, and the voices that nobody named. */
export function findParticipants(sentences: readonly Sentence[]): Statement[] {
  const introduced = sentences.flatMap(readIntroduction)
  const names = introduced.map(({ attributes }) => attributes?.name ?? '')
  const addressed = sentences.flatMap((sentence, at) => readAddress(sentence, sentences[at + 1], names))
  const named = nameVoices(sentences)
  const voices = new Set(sentences.flatMap(({ voice }) => (voice && !named.has(voice) ? [voice] : [])))
  const unnamed = [...voices].flatMap((voice) => quoteVoice(sentences, voice))
  return [...introduced, ...uniqueNames(unique(addressed)), ...unnamed]
}

const LEAST_WORDS = 3

/** A voice that nobody named is there by its label, and by the first thing that it says. */
function quoteVoice(sentences: readonly Sentence[], voice: string): Statement[] {
  const own = sentences.filter((sentence) => sentence.voice === voice && !sentence.isQuestion)
  const first = own.find(({ words }) => words.length >= LEAST_WORDS) ?? own[0]
  return first ? [state(first, { type: 'participant', name: voice })] : []
}

function uniqueNames(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter(({ attributes: { name = '' } = {} }) => !seen.has(name) && seen.add(name))
}

/** Who is said to be missing; several names are told apart by commas. */
export function findAbsent(sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap((sentence) => {
    const names = sentence.text.match(APOLOGY)?.slice(1).find(Boolean)
    const name = names?.split(/,? and |, /).join(', ')
    return name ? [state(sentence, { type: 'participant', name, presence: 'absent' })] : []
  })
}

/** The name that each voice gives itself, or else by which it is asked and answers. */
export function nameVoices(sentences: readonly Sentence[]): Map<string, string> {
  const introduced = sentences.flatMap((sentence) => {
    const name = readIntroduction(sentence)[0]?.attributes?.name
    return name && sentence.voice ? [[sentence.voice, name] as const] : []
  })
  const taken = introduced.map(([, name]) => name)
  const addressed = sentences.flatMap((sentence, at) => {
    const [next, name] = [sentences[at + 1], nameAsked(sentence, sentences[at + 1])]
    return name && next?.voice && !isOneOf(taken, name) ? [[next.voice, name] as const] : []
  })
  const names = new Map<string, string>()
  for (const [voice, name] of [...introduced, ...addressed]) if (!names.has(voice)) names.set(voice, name)
  return names
}

/** Days and months stand with a capital too: "This is Monday's list". */
const NO_NAME = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(January|February|March|April|May|June|July|August)\b/

function readIntroduction(sentence: Sentence): Statement[] {
  const { isQuestion, text } = sentence
  if (isQuestion) return []
  const related = text.match(RELATED)?.groups
  const placed = text.match(NAME_AND_PLACE)
  const isPlaced = GIVEN_NAMES.has(placed?.[1]?.split(' ')[0]?.toLowerCase() ?? '')
  const own =
    text.match(NAME_HERE) ?? text.match(NAME_AND_ROLE) ?? text.match(INTRODUCTION) ?? (isPlaced ? placed : null)
  const [, first, said] = own ?? []
  const [name, role] = related ? [related.name, related.role] : [first, said]
  if (!name || NO_NAME.test(name)) return []
  const named = role?.replace(/^(the|a|an|our|your|from) /, '')
  return [state(sentence, { type: 'participant', name, ...(named && { role: named }) })]
}

function readAddress(sentence: Sentence, next: Sentence | undefined, known: readonly string[]): Statement[] {
  const name = nameAsked(sentence, next)
  return name && next && !isOneOf(known, name) ? [join(sentence, next, { type: 'participant', name })] : []
}

const isOneOf = (known: readonly string[], name: string) =>
  known.some((full) => full === name || full.split(' ').includes(name))

/** Who is asked by name, where the next voice agrees or speaks for itself; "she is away" is said by another. */
function nameAsked({ isQuestion, text, voice }: Sentence, next: Sentence | undefined): string | undefined {
  if (!isQuestion || !next || next.isQuestion || (voice !== undefined && voice === next.voice)) return undefined
  const asked = text.match(OWNER)?.[1] ?? text.match(ASKED_OF)?.[1]
  if (asked && CONSENT.test(next.said)) return asked
  const titled = text.match(ADDRESSED)?.[1]
  if (titled && !/\b(he|she|he's|she's)\b/.test(next.said.split(' ').slice(0, 3).join(' '))) return titled
  const isPerson = GIVEN_NAMES.has(asked?.split(' ')[0]?.toLowerCase() ?? '')
  return isPerson && ANSWERS_FOR_SELF.test(next.said) ? asked : undefined
}
