/**
 * Why a statement is to be looked at. `contradicted`: another statement says the opposite; `unsupported`: its words were not
 * found; `outdated`: they were corrected since; `doubtful`: they were not heard surely; the others harm when they are wrong.
 */
export const CHECK_REASONS = [
  'contradicted',
  'unsupported',
  'outdated',
  'doubtful',
  'allergy',
  'medicine',
  'number',
  'unmentioned',
] as const
export type CheckReason = (typeof CHECK_REASONS)[number]

/** A statement to be looked at: the key of its section, and its number there from 0. */
export interface StatementCheck {
  section: string
  statement: number
  reasons: CheckReason[]
}

/** Items that hold what matters and no statement rests on: an answer with its question. */
export interface MissingCheck {
  items: string[]
  reasons: CheckReason[]
}

/** What is looked at before a document is signed, what harms most first. */
export interface Checks {
  /** Of the document that was looked at. */
  version: number
  statements: StatementCheck[]
  missing: MissingCheck[]
}
