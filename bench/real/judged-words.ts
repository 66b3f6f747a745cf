import type { Word } from '../../src/domain/transcript.ts'
import { alignWords } from '../speech/align-words.ts'

export interface JudgedWord {
  confidence: number
  isRight: boolean
}

/**
 * Which of the words that were heard are right: all that they are compared by (`it's` is two words, `140` three digits)
 * stands in the reference, in its place. Fillers and words without confidence are left out.
 */
export function judgeHeard(
  reference: string,
  heard: readonly Word[],
  comparable: (text: string) => string[],
): JudgedWord[] {
  const parts = heard.flatMap(({ text }, at) => comparable(text).map((word) => ({ word, at })))
  const rightParts = alignWords(
    comparable(reference),
    parts.map(({ word }) => word),
  ).map(([, found]) => found)
  const wrong = new Set(parts.keys())
  for (const found of rightParts) wrong.delete(found)
  const wrongWords = new Set([...wrong].map((part) => parts[part]?.at))
  const compared = new Set(parts.map(({ at }) => at))
  return heard.flatMap(({ confidence }, at) =>
    confidence === undefined || !compared.has(at) ? [] : [{ confidence, isRight: !wrongWords.has(at) }],
  )
}

/** The words of each tenth of confidence, from 0.0–0.1 to 0.9–1.0. */
export function byTenth(words: readonly JudgedWord[]): JudgedWord[][] {
  const tenths: JudgedWord[][] = Array.from({ length: 10 }, () => [])
  for (const word of words) tenths[Math.min(9, Math.floor(word.confidence * 10))]?.push(word)
  return tenths
}

/** Part of the words that is right; NaN of none. */
export const shareRight = (words: readonly JudgedWord[]) => words.filter(({ isRight }) => isRight).length / words.length
