import { leaningAt } from './main-clauses.ts'
import { questionBorders } from './questions.ts'
import { sentenceOdds } from './sentence-ends.ts'
import { plainWords } from './words.ts'

/** A sentence of so few words has its marks; the learned borders, which serve where marks are missing, would tear it. */
const MOST_WORDS = 10

/** Where a spoken sentence ends although no mark says so: what was asked and answered in one breath, and long speech. */
export function bordersOf(printed: readonly string[]): number[] {
  const words = printed.map((word) => plainWords(word).join(' '))
  const spoken = words.length > MOST_WORDS ? spokenBorders(words) : []
  return [...new Set([...questionBorders(words), ...spoken])].sort((a, b) => a - b)
}

/** What was learned of sentence ends, and what grammar says of them. */
function spokenBorders(words: readonly string[]): number[] {
  const borders: number[] = []
  let start = 0
  for (let at = 1; at < words.length; at++) {
    if (sentenceOdds(words, start, at) + leaningAt(words, start, at) <= 0) continue
    borders.push(at)
    start = at
  }
  return borders
}

/** The sentence in its pieces. */
export function cutSentence(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const borders = bordersOf(printed)
  return [0, ...borders].map((start, index) => printed.slice(start, borders[index]).join(' '))
}
