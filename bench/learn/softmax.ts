import { type Linear, shuffled } from './linear.ts'

/** One thing to learn from: what it is told by, its class, and how much it counts. */
export interface Labeled {
  features: readonly string[]
  label: string
  weight: number
  /** What each of its features counts. */
  worth: number
}

interface Options {
  classes: readonly string[]
  /** Features seen in fewer cases are left out. */
  leastSeen: number
  /** How strongly weights are held near zero. */
  penalty: number
  /** How far each round takes every weight towards zero, so that most end there. */
  shrink: number
  rounds: number
}

interface Case extends Labeled {
  rows: number[]
  labelAt: number
}

const RATE = 0.2

/** Softmax regression by Adagrad (Duchi 2011), a model for each class; the same cases give the same weights. */
export function learnSoftmax(samples: readonly Labeled[], options: Options): Record<string, Linear> {
  const { classes } = options
  const names = listFeatures(samples, options.leastSeen)
  const rowOf = new Map(names.map((name, row) => [name, row]))
  const cases = samples.map((sample) => ({
    ...sample,
    rows: [names.length, ...sample.features.flatMap((name) => rowOf.get(name) ?? [])],
    labelAt: classes.indexOf(sample.label),
  }))
  const weights = descend(cases, names.length + 1, options)
  const column = (at: number) => (row: number) => weights[row * classes.length + at] as number
  return Object.fromEntries(
    classes.map((name, at) => [
      name,
      { bias: column(at)(names.length), weights: new Map(names.map((feature, row) => [feature, column(at)(row)])) },
    ]),
  )
}

function listFeatures(samples: readonly Labeled[], leastSeen: number): string[] {
  const seen = new Map<string, number>()
  for (const { features } of samples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1)
  return [...seen].filter(([, count]) => count >= leastSeen).map(([name]) => name)
}

/** Rows of weights, a class beside the other; the last row is the bias. */
function descend(cases: readonly Case[], height: number, { classes, penalty, shrink, rounds }: Options): Float64Array {
  const weights = new Float64Array(height * classes.length)
  const squares = new Float64Array(height * classes.length).fill(1e-3)
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(cases.length, round)) step(cases[at] as Case, weights, squares, height - 1, penalty)
    for (const [at, weight] of weights.entries())
      weights[at] = Math.sign(weight) * Math.max(0, Math.abs(weight) - shrink)
  }
  return weights
}

function step(
  { rows, labelAt, weight, worth }: Case,
  weights: Float64Array,
  squares: Float64Array,
  biasRow: number,
  penalty: number,
): void {
  const width = weights.length / (biasRow + 1)
  const worthOf = (row: number) => (row === biasRow ? 1 : worth)
  const sums = new Float64Array(width)
  for (const row of rows)
    for (let at = 0; at < width; at++)
      sums[at] = (sums[at] as number) + worthOf(row) * (weights[row * width + at] as number)
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  for (const row of rows) {
    for (let at = 0; at < width; at++) {
      const cell = row * width + at
      const error = (powers[at] as number) / total - (at === labelAt ? 1 : 0)
      const slope = weight * worthOf(row) * error + penalty * (weights[cell] as number)
      squares[cell] = (squares[cell] as number) + slope * slope
      weights[cell] = (weights[cell] as number) - (RATE * slope) / Math.sqrt(squares[cell] as number)
    }
  }
}
