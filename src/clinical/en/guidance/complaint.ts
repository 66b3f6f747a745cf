import type { HistoryName } from './points.ts'
import type { RedFlagName } from './red-flags.ts'
import type { Ages } from './source.ts'
import type { SourceName } from './sources.ts'

/** Why a patient comes, and what its sources say should be asked, excluded, considered and told. */
export interface Complaint {
  name: string
  /** Lasting is what is reviewed or looked after; where nothing is said it is a symptom. */
  sort?: 'lasting' | 'symptom'
  /** A broader complaint that is left out beside this one. */
  insteadOf?: string
  /** What brings it with it: beside one of these it is no complaint of its own. */
  partOf?: readonly string[]
  /** Whom it is for, where it is not for everybody. */
  ages?: Ages
  /** The words by which people name it, as the inside of a pattern. */
  spoken: string
  history: readonly HistoryName[]
  redFlags: readonly RedFlagName[]
  /** When to come back and what to do, in a sentence to the patient. */
  safetyNet: readonly string[]
  /** Causes that must not be missed; left out where the sources name none. */
  consider?: readonly string[]
  sources: readonly [SourceName, ...SourceName[]]
}
