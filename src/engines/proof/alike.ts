import { isNegator, isNumber } from '../../clinical/en/words.ts'
import type { Clause } from './clauses.ts'
import { once } from './once.ts'

/** Endings that change with the sentence: "headaches", "coughing", "takes". */
export const stem = (word: string) => word.replace(/('s|ing|ed|es|s)$/, '').replace(/(?<=.{3})[ey]$/, '')

const SMALL = new Set(
  (
    'the a an and or of to in on at for with by is are was were be been has have had does do did he she they his her ' +
    'over under their him them it its this that these those patient reports denies states says as from about any will would i you my your'
  ).split(' '),
)

/** "Avoid salt" is "don't take salt". */
const isAvoided = (words: readonly string[]) => words.some((word) => /^(avoid|refrain)/.test(word))
/** Whether a sentence says that something is not. */
export const isTurnedIn = (words: readonly string[]) => words.some(isNegator) || isAvoided(words)

/** Clauses that share nearly as many words as the one that shares most. */
const ALIKE_SHARE = 0.7

const wantedOf = once((words): ReadonlySet<string> => new Set(tellingOf(words).map(stem)))

/** Those clauses that share most words with a sentence, its smallest words aside. */
export function closestTo<Read extends { clause: Clause }>(words: readonly string[], read: readonly Read[]): Read[] {
  const wanted = wantedOf(words)
  const scored = read.map((each) => ({ each, shared: countShared(each.clause.words, wanted) }))
  const most = Math.max(...scored.map(({ shared }) => shared))
  return scored.flatMap(({ each, shared }) => (shared >= most * ALIKE_SHARE ? [each] : []))
}

/** The words of a sentence that tell something. */
export function tellingOf(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !SMALL.has(word) && !isNumber(word))
  return telling.length > 0 ? telling : words
}

const stemsOf = once((words) => new Set(words.map(stem)))

const countShared = (words: readonly string[], wanted: ReadonlySet<string>) => stemsOf(words).intersection(wanted).size

/** Where nothing clinical is named, a clause that shares the words must be turned the same way. */
export function isAlike(words: readonly string[], evidence: readonly Clause[]): boolean {
  const wanted = wantedOf(words)
  const isShared = evidence.some((clause) => countShared(clause.words, wanted) > 0)
  const isTurned = isTurnedIn(words)
  const closest = closestTo(
    words,
    evidence.map((clause) => ({ clause })),
  )
  return (isShared || words.some(isNumber)) && closest.some(({ clause }) => turnedOf(clause).includes(isTurned))
}

function turnedOf({ words, isQuestion, answer }: Clause): boolean[] {
  if (!isQuestion) return [isTurnedIn(words)]
  return answer === undefined ? [] : [(answer === 'no') !== isAvoided(words)]
}
