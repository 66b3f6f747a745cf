import { beginsLikeQuestion, questionBorders } from '../../../clinical/questions.ts'
import { isFiller, isLeadIn, isNumber, plainWords, readSentences } from '../../../clinical/words.ts'
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

/** Below this mean confidence PocketSphinx's sentences were nonsense in made consultations; above, mostly right. */
const LEAST_CONFIDENCE = 0.5

/** The sentences of an item: several where a question and its answer came without a pause between them. */
export function readUtterances(item: Item): Utterance[] {
  const isClear = (item.confidence ?? 1) >= LEAST_CONFIDENCE
  return readSentences(item.text)
    .flatMap(cutAtQuestions)
    .map((text) => tidy(text))
    .filter((text) => text !== '')
    .map((text) => ({
      itemId: item.id,
      text,
      speaker: item.speaker,
      words: plainWords(text),
      isQuestion: text.endsWith('?'),
      isClear,
    }))
}

function cutAtQuestions(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const borders = questionBorders(printed.map(plainWord))
  return [0, ...borders].map((start, index) => printed.slice(start, borders[index]).join(' '))
}

/** Leaves out hesitations, openers ("okay so") and words said twice in a row; begins with a capital, ends with a mark. */
function tidy(sentence: string): string {
  const spoken = sentence.split(/\s+/).filter((word) => !isFiller(plainWord(word)))
  const start = spoken.findIndex((word) => !isLeadIn(plainWord(word)))
  if (start < 0) return ''
  const kept = spoken.slice(start).filter((word, at, all) => !isStutter(plainWord(all[at - 1] ?? ''), plainWord(word)))
  const text = kept.join(' ').replace(/[\s,;:.!?…-]+$/, '')
  const mark = /\?["']?$/.test(sentence) || beginsLikeQuestion(plainWords(text)) ? '?' : '.'
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1) + mark
}

function isStutter(before: string, word: string): boolean {
  return word === before && !isNumber(word)
}

function plainWord(printed: string): string {
  return plainWords(printed).join(' ')
}
