import { limitOf, type PerTenant } from './per-tenant.ts'

/** What is removed by itself, and when. */
export interface Retention {
  /** Recordings, with their transcript and documents left; in days. */
  audio: PerTenant
  /** Consultations with all that belongs to them. */
  consultations: PerTenant
  /** What was deleted and may be returned; in days. */
  deleted: number
}

const DAY_MS = 24 * 3_600_000

/** What was made before this goes; undefined where nothing does. */
export function expiryOf(keepDays: PerTenant, tenantId: string, now: Date): Date | undefined {
  const days = limitOf(keepDays, tenantId)
  return days === undefined ? undefined : new Date(now.getTime() - days * DAY_MS)
}
