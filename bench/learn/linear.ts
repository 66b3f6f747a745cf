/** One thing to learn from: what it is told by, and whether it is so. */
export interface Sample {
  features: readonly string[]
  isSo: boolean
  weight?: number
}

export interface Linear {
  bias: number
  weights: Map<string, number>
}

const ROUNDS = 10
const RATE = 0.25

/** Logistic regression by Adagrad with a small L2 penalty over features seen often enough; the same samples give the same weights. */
export function learnLinear(samples: readonly Sample[], leastSeen = 3, penalty = 1e-4): Linear {
  const seen = new Map<string, number>()
  for (const { features } of samples) for (const each of features) seen.set(each, (seen.get(each) ?? 0) + 1)
  const known = samples.map(({ features }) => features.filter((each) => (seen.get(each) ?? 0) >= leastSeen))
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  let [bias, biasSquare] = [0, 1]
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(samples.length, round)) {
      const features = known[at] as string[]
      const sum = features.reduce((total, each) => total + (weights.get(each) ?? 0), bias)
      const error = ((samples[at]?.isSo ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (samples[at]?.weight ?? 1)
      biasSquare += error * error
      bias += (RATE * error) / Math.sqrt(biasSquare)
      for (const each of features) {
        const weight = weights.get(each) ?? 0
        const gradient = error - penalty * weight
        const square = (squares.get(each) ?? 1) + gradient * gradient
        squares.set(each, square)
        weights.set(each, weight + (RATE * gradient) / Math.sqrt(square))
      }
    }
  }
  return { bias, weights }
}

export const scoreLinear = ({ bias, weights }: Linear, features: readonly string[]) =>
  features.reduce((total, each) => total + (weights.get(each) ?? 0), bias)

/** The numbers below `length` in an order that is always the same. */
export function shuffled(length: number, seed: number): number[] {
  let state = (seed + 1) * 2654435761
  const keys = Array.from({ length }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state
  })
  return keys.map((_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}
