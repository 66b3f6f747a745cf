import type { Statement } from '../../../../domain/note.ts'
import {
  ASKS_ALL,
  ASKS_ASSENT,
  ASKS_FOR_THAT,
  ASSENT,
  BEFORE_NOW,
  CARRIED,
  CONCLUDES,
  DECISION,
  OBJECTS,
  ONLY_SETTLES,
  PROCEDURE,
  PROPOSAL,
  SETTLES,
  SUGGESTION,
  TAKES_UP,
  UNDECIDED,
  WILL,
} from './meeting-cues.ts'
import { join, type Sentence, state, unique } from './sentences.ts'

/** How many statements behind a proposal its fate is told. */
const REACH = 4
/** The same with the questions between. */
const FARTHEST = 10

/**
 * What was decided in this meeting: said to be, proposed and carried, asked of all and assented to, or told after everyone was
 * asked to agree. What was decided before, what somebody objects to, and how the meeting goes on are no decisions.
 */
export function findDecisions(sentences: readonly Sentence[]): Statement[] {
  return unique(sentences.flatMap((_, at) => readDecision(sentences, at)))
}

function readDecision(sentences: readonly Sentence[], at: number): Statement[] {
  const [before, sentence] = [sentences[at - 1], sentences[at] as Sentence]
  const { said, isQuestion } = sentence
  if (BEFORE_NOW.test(said) || PROCEDURE.test(said)) return []
  if (isQuestion) return readAsked(sentences, at)
  if (UNDECIDED.test(said) || ONLY_SETTLES.test(said)) return []
  const fate = PROPOSAL.test(said) || SUGGESTION.test(said) ? findFate(sentences, at) : undefined
  if (fate) return [{ ...state(sentence), evidence: [...new Set([sentence.itemId, fate.itemId])] }]
  const isDecided = DECISION.test(said) || CONCLUDES.test(said) || isSettled(sentence, before)
  return isDecided || isAgreedTo(sentence, sentences[at + 1]) ? [state(sentence)] : []
}

/** What is put to everyone, together with the assent of another; "is that okay with everyone?" asks for what stands before. */
function readAsked(sentences: readonly Sentence[], at: number): Statement[] {
  const [before, sentence, next] = [sentences[at - 1], sentences[at] as Sentence, sentences[at + 1]]
  if (!next || !assents(sentence, next)) return []
  if (!ASKS_FOR_THAT.test(sentence.said))
    return ASKS_ALL.test(sentence.said) && says(sentence) ? [join(sentence, next, {})] : []
  const isToldBehind = CONCLUDES.test(sentences[at + 2]?.said ?? '')
  const isOpen = !before || before.isQuestion || UNDECIDED.test(before.said) || BEFORE_NOW.test(before.said)
  if (isOpen || isToldBehind || !says(before)) return []
  return [{ ...state(before), evidence: [...new Set([before.itemId, next.itemId])] }]
}

/** The statement that carries what was proposed, before anyone objects. */
function findFate(sentences: readonly Sentence[], at: number): Sentence | undefined {
  const sentence = sentences[at] as Sentence
  const after = sentences.slice(at + 1, at + 1 + FARTHEST).filter(({ isQuestion }) => !isQuestion)
  const isProposed = PROPOSAL.test(sentence.said)
  for (const next of after.slice(0, REACH)) {
    if (UNDECIDED.test(next.said)) return undefined
    if (isProposed ? CARRIED.test(next.said) || assents(sentence, next) : TAKES_UP.test(next.said)) return next
    if (OBJECTS.test(next.said)) return undefined
  }
  return undefined
}

/** True for the yes of another voice, with nothing held against it. */
function assents(sentence: Sentence, next: Sentence): boolean {
  const isSame = next.voice !== undefined && next.voice === sentence.voice
  return !isSame && !next.isQuestion && ASSENT.test(next.said) && !OBJECTS.test(next.said)
}

const isAgreedTo = (sentence: Sentence, next: Sentence | undefined) =>
  next !== undefined && WILL.test(sentence.said) && says(sentence) && assents(sentence, next)

const LEAST_WORDS = 4

const says = ({ words }: Sentence) => words.length >= LEAST_WORDS

function isSettled(sentence: Sentence, before: Sentence | undefined): boolean {
  return SETTLES.test(sentence.said) && says(sentence) && before !== undefined && ASKS_ASSENT.test(before.said)
}
