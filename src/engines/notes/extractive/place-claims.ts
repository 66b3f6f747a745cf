import { readFileSync } from 'node:fs'
import { featuresOf } from './claim-features.ts'
import type { Claim } from './pair-answers.ts'

/** The parts of a note that claims are told apart by. */
export type NotePart =
  | 'complaint'
  | 'history'
  | 'past'
  | 'surgical'
  | 'family'
  | 'social'
  | 'medications'
  | 'allergies'
  | 'vitals'
  | 'exam'
  | 'results'
  | 'assessment'

/** A row of models over the same features: each feature has pairs of a model's index and its weight there. */
interface Learned {
  /** Weights are integers; a sum over this number is a log-odd. */
  scale: number
  models: ('inNote' | NotePart)[]
  bias: number[]
  weights: Record<string, number[]>
}

/** Where a claim belongs, and the log-odds that a clinician would write it down at all. */
export interface Placed {
  part: NotePart
  inNote: number
}

const LEARNED: Learned = JSON.parse(
  readFileSync(new URL('../../../clinical/learned/note-sections.json', import.meta.url), 'utf8'),
)

/** Each claim's place in a note, as bench/learn/note-sections.ts learned it; the weights file says from what. */
export function placeClaims(claims: readonly Claim[]): Placed[] {
  return featuresOf(claims).map((features) => {
    const [inNote = 0, ...parts] = scoreAll(features)
    const best = parts.indexOf(Math.max(...parts))
    return { part: LEARNED.models[best + 1] as NotePart, inNote: inNote / LEARNED.scale }
  })
}

function scoreAll(features: readonly string[]): number[] {
  const sums = [...LEARNED.bias]
  for (const feature of features) {
    const weights = LEARNED.weights[feature] ?? []
    for (let at = 0; at < weights.length; at += 2)
      sums[weights[at] as number] = (sums[weights[at] as number] as number) + (weights[at + 1] as number)
  }
  return sums
}
