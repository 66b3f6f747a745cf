import type { VoiceFrames } from './voice-frames.ts'
import type { VoiceModel } from './voice-model.ts'

/** Nobody speaks for a shorter time between two others. */
const LEAST_FRAMES = 20
/** What another voice must fit better by, in all, before it is believed: inside a segment, and behind a pause. */
const CHANGE = 15
const CHANGE_AT_PAUSE = 5

/** A voice from `first` to before `end`. */
export interface VoiceRun {
  voice: number
  first: number
  end: number
}

/** What is known of the best way to hear everything up to a frame. */
interface Best {
  fit: Float64Array[]
  /** Where the last run began. */
  start: Int32Array[]
}

/**
 * Which voice speaks in which frames, so that all of them fit best: dynamic programming over runs of at least 0.4 s
 * (Viterbi with a least duration).
 */
export function resegment(frames: VoiceFrames, models: readonly VoiceModel[]): VoiceRun[] {
  if (frames.count < LEAST_FRAMES || models.length < 2) return [{ voice: 0, first: 0, end: frames.count }]
  const sums = models.map((model) => sumFits(frames, model))
  return traceBack(findBest(frames, sums), frames.count)
}

/** The fit of all frames before each. */
function sumFits({ count, isLoud }: VoiceFrames, model: VoiceModel): Float64Array {
  const sums = new Float64Array(count + 1)
  for (let at = 0; at < count; at++) sums[at + 1] = (sums[at] as number) + (isLoud[at] ? model(at) : 0)
  return sums
}

function findBest({ count, segments }: VoiceFrames, sums: readonly Float64Array[]): Best {
  const fit = sums.map(() => new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY))
  const start = sums.map(() => new Int32Array(count + 1))
  const runs = sums.map(() => ({ fit: Number.NEGATIVE_INFINITY, start: 0 }))
  for (let end = LEAST_FRAMES; end <= count; end++) {
    const from = end - LEAST_FRAMES
    const isPause = segments[from] !== segments[from - 1]
    for (const [voice, run] of runs.entries()) {
      const before = from === 0 ? 0 : bestOfOthers(fit, voice, from) - (isPause ? CHANGE_AT_PAUSE : CHANGE)
      const begun = before - (sums[voice]?.[from] as number)
      if (begun > run.fit) Object.assign(run, { fit: begun, start: from })
      ;(fit[voice] as Float64Array)[end] = run.fit + (sums[voice]?.[end] as number)
      ;(start[voice] as Int32Array)[end] = run.start
    }
  }
  return { fit, start }
}

function bestOfOthers(fit: readonly Float64Array[], voice: number, at: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (const [other, fits] of fit.entries()) if (other !== voice) best = Math.max(best, fits[at] as number)
  return best
}

function traceBack({ fit, start }: Best, count: number): VoiceRun[] {
  const runs: VoiceRun[] = []
  let end = count
  let last = -1
  while (end > 0) {
    const voice = bestVoice(fit, end, last)
    const first = start[voice]?.[end] as number
    runs.unshift({ voice, first, end })
    last = voice
    end = first
  }
  return runs
}

function bestVoice(fit: readonly Float64Array[], at: number, not: number): number {
  let best = not === 0 ? 1 : 0
  for (const [voice, fits] of fit.entries()) {
    if (voice !== not && (fits[at] as number) > (fit[best]?.[at] as number)) best = voice
  }
  return best
}
