import { opensQuestionAt, questionBorders } from '../../clinical/en/questions.ts'
import { sentenceOdds } from '../../clinical/en/sentence-ends.ts'
import { endsSentence } from '../../clinical/en/words.ts'
import type { Word } from '../../domain/transcript.ts'

/** What a pause adds to the log-odds of a sentence's end that the words give; people also pause to think. */
const PAUSES: readonly [leastMs: number, odds: number][] = [
  [1500, 12],
  [800, 5],
  [450, 3.5],
  [250, 2.2],
  [120, 0.8],
  [40, 0],
]
const NO_PAUSE = -3
/** What a question's words add: "do you", "is the pain". */
const QUESTION = 2
/** Longer than people speak without an end; from here on every word speaks for one. */
const MOST_WORDS = 40
const PER_WORD = 0.2

/** Cuts the words of one speaker into sentences by what they say and where they pause. Keeps every word, in order. */
export function cutSentences(words: readonly Word[]): Word[][] {
  const plain = words.map(({ text }) => text.toLowerCase())
  return cutAtQuestions(words, plain).flatMap(([first, end]) => cutPart(words, plain, first, end))
}

/** Cuts where the engine wrote the end of a sentence. */
export function cutPunctuated(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = []
  for (const [at, word] of words.entries()) {
    if (at === 0 || endsBefore(words[at - 1]?.text ?? '', word.text)) sentences.push([])
    sentences.at(-1)?.push(word)
  }
  return sentences
}

/** "At 8 a.m. on Monday" goes on behind its second point. */
const isShortened = (printed: string) => /\p{L}\.\p{L}+\.$/u.test(printed)
const endsBefore = (printed: string, next: string) =>
  endsSentence(printed) && !(isShortened(printed) && /^\p{Ll}/u.test(next))

/** Parts in which the order of words shows no other question or answer. */
function cutAtQuestions(words: readonly Word[], plain: readonly string[]): [first: number, end: number][] {
  const borders = [0, ...questionBorders(plain), words.length]
  return borders.slice(1).map((end, at) => [borders[at] as number, end])
}

function cutPart(words: readonly Word[], plain: readonly string[], first: number, end: number): Word[][] {
  const sentences: Word[][] = []
  let start = first
  for (let at = first + 1; at <= end; at++) {
    if (at < end && !isBorder(words, plain, start, at)) continue
    sentences.push(words.slice(start, at))
    start = at
  }
  return sentences
}

function isBorder(words: readonly Word[], plain: readonly string[], start: number, at: number): boolean {
  const asks = opensQuestionAt(plain.slice(at, at + 6), 0) ? QUESTION : 0
  const length = Math.max(0, at - start - MOST_WORDS) * PER_WORD
  return sentenceOdds(plain, start, at) + pauseOdds(pauseBeforeMs(words, at)) + asks + length > 0
}

function pauseOdds(pauseMs: number): number {
  return PAUSES.find(([leastMs]) => pauseMs >= leastMs)?.[1] ?? NO_PAUSE
}

/** The silence in front of a word, in milliseconds. */
export function pauseBeforeMs(words: readonly Word[], at: number): number {
  return (words[at]?.startMs ?? 0) - (words[at - 1]?.endMs ?? 0)
}
