import { plainWords } from '../../../../clinical/en/words.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import type { Written } from '../fill-sections.ts'
import { OFFER, PROMISED, REASON, REFERENCE_NUMBER, REPORTED, RESOLVED, UNRESOLVED } from './call-cues.ts'
import type { CallVoices } from './call-voices.ts'
import { readSentencesOf, type Sentence, state, stateCued, unique } from './sentences.ts'

const MOST_REASONS = 2

/** Why somebody called, and what came of it. */
export function writeResults({ items, agent, caller }: CallVoices): Written {
  const all = readSentencesOf(items)
  const ofAgent = readSentencesOf(agent)
  return {
    sections: {
      reason: findReason(items, caller),
      resolved: stateCued(
        ofAgent.filter(({ said }) => !UNRESOLVED.test(said) && !REPORTED.test(said)),
        RESOLVED,
      ),
      unresolved: stateCued(all, UNRESOLVED),
      promised: stateCued(ofAgent, PROMISED),
      references: unique(all.flatMap(readReference)),
    },
  }
}

/** What the caller wants in so many words, or else what they answer to the offer of help. */
function findReason(items: readonly Item[], caller: readonly Item[]): Statement[] {
  const cued = stateCued(readSentencesOf(caller), REASON).slice(0, MOST_REASONS)
  if (cued.length > 0) return cued
  const offered = items.findIndex(({ text }) => OFFER.test(plainWords(text).join(' ')))
  const answer = offered < 0 ? undefined : caller.find((item) => items.indexOf(item) > offered)
  const told = readSentencesOf(answer ? [answer] : []).filter(({ isQuestion }) => !isQuestion)
  return told.slice(0, MOST_REASONS).map((each) => state(each))
}

function readReference(sentence: Sentence): Statement[] {
  const number = sentence.said.match(REFERENCE_NUMBER)?.[1]
  // "I will order a new one" gives no number: a single letter or word is none.
  if (number === undefined || !/\d| /.test(number) || sentence.isQuestion) return []
  return [state(sentence, { type: 'reference', number: number.toUpperCase() })]
}
