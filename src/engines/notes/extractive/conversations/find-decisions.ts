import type { Statement } from '../../../../domain/note.ts'
import { ASKS_ASSENT, CARRIED, DECISION, PROPOSAL, SETTLES, UNDECIDED } from './meeting-cues.ts'
import { type Sentence, state, unique } from './sentences.ts'

/** How many sentences behind a proposal its fate is told. */
const REACH = 3

/** What was decided: said to be, proposed and carried, or told after everyone was asked to agree. */
export function findDecisions(sentences: readonly Sentence[]): Statement[] {
  return unique(
    sentences.flatMap((sentence, at): Statement[] => {
      const { said, isQuestion } = sentence
      if (isQuestion || UNDECIDED.test(said)) return []
      const carried = PROPOSAL.test(said) ? findCarried(sentences.slice(at + 1, at + 1 + REACH)) : undefined
      if (carried) return [{ ...state(sentence), evidence: [...new Set([sentence.itemId, carried.itemId])] }]
      return DECISION.test(said) || isSettled(sentence, sentences[at - 1]) ? [state(sentence)] : []
    }),
  )
}

const findCarried = (after: readonly Sentence[]) =>
  after.find(({ said, isQuestion }) => !isQuestion && CARRIED.test(said) && !UNDECIDED.test(said))

const LEAST_WORDS = 4

function isSettled({ said, words }: Sentence, before: Sentence | undefined): boolean {
  return SETTLES.test(said) && words.length >= LEAST_WORDS && before !== undefined && ASKS_ASSENT.test(before.said)
}
