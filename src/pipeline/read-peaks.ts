import { type Peaks, SAMPLE_RATE } from '../domain/audio.ts'
import { OslerError } from '../domain/errors.ts'
import type { DurationLimits } from '../domain/submission.ts'
import { withScratch } from '../platform/scratch.ts'
import { findStoredAudio } from '../store/recordings.ts'
import { decode } from './decode.ts'
import { readFrames } from './read-frames.ts'
import type { SubmitTools } from './submit.ts'

/** More parts than a wide screen has points. */
const MOST_PEAKS = 2000
const FRAME_MS = 20
const FULL_SCALE = 32_768

/** Decodes the recording to draw it. Throws `not_found`, and what `decode` throws. */
export async function readPeaks(
  { db, blobs, scratchRoot }: SubmitTools,
  tenantId: string,
  recordingId: string,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<Peaks> {
  const audio = await findStoredAudio(db, tenantId, recordingId)
  if (audio === undefined) throw new OslerError('not_found', 'There is no recording with this id.')
  return withScratch(scratchRoot, 'peaks', async (scratch) => {
    const { channels, durationMs } = await decode(await blobs.localFile(audio.key, scratch), scratch, limits, signal)
    const outlines = await Promise.all(channels.map((path) => outline(path, durationMs)))
    const [first = []] = outlines
    return { durationMs, peaks: first.map((_, at) => Math.max(...outlines.map((peaks) => peaks[at] ?? 0))) }
  })
}

async function outline(path: string, durationMs: number): Promise<number[]> {
  const frames = Math.max(1, Math.ceil(durationMs / FRAME_MS))
  const count = Math.min(MOST_PEAKS, frames)
  const peaks = new Array<number>(count).fill(0)
  let frame = 0
  for await (const samples of readFrames(path, (SAMPLE_RATE * FRAME_MS) / 1000)) {
    const at = Math.min(count - 1, Math.floor((frame++ * count) / frames))
    for (const sample of samples) peaks[at] = Math.max(peaks[at] ?? 0, Math.abs(sample))
  }
  return peaks.map((peak) => Math.round((peak / FULL_SCALE) * 1000) / 1000)
}
