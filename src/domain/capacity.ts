/** What the processes that transcribe are and have done. */
export interface Measured {
  cores: number
  coreSeconds: number
  heardSeconds: number
  /** Mean length of a consultation. */
  meanMinutes: number
}

export interface Capacity {
  /** What a core is busy for, to hear and write a second of sound. */
  coreSecondsPerSecond: number
  /** At most, while every hour is like the next. */
  perHour: number
  /** In a day in which the busiest hour takes its share. */
  perDay: number
  /** How many consultations may go on at once, when each is sent as it ends. */
  atOnce: number
}

/** Share of a day's consultations that end in each hour: clinics from eight to six, the rest for those who never close. An assumption. */
export const HOUR_SHARES = toShares([
  ...[0.5, 0.4, 0.3, 0.3, 0.3, 0.5, 1, 3, 8, 11, 11.5, 10.5],
  ...[6, 8, 10, 10, 8, 5, 2, 1.2, 0.9, 0.7, 0.5, 0.4],
])

/** Of the busiest hour. */
export const MOST_SHARE = Math.max(...HOUR_SHARES)

/** Cores are left so much of their time without work: what comes unevenly would wait behind itself. */
export const MOST_BUSY = 0.85
/** Who has heard less has measured little more than how models are loaded. */
export const LEAST_HEARD_SECONDS = 600

/** What cores can take that have measured this. */
export function findCapacity({ cores, coreSeconds, heardSeconds, meanMinutes }: Measured): Capacity {
  const coreSecondsPerSecond = coreSeconds / heardSeconds
  const minutesPerHour = (cores * MOST_BUSY * 60) / coreSecondsPerSecond
  const perHour = minutesPerHour / meanMinutes
  return { coreSecondsPerSecond, perHour, perDay: perHour / MOST_SHARE, atOnce: minutesPerHour / 60 }
}

/** How many cores so many consultations a day need, by the same measure. */
export function findCores(measured: Measured, perDay: number): number {
  return Math.ceil(perDay / findCapacity({ ...measured, cores: 1 }).perDay)
}

function toShares(weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}
