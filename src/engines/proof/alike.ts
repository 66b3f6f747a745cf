import { isNegator, isNumber } from '../../clinical/en/words.ts'

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

/** The words of a sentence that tell something. */
export function tellingOf(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !SMALL.has(word) && !isNumber(word))
  return telling.length > 0 ? telling : words
}
