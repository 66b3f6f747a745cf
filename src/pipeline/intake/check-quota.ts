import { OslerError } from '../../domain/errors.ts'
import { limitOf, type PerTenant } from '../../domain/per-tenant.ts'
import type { StagedAudio } from '../../domain/submission.ts'
import type { Handle } from '../../store/tables.ts'
import { countUnderWay, secondsToFirstEnd, sumRecordingBytes } from '../../store/usage.ts'

/** What a tenant may have at most. */
export interface Quotas {
  underWay: PerTenant
  gigabytes: PerTenant
}

const GIGABYTE = 1e9

/** What is told where none of a tenant's requests has come so far that its end can be told, and at most. */
const UNTOLD_SECONDS = 60
const LONGEST_SECONDS = 3600
const clamp = (seconds: number) => Math.min(Math.max(seconds, 1), LONGEST_SECONDS)

/**
 * Refuses work when the tenant has as much under way as it may: `queue_full`. What comes at the same moment may get by, so
 * this limit and the other are a little soft.
 */
export async function checkUnderWay(db: Handle, { underWay }: Quotas, tenantId: string): Promise<void> {
  const most = limitOf(underWay, tenantId)
  if (most === undefined || (await countUnderWay(db, tenantId)) < most) return
  const retryAfterSeconds = Math.ceil(clamp((await secondsToFirstEnd(db, tenantId)) ?? UNTOLD_SECONDS))
  const message = `${most} requests are under way, as many as this tenant may have: send more in ${retryAfterSeconds} s, when one has ended.`
  throw new OslerError('queue_full', message, { most, retryAfterSeconds })
}

/** Refuses a recording when the tenant's fill what they may: `storage_full`. */
export async function checkStorage(
  db: Handle,
  quotas: Quotas,
  tenantId: string,
  audio: Pick<StagedAudio, 'bytes'>,
): Promise<void> {
  const gigabytes = limitOf(quotas.gigabytes, tenantId)
  if (gigabytes === undefined) return
  if ((await sumRecordingBytes(db, tenantId)) + audio.bytes <= gigabytes * GIGABYTE) return
  const message = `The recordings of this tenant fill its ${gigabytes} GB: delete consultations, or have the limit raised.`
  throw new OslerError('storage_full', message, { gigabytes })
}
