import { relativesIn } from '../relatives.ts'
import { isClinical, isMedicine } from '../terms.ts'
import { isNegator, isNumber, plainWords } from '../words.ts'
import { readSentence, type Sentence } from './sentence.ts'

/** How somebody corrects what he has just said. */
const CORRECTS =
  /^(?:(?:oh|no|well|actually|hang on|hold on|wait),? )*(?:wait|sorry|i mean|i meant|i tell a lie|correction|scratch that|strike that|let me correct|actually,? no|no,? actually|hang on|hold on)\b[, ]*/i
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
  const mended = new Map<Sentence, Sentence>()
  for (const [at, sentence] of sentences.entries()) {
    for (const one of namedWrongly(sentence, sentences.slice(Math.max(0, at - FAR_BACK), at))) gone.add(one)
    if (!CORRECTS.test(sentence.text) || sentence.isQuestion) continue
    const rest = plainWords(sentence.text.replace(CORRECTS, ''))
    const earlier = sentences
      .slice(Math.max(0, at - MOST_BACK), at)
      .toReversed()
      .find((one) => one.speaker === sentence.speaker && !gone.has(one) && !one.isQuestion)
    const renamed = earlier && withRelative(earlier, sentence)
    if (earlier && renamed) mended.set(earlier, renamed)
    else if (earlier && (sharesSlot(plainWords(earlier.text), rest) || isPardoned(sentences, at))) gone.add(earlier)
  }
  return sentences.flatMap((sentence) => (gone.has(sentence) ? [] : (mended.get(sentence) ?? sentence)))
}

const NAMES_RIGHT = /\b(?:it (?:was|is)|that (?:was|is)|i mean|sorry)(?:,? (?:it (?:was|is)))? my (\w+)/

/** "My sister had cancer. Actually no, it was my cousin.": the same of the one who was meant. */
function withRelative(earlier: Sentence, { said, itemId }: Sentence): Sentence | undefined {
  const [, right = ''] = NAMES_RIGHT.exec(said) ?? []
  const [wrong, ...others] = relativesIn(earlier.said)
  if (!relativesIn(right)[0] || wrong === undefined || others.length > 0 || wrong.key === relativesIn(right)[0]?.key)
    return undefined
  const word = earlier.said.slice(wrong.start, wrong.end).replace(/'s$/, '')
  const text = earlier.text.replace(new RegExp(`\\b${word}\\b`, 'i'), right)
  return { ...readSentence(text, { id: earlier.itemId, speaker: earlier.speaker }), goesOnIn: itemId }
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
