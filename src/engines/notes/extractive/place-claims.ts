import { readTable, scoresOf } from '../../../platform/linear-model.ts'
import { featuresOf } from './claim-features.ts'
import type { Claim } from './read-claims.ts'

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

/** Where a claim belongs, and the log-odds that a clinician would write it down at all. */
export interface Placed {
  part: NotePart
  inNote: number
}

const LEARNED = readTable(new URL('../../../clinical/en/learned/note-sections.json', import.meta.url))

/** Each claim's place in a note, as bench/learn/note-sections.ts learned it; the weights file says from what. */
export function placeClaims(claims: readonly Claim[]): Placed[] {
  return featuresOf(claims).map((features) => {
    const [inNote = 0, ...parts] = scoresOf(LEARNED, features)
    const best = parts.indexOf(Math.max(...parts))
    return { part: LEARNED.models[best + 1] as NotePart, inNote }
  })
}
