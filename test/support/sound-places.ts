import { readFrames } from '../../src/audio/frames.ts'
import { SAMPLE_RATE } from '../../src/domain/audio.ts'

const FRAME_MS = 10
/** Of the loudest sample: 18 dB below it. */
const LOUD_SHARE = 1 / 8
const PAUSE_MS = 700

/** When sound begins in a scratch file, each time behind a pause. */
export async function findOnsets(path: string): Promise<number[]> {
  const peaks: number[] = []
  for await (const frame of readFrames(path, (SAMPLE_RATE * FRAME_MS) / 1000)) {
    peaks.push(frame.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0))
  }
  const loudest = Math.max(...peaks)
  const loud = peaks.flatMap((peak, at) => (peak > loudest * LOUD_SHARE ? at * FRAME_MS : []))
  return loud.filter((ms, at) => ms - (loud[at - 1] ?? Number.NEGATIVE_INFINITY) > PAUSE_MS)
}
