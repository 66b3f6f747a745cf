import { inspect } from '../../audio/probe.ts'
import type { DurationLimits } from '../../domain/submission.ts'
import { withScratch } from '../../platform/scratch.ts'
import type { Turns } from '../../platform/turns.ts'
import type { Blobs } from '../../store/blobs.ts'

export interface InspectTools {
  blobs: Blobs
  /** The folder under which scratch folders are made. */
  scratchRoot: string
  /** A made file can hold the program that reads headers for seconds: a tenant who sends many waits for itself alone. */
  inspectInTurn: Turns
}

/** Checks what a stored recording's header admits. Throws what `inspect` throws. */
export function inspectBlob(
  { blobs, scratchRoot, inspectInTurn }: InspectTools,
  tenantId: string,
  key: string,
  limits: DurationLimits,
): Promise<void> {
  return inspectInTurn(tenantId, () =>
    withScratch(scratchRoot, 'inspect', async (scratch) => {
      await inspect(await blobs.localFile(key, scratch), limits)
    }),
  )
}
