import { cutSentence } from '../../../clinical/en/cut-sentence.ts'
import { isHeardClearly, tidy } from '../../../clinical/en/facts/read-sentences.ts'
import { isNumber, plainWords, readSentences } from '../../../clinical/en/words.ts'
import type { Item, Speaker } from '../../../domain/transcript.ts'

/** One sentence as it may stand in a note: the speaker's words without hesitations. */
export interface Utterance {
  itemId: string
  text: string
  speaker: Speaker
  words: string[]
  isQuestion: boolean
  /** False when the recogniser itself doubts what it heard. */
  isClear: boolean
}

/** Commands to an assistant that listens: what they order is said to the patient as well. */
const TO_A_DEVICE =
  /\b(ignore|disregard|forget) (all |any |your |my |the |these |those )*(previous |prior |earlier )?(rules|instructions|prompts?)\b|^((hey|hi|hello|ok|okay),? )?(dragon|dax|siri|google|alexa)\b|^show me (the|his|her|your)\b/i

/** The sentences of an item: several where a question and its answer came without a pause between them. */
export function readUtterances(item: Item, cut = cutSentence): Utterance[] {
  const isClear = isHeardClearly(item)
  return joinNumbers(readSentences(item.text))
    .flatMap(cut)
    .map(tidy)
    .filter((text) => text !== '' && !TO_A_DEVICE.test(text))
    .map((text) => ({
      itemId: item.id,
      text,
      speaker: item.speaker,
      words: plainWords(text),
      isQuestion: text.endsWith('?'),
      isClear,
    }))
}

/** "It was 97." "7." is one number that a mark tore apart. */
function joinNumbers(sentences: readonly string[]): string[] {
  const joined: string[] = []
  for (const sentence of sentences) {
    const before = joined.at(-1) ?? ''
    const isTorn = isNumber(plainWords(before).at(-1) ?? '') && isNumber(plainWords(sentence)[0] ?? '')
    if (isTorn) joined[joined.length - 1] = `${before} ${sentence}`
    else joined.push(sentence)
  }
  return joined
}
