import { COEFFICIENTS } from './mel-cepstrum.ts'
import { FRAME_MS, type VoiceFrames } from './voice-frames.ts'

/** A second or two of one segment: long enough to hear a voice rather than its words, mostly of one speaker. */
export interface VoicePiece {
  /** The loud frames. */
  frames: number[]
  /** What voices are told apart by. */
  traits: number[]
}

const PIECE_FRAMES = 2000 / FRAME_MS
/** Of less voice nothing can be told. */
export const LEAST_LOUD_MS = 600
/** Pitch tells two voices apart as well as any two coefficients. */
const PITCH_WEIGHT = 2
const LEAST_PITCHED_FRAMES = 4

interface Norm {
  mean: number
  deviation: number
}

/**
 * Cuts segments into pieces of about the same length. Those with hardly any voice are left out. Their traits are mean and
 * spread of each coefficient, and mean of the pitch, each against the whole recording.
 */
export function cutPieces(frames: VoiceFrames): VoicePiece[] {
  const [cepstra, pitch] = [normsOfCepstra(frames), normOf(frames.periods.filter((period) => period > 0))]
  return segmentBounds(frames)
    .flatMap(({ first, end }) => cutEvenly(first, end))
    .map(([first, end]) => loudFrames(frames, first, end))
    .filter((loud) => loud.length * FRAME_MS >= LEAST_LOUD_MS)
    .map((loud) => ({ frames: loud, traits: traitsOf(frames, loud, cepstra, pitch) }))
}

function segmentBounds({ count, segments }: VoiceFrames): { first: number; end: number }[] {
  const bounds: { first: number; end: number }[] = []
  for (let at = 0; at < count; at++) {
    const last = bounds.at(-1)
    if (last && segments[at] === segments[at - 1]) last.end = at + 1
    else bounds.push({ first: at, end: at + 1 })
  }
  return bounds
}

function cutEvenly(first: number, end: number): [first: number, end: number][] {
  const pieces = Math.max(1, Math.round((end - first) / PIECE_FRAMES))
  const cut = (piece: number) => first + Math.round(((end - first) * piece) / pieces)
  return Array.from({ length: pieces }, (_, piece) => [cut(piece), cut(piece + 1)])
}

/** Those from `first` to before `end` in which a voice is loud enough. */
export function loudFrames({ isLoud }: VoiceFrames, first: number, end: number): number[] {
  const loud: number[] = []
  for (let at = first; at < end; at++) if (isLoud[at]) loud.push(at)
  return loud
}

function normsOfCepstra({ count, cepstra, isLoud }: VoiceFrames): Norm[] {
  return Array.from({ length: COEFFICIENTS }, (_, coefficient) => {
    const values: number[] = []
    for (let at = 0; at < count; at++) if (isLoud[at]) values.push(cepstra[at * COEFFICIENTS + coefficient] as number)
    return normOf(values)
  })
}

function normOf(values: ArrayLike<number>): Norm {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    sum += values[at] as number
    squares += (values[at] as number) ** 2
  }
  const mean = values.length > 0 ? sum / values.length : 0
  const variance = values.length > 0 ? squares / values.length - mean * mean : 0
  return { mean, deviation: Math.sqrt(Math.max(variance, 1e-6)) }
}

function traitsOf({ cepstra, periods }: VoiceFrames, loud: readonly number[], norms: readonly Norm[], pitch: Norm) {
  const own = norms.map((_, coefficient) =>
    normOf(loud.map((at) => cepstra[at * COEFFICIENTS + coefficient] as number)),
  )
  const against = ({ mean }: Norm, whole: Norm) => (mean - whole.mean) / whole.deviation
  const pitched = loud.map((at) => periods[at] as number).filter((period) => period > 0)
  return [
    ...own.map((norm, index) => against(norm, norms[index] as Norm)),
    ...own.map(({ deviation }, index) => deviation / (norms[index] as Norm).deviation),
    pitched.length < LEAST_PITCHED_FRAMES ? 0 : PITCH_WEIGHT * against(normOf(pitched), pitch),
  ]
}

/** What a voice sounds like by itself: the mean of each coefficient and of its pitch. */
export function embeddingOf({ cepstra, periods }: VoiceFrames, loud: readonly number[]): number[] {
  const means = Array.from(
    { length: COEFFICIENTS },
    (_, coefficient) => normOf(loud.map((at) => cepstra[at * COEFFICIENTS + coefficient] as number)).mean,
  )
  const pitch = normOf(loud.map((at) => periods[at] as number).filter((period) => period > 0)).mean
  return [...means, pitch].map((value) => Math.round(value * 1000) / 1000)
}
