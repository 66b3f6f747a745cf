import { OslerError } from './errors.ts'

const DAY_MS = 24 * 3_600_000
/** A machine that is off from Friday to Tuesday. A clock that is wrong is mostly so by months (a dead battery, a restored machine). */
const LONGEST_OFF_MS = 4 * DAY_MS
/** So few go without a question, and of many so large a part. */
const FEW = 20
const SHARE = 0.05

/** Throws `clock_jumped` where so much time has passed since the last look that the clock may be wrong. */
export function checkClock(latest: Date | undefined, now: Date): void {
  if (latest === undefined || now.getTime() - latest.getTime() <= LONGEST_OFF_MS) return
  throw new OslerError(
    'clock_jumped',
    `The clock says ${now.toISOString()}, and at the last look it was ${latest.toISOString()}. Nothing is deleted by the ` +
      `clock until somebody has seen that it is right: \`osler doctor --delete-held\`.`,
  )
}

/**
 * Throws `deletion_held` where more than a few would go at once. What is kept for few days may lose as much as comes in
 * half a day.
 */
export function checkAmount(going: number, total: number, keptDays = Number.POSITIVE_INFINITY): void {
  const most = Math.max(FEW, total * Math.max(SHARE, 0.5 / keptDays))
  if (going <= most) return
  throw new OslerError(
    'deletion_held',
    `${going} of ${total} would be deleted at once. They stay until somebody says that they may go: \`osler doctor --delete-held\`.`,
    { going, total },
  )
}
