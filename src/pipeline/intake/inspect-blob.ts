import { inspect } from '../../audio/probe.ts'
import type { DurationLimits } from '../../domain/submission.ts'
import type { Scratch } from '../../platform/open-scratch.ts'
import type { Turns } from '../../platform/turns.ts'
import type { Blobs } from '../../store/blobs.ts'

export interface InspectTools {
  blobs: Blobs
  scratch: Scratch
  /** A made file can hold the program that reads headers for seconds: a tenant who sends many waits for itself alone. */
  inspectInTurn: Turns
}

/** Checks what a stored recording's header admits. Throws what `inspect` throws. */
export function inspectBlob(
  { blobs, scratch, inspectInTurn }: InspectTools,
  tenantId: string,
  key: string,
  limits: DurationLimits,
): Promise<void> {
  return inspectInTurn(tenantId, () =>
    scratch.run('inspect', async (folder) => {
      await inspect(await blobs.localFile(key, folder), limits)
    }),
  )
}
