import { questionBorders } from './questions.ts'
import { sentenceBorders } from './sentence-ends.ts'
import { plainWords } from './words.ts'

/** A sentence of so few words has its marks; the learned borders, which serve where marks are missing, would tear it. */
const MOST_WORDS = 10

/** Where a spoken sentence ends although no mark says so: what was asked and answered in one breath, and long speech. */
export function bordersOf(printed: readonly string[]): number[] {
  const words = printed.map((word) => plainWords(word).join(' '))
  const learned = words.length > MOST_WORDS ? sentenceBorders(words) : []
  return [...new Set([...questionBorders(words), ...learned])].sort((a, b) => a - b)
}

/** The sentence in its pieces. */
export function cutSentence(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const borders = bordersOf(printed)
  return [0, ...borders].map((start, index) => printed.slice(start, borders[index]).join(' '))
}
