import { isRefusal } from '../offers.ts'
import { isAnswer } from '../questions.ts'
import { isClinical, isMedicine } from '../terms.ts'
import { isNumber, plainWords } from '../words.ts'
import type { Sentence } from './sentence.ts'

const OF_TIME =
  /\b(?:ago|yesterday|today|fortnight|weeks?|months?|years?|days?|mornings?|nights?|since|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/
const isTelling = (word: string) => isNumber(word) || isClinical(word) || isMedicine(word)

const MOST_WORDS_OF_ANSWER = 30
const LEAST_WORDS_ALONE = 4
/** Words that answer nothing by themselves. */
const EMPTY = new Set(
  'hi hello hey okay ok alright all right now good great fine sure thanks thank you so well then and but the a an is it that this i see mm doctor dr sorry pardon say again'.split(
    ' ',
  ),
)

/** A sentence of one's own that hardly is said but in answer. */
const OF_ANSWER =
  /^(?:well )?i (?:doubt|think|guess|do|don't|(?:have|had)(?=$| (?:actually|yes|yeah|once|sometimes|noticed|thought|tried|seen|before|in|by|since|a bit|a little)\b)|haven't|have not|never|used to|did|didn't|am|was|can't|cannot|hope|suppose|only|just|still|mostly|quit|stopped|gave (?:it )?up|always|sometimes|usually|would|wouldn't|could|couldn't)\b/

/** True when it needs its question to be understood: "No.", "For two weeks.", "Yes, in the morning." */
export function isAnswerTo(sentence: Sentence): boolean {
  const { text, isQuestion } = sentence
  const words = plainWords(text)
  if (isAnswer(words[0] ?? '') && words.length <= MOST_WORDS_OF_ANSWER) return true
  if (isRefusal(sentence.said) || /\ballergic to\b/.test(sentence.said)) return true
  if (isQuestion || words.length > MOST_WORDS_OF_ANSWER || words.every((word) => EMPTY.has(word))) {
    return (
      /^(?:that is (?:right|correct|true|it)|that's (?:right|correct|true|it)|right|correct|exactly|all right|of course|sure)\b/.test(
        words.join(' '),
      ) && words.length <= 4
    )
  }
  const said = words.join(' ')
  const standsAlone =
    /^(well )?(i|i've|i'd|my|your|let|we) /.test(said) &&
    words.length >= LEAST_WORDS_ALONE &&
    !OF_ANSWER.test(said) &&
    !hangsOn(said, words)
  return (
    !(standsAlone && hasMainClause(sentence)) &&
    (words.length <= 8 || OF_ANSWER.test(said) || OF_TIME.test(said) || words.some(isTelling))
  )
}

/** "I've thought about it, but I wouldn't do it": of what, the question says. */
const hangsOn = (said: string, words: readonly string[]) =>
  ELLIPTIC.test(said) ||
  (/\b(?:it|that|them|those|one|any|either)\b/.test(said) &&
    !words.some((word) => isClinical(word) || isMedicine(word)))
/** "My dad's brother did, at sixty." */
const ELLIPTIC =
  /^(?:[\w']+ ){1,4}(?:did|does|do|has|had|have)(?: not)?(?:$| (?:at|in|too|as well|but|when|once|before)\b)/

export const hasMainClause = ({ clauses }: Sentence) =>
  clauses.some(
    ({ verb, opener }) =>
      verb !== undefined && !/^(?:since|because|when|if|that|which|who|while|until|after|before)$/.test(opener ?? ''),
  )
