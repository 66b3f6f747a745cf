/** Periods of neighbouring frames of one voice differ by no more than this share. */
const GLIDE = 0.2
/** A voice's pitch moves by at least this share; hum, tones and machines stay. */
const LEAST_MOVEMENT = 0.04
const LEAST_VOICED_FRAMES = 3
/** In steady noise a short answer and what is around it have 5 %; noise alone has none, or stays below. */
const LEAST_VOICED_SHARE = 0.04
/** How far speech goes on without a pitch, in a whisper or under noise: 1.5 s. */
const REACH_FRAMES = 50

/** Frames of 30 ms, from `first` to before `end`. */
export interface FrameRange {
  first: number
  end: number
}

interface Part extends FrameRange {
  /** The periods in it that a voice has. */
  voiced: number[]
}

/**
 * The parts of a region in which somebody speaks, told by the pitch period of every frame of the recording. They reach
 * no further than a pitch is near: in steady noise the detector finds one region without end, and speech in it is rare.
 */
export function findSpoken({ first, end }: FrameRange, periods: ArrayLike<number>): FrameRange[] {
  const parts: Part[] = []
  for (let frame = first; frame < end; frame++) {
    if (!isVoiced(periods, frame)) continue
    const start = Math.max(first, frame - REACH_FRAMES)
    if (start > (parts.at(-1)?.end ?? -1)) parts.push({ first: start, end, voiced: [] })
    const part = parts.at(-1) as Part
    part.end = Math.min(end, frame + 1 + REACH_FRAMES)
    part.voiced.push(periods[frame] ?? 0)
  }
  return parts.filter(isSpoken).map((part) => ({ first: part.first, end: part.end }))
}

function isVoiced(periods: ArrayLike<number>, frame: number): boolean {
  const period = periods[frame] ?? 0
  const isNear = (other = 0) => other > 0 && Math.abs(other - period) <= period * GLIDE
  return period > 0 && (isNear(periods[frame - 1]) || isNear(periods[frame + 1]))
}

function isSpoken({ first, end, voiced }: Part): boolean {
  if (voiced.length < Math.max(LEAST_VOICED_FRAMES, (end - first) * LEAST_VOICED_SHARE)) return false
  const sorted = voiced.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return at(0.9) > at(0.1) * (1 + LEAST_MOVEMENT)
}
