import { readFileSync } from 'node:fs'

/**
 * Where sentences end in a run of plain words without marks, by a logistic regression over the words around each gap
 * and the length of what stands in front of it. Learned by bench/learn/sentence-ends.ts; the weights file says from what.
 */

interface Weights {
  /** Weights are integers; a sum over this number is a log-odd. */
  scale: number
  bias: number
  /** What must be exceeded for a sentence to end. */
  threshold: number
  weights: Record<string, number>
}

const LEARNED: Weights = JSON.parse(readFileSync(new URL('learned/sentence-ends.json', import.meta.url), 'utf8'))

const MOST_LENGTH = 30

/** What the gap in front of the word at `at` is told by; `start` is where its sentence begins. */
export function featuresOfGap(words: readonly string[], start: number, at: number): string[] {
  const word = (offset: number) => words[at + offset] ?? '#'
  const before = at - 1 >= start ? word(-1) : '#'
  const earlier = at - 2 >= start ? word(-2) : '#'
  return [
    `a${earlier}`,
    `b${before}`,
    `c${word(0)}`,
    `d${word(1)}`,
    `e${word(2)}`,
    `f${earlier} ${before}`,
    `g${before} ${word(0)}`,
    `h${word(0)} ${word(1)}`,
    `i${word(0)} ${word(1)} ${word(2)}`,
    `l${Math.min(MOST_LENGTH, at - start)}`,
    `s${words[start]} ${Math.min(4, at - start)}`,
  ]
}

/** How much speaks for a sentence that begins at `at`, where its last one began at `start`: log-odds, 0 at the border. */
export function sentenceOdds(words: readonly string[], start: number, at: number): number {
  return scoreOf(featuresOfGap(words, start, at)) / LEARNED.scale - LEARNED.threshold
}

function scoreOf(features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (LEARNED.weights[feature] ?? 0), LEARNED.bias)
}
