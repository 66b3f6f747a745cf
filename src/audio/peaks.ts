import { type PcmAudio, type Peaks, SAMPLE_RATE } from '../domain/audio.ts'
import { readFrames } from './frames.ts'

/** More parts than a wide screen has points. */
const MOST_PEAKS = 2000
const FRAME_MS = 20
const FULL_SCALE = 32_768

/** What decoded sound looks like when it is drawn. */
export async function readPeaks({ channels, durationMs }: PcmAudio): Promise<Peaks> {
  const outlines = await Promise.all(channels.map((path) => outline(path, durationMs)))
  const [first = []] = outlines
  return { durationMs, peaks: first.map((_, at) => Math.max(...outlines.map((peaks) => peaks[at] ?? 0))) }
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
