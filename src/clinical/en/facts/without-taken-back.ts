import { isClinical, isMedicine } from '../terms.ts'
import { isNegator, isNumber, plainWords } from '../words.ts'
import type { Sentence } from './sentence.ts'

/** How somebody corrects what he has just said. */
const CORRECTS =
  /^(?:no,? wait|wait|sorry|oh sorry|no,? sorry|i mean|i meant|correction|scratch that|strike that|let me correct)\b[, ]*/i
const PARDON =
  /^(?:sorry|pardon|excuse me|what)\b.*\b(?:what did you say|say that again|again|come again|pardon)\b|^(?:pardon|sorry|excuse me)\?$/i
const MOST_BACK = 4
/** "Sorry, not a thumb spica": whatever was said of one before is gone. */
const NAMES_WRONG =
  /\b(?:sorry|no wait|wait|actually|i mean|correction)\b(?: \w+){0,2}? not (?:an? |the )?([\w-]+(?: [\w-]+)?)/
const FAR_BACK = 12

/** What was corrected is gone, or has the corrected word: "The right knee. No wait, the left." */
export function withoutTakenBack(sentences: readonly Sentence[]): Sentence[] {
  const gone = new Set<Sentence>()
  for (const [at, sentence] of sentences.entries()) {
    for (const one of namedWrongly(sentence, sentences.slice(Math.max(0, at - FAR_BACK), at))) gone.add(one)
    if (!CORRECTS.test(sentence.text) || sentence.isQuestion) continue
    const rest = plainWords(sentence.text.replace(CORRECTS, ''))
    const earlier = sentences
      .slice(Math.max(0, at - MOST_BACK), at)
      .toReversed()
      .find((one) => one.speaker === sentence.speaker && !gone.has(one) && !one.isQuestion)
    if (earlier && (sharesSlot(plainWords(earlier.text), rest) || isPardoned(sentences, at))) gone.add(earlier)
  }
  return sentences.filter((sentence) => !gone.has(sentence))
}

/** What the same speaker said of the thing that he now says was wrong. */
function namedWrongly({ said, speaker, isQuestion }: Sentence, earlier: readonly Sentence[]): Sentence[] {
  const [, name = ''] = (!isQuestion && NAMES_WRONG.exec(said)) || []
  if (name === '' || !name.split(' ').some((word) => isClinical(word) || isMedicine(word) || word.length > 4)) return []
  return earlier.filter((one) => one.speaker === speaker && one.said.includes(name) && !/\bnot\b/.test(one.said))
}

const isPardoned = (sentences: readonly Sentence[], at: number) =>
  sentences.slice(Math.max(0, at - 2), at).some(({ text, isQuestion }) => isQuestion && PARDON.test(text))

const SIDE = /^(?:left|right|both)$/
/** Whether one sentence says something else in the same place as the other: another side, number or medicine. */
function sharesSlot(earlier: readonly string[], later: readonly string[]): boolean {
  const slots = [(word: string) => SIDE.test(word), isNumber, isMedicine]
  const isReplaced = slots.some((is) => earlier.some(is) && later.some(is))
  const shared = later.filter((word) => isClinical(word) && earlier.includes(word))
  return isReplaced || (shared.length > 0 && later.length <= 8 && !later.some(isNegator))
}
