/** How many days something is kept; 0 is for ever. Some tenants may have a number of their own. */
export interface KeepDays {
  byDefault: number
  ofTenant: Readonly<Record<string, number>>
}

/** What is removed by itself, and when. */
export interface Retention {
  /** Recordings, with their transcript and documents left. */
  audio: KeepDays
  /** Consultations with all that belongs to them. */
  consultations: KeepDays
}

const DAY_MS = 24 * 3_600_000

/** What was made before this goes; undefined where nothing does. */
export function expiryOf({ byDefault, ofTenant }: KeepDays, tenantId: string, now: Date): Date | undefined {
  const days = ofTenant[tenantId] ?? byDefault
  return days === 0 ? undefined : new Date(now.getTime() - days * DAY_MS)
}
