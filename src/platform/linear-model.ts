import { readFileSync } from 'node:fs'

/** Linear models over the same features, as the scripts in bench/learn write them. */
export interface LinearTable {
  /** What it was learned from, with authors and license. */
  about: string
  /** Weights are integers; a sum over this number is a log-odd. */
  scale: number
  models: string[]
  bias: number[]
  /** For each feature pairs of a model's index and its weight there. */
  weights: Record<string, number[]>
}

/** A table as bench/learn wrote it. */
export function readTable(file: URL): LinearTable {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** What speaks for each model, in their order, as log-odds. Every feature counts `worth`; unknown ones count nothing. */
export function scoresOf({ scale, bias, weights }: LinearTable, features: Iterable<string>, worth = 1): number[] {
  const sums = bias.map(() => 0)
  for (const feature of features) {
    const pairs = weights[feature] ?? []
    for (let at = 0; at < pairs.length; at += 2)
      sums[pairs[at] as number] = (sums[pairs[at] as number] as number) + (pairs[at + 1] as number)
  }
  return sums.map((sum, at) => ((bias[at] as number) + worth * sum) / scale)
}

/** Scores as probabilities that sum to one: softmax. */
export function toProbabilities(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
