import { isAnswer } from '../../../clinical/en/questions.ts'
import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'
import type { Speaker } from '../../../domain/transcript.ts'
import type { Utterance } from './read-utterances.ts'

/** A question and its answer, with what the one who answers goes on to say. */
export interface Exchange {
  question: string
  answer: string
  behind: string
}

/** What could stand in a note: a sentence, or a question together with the answer that gives it meaning. */
export interface Claim {
  text: string
  evidence: string[]
  /** Who says it, or who asks. */
  speaker: Speaker
  words: string[]
  isAnswered: boolean
  exchange?: Exchange
  isClear: boolean
}

const MOST_WORDS_OF_ANSWER = 25
const LEAST_WORDS_ALONE = 4
/** Words that answer nothing by themselves; a bare "no" is often heard as "now". */
const EMPTY = new Set(
  'hi hello hey okay ok alright all right now good great fine sure thanks thank you so well then and but the a an is it that this i see mm doctor dr sorry pardon say again'.split(
    ' ',
  ),
)

/** How much a voice may say behind its own question before the other answers. */
const MOST_BEHIND = 2

/** Where the answer to a question stands; undefined where the voice that asked goes on with something else. */
function findAnswer(utterances: readonly Utterance[], asked: number): number | undefined {
  const { speaker, itemId } = utterances[asked] as Utterance
  for (let at = asked + 1; at <= asked + 1 + MOST_BEHIND; at++) {
    const next = utterances[at]
    const isSameVoice = speaker !== 'unspecified' && next?.speaker === speaker && next.itemId === itemId
    if (next && (!isSameVoice || isAnswer(next.words[0] ?? ''))) return isAnswerTo(next) ? at : undefined
    if (next?.isQuestion) return undefined
  }
  return undefined
}

/** Joins each question with its short answer. Questions nobody answered state nothing and go. */
export function pairAnswers(utterances: readonly Utterance[]): Claim[] {
  const claims: Claim[] = []
  for (let at = 0; at < utterances.length; at++) {
    const utterance = utterances[at] as Utterance
    if (!utterance.isQuestion) {
      claims.push(claimOf([utterance]))
      continue
    }
    const answerAt = findAnswer(utterances, at)
    if (answerAt === undefined) continue
    claims.push(...utterances.slice(at + 1, answerAt).map((between) => claimOf([between])))
    claims.push(claimOf([utterance, utterances[answerAt] as Utterance], utterances[answerAt + 1]))
    at = answerAt
  }
  return claims
}

function claimOf(utterances: readonly Utterance[], after?: Utterance): Claim {
  const [, answer] = utterances
  const behind = answer && after?.itemId === answer.itemId ? after.text : ''
  return {
    text: utterances.map(({ text }) => text).join(' '),
    evidence: [...new Set(utterances.map(({ itemId }) => itemId))],
    speaker: utterances[0]?.speaker ?? 'unspecified',
    words: utterances.flatMap(({ words }) => words),
    isAnswered: utterances.length > 1,
    isClear: utterances.every(({ isClear }) => isClear),
    ...(answer && { exchange: { question: utterances[0]?.text ?? '', answer: answer.text, behind } }),
  }
}

/** True when it needs its question to be understood: "No.", "For two weeks.", "Yes, in the morning." */
function isAnswerTo({ words, isQuestion }: Utterance): boolean {
  if (isQuestion || words.length > MOST_WORDS_OF_ANSWER || words.every((word) => EMPTY.has(word))) return false
  const [first = ''] = words
  if (isAnswer(first)) return true
  const standsAlone =
    /^(well )?(i|i'm|i've|my|your|let|let's|we|we'll) /.test(words.join(' ')) && words.length >= LEAST_WORDS_ALONE
  return !standsAlone && (words.length <= 8 || words.some(isNumber) || words.some(isClinical) || words.some(isMedicine))
}
