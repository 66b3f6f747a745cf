/** Why somebody deletes a consultation that may be returned. What a patient asks to be erased goes at once instead. */
export const DELETION_REASONS = ['wrongPatient', 'duplicate', 'byMistake', 'trial', 'other'] as const
export type DeletionReason = (typeof DELETION_REASONS)[number]

/** A consultation that was deleted and may be returned. */
export interface SetAside {
  id: string
  /** When the consultation was begun. */
  createdAt: Date
  deletedAt: Date
  reason: DeletionReason
  title?: string
  /** Who deleted it, as they are called. */
  by: string
}

/** The same with the day from which it may go for good. */
export interface ReturnableConsultation extends SetAside {
  keptUntil: Date
}

const DAY_MS = 24 * 3_600_000

/** What was deleted before this goes for good. */
export const goesBefore = (keptDays: number, now: Date) => new Date(now.getTime() - keptDays * DAY_MS)

export const keptUntil = ({ deletedAt }: SetAside, keptDays: number) =>
  new Date(deletedAt.getTime() + keptDays * DAY_MS)
