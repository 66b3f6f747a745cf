import { plainWords } from '../../../../clinical/en/words.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import type { Written } from '../fill-sections.ts'
import {
  GREETS,
  OFFER,
  PROMISED,
  REASON,
  REFERENCE_NUMBER,
  REPORTED,
  RESOLVED,
  TROUBLE,
  UNRESOLVED,
  WORKS,
} from './call-cues.ts'
import type { CallVoices } from './call-voices.ts'
import { readSentencesOf, type Sentence, state, stateCued, unique } from './sentences.ts'

const MOST_REASONS = 2
/** How far into a call a caller says why. */
const OPENING_SENTENCES = 6

/** Why somebody called, and what came of it. */
export function writeResults({ items, agent, caller, areKnown }: CallVoices): Written {
  const all = readSentencesOf(items)
  const ofAgent = readSentencesOf(agent)
  const reason = findReason(items, caller, areKnown)
  const isReason = ({ text }: Statement) => reason.some((each) => each.text === text)
  const isResult = ({ said }: Sentence) => !UNRESOLVED.test(said) && !REPORTED.test(said)
  const works = stateCued(readSentencesOf(caller).filter(isResult), WORKS)
  return {
    sections: {
      reason,
      resolved: unique([...stateCued(ofAgent.filter(isResult), RESOLVED), ...works]),
      unresolved: stateCued(all, UNRESOLVED).filter((each) => !isReason(each)),
      promised: stateCued(ofAgent, PROMISED),
      references: unique(all.flatMap(readReference)),
    },
  }
}

/**
 * What the caller wants in so many words, or what went wrong for them, or else what they answer to the offer of help; where
 * the caller is known, the first thing they say that is no greeting.
 */
function findReason(items: readonly Item[], caller: readonly Item[], areKnown: boolean): Statement[] {
  const told = readSentencesOf(caller)
  const cued = stateCued(told, REASON).slice(0, MOST_REASONS)
  if (cued.length > 0) return cued
  const trouble = stateCued(told.slice(0, OPENING_SENTENCES), TROUBLE).slice(0, MOST_REASONS)
  if (trouble.length > 0) return trouble
  const offered = items.findIndex(({ text }) => OFFER.test(plainWords(text).join(' ')))
  const behind = offered < 0 && !areKnown ? [] : caller.filter((item) => items.indexOf(item) > offered)
  const answer = behind.find((item) => readSentencesOf([item]).some(tells))
  return (answer ? readSentencesOf([answer]) : [])
    .filter(tells)
    .slice(0, MOST_REASONS)
    .map((each) => state(each))
}

const LEAST_WORDS = 3
/** A longer sentence that begins with a greeting says more. */
const MOST_WORDS_OF_GREETING = 6

function tells({ said, words, isQuestion }: Sentence): boolean {
  const isGreeting = words.length <= MOST_WORDS_OF_GREETING && GREETS.test(said)
  return !isQuestion && words.length >= LEAST_WORDS && !isGreeting
}

function readReference(sentence: Sentence): Statement[] {
  const number = sentence.said.match(REFERENCE_NUMBER)?.[1]
  // "I will order a new one" gives no number: a single letter or word is none.
  if (number === undefined || !/\d| /.test(number) || sentence.isQuestion) return []
  return [state(sentence, { type: 'reference', number: number.toUpperCase() })]
}
