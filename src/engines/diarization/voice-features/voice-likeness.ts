import type { EmbeddedPiece } from './embedded-pieces.ts'
import type { VoiceFrames } from './voice-frames.ts'
import type { VoiceModel } from './voice-model.ts'
import type { VoicePiece } from './voice-pieces.ts'

/**
 * How much a piece that is like a voice adds to the fit of each of its frames, for a product of 1. Without it, of real
 * voices taking short turns a third more time was given to the wrong one.
 */
const LIKENESS_WEIGHT = 30

/** How much the pieces that a frame lies in are like the voice of some of them. */
export function likenessTo(
  own: readonly EmbeddedPiece[],
  pieces: readonly EmbeddedPiece[],
  { count }: VoiceFrames,
): VoiceModel {
  const voice = middleOf(own)
  const [sums, covers] = [new Float64Array(count), new Uint8Array(count)]
  for (const { first, end, traits } of pieces) {
    const likeness = dot(voice, traits)
    for (let at = first; at < end; at++) {
      sums[at] = (sums[at] as number) + likeness
      covers[at] = (covers[at] as number) + 1
    }
  }
  return (at) => (LIKENESS_WEIGHT * (sums[at] as number)) / Math.max(1, covers[at] as number)
}

/** Of length 1, as each of them is. */
function middleOf(pieces: readonly EmbeddedPiece[]): number[] {
  const sum = sumOf(pieces)
  const length = Math.sqrt(dot(sum, sum)) || 1
  return sum.map((value) => value / length)
}

export const sumOf = (pieces: readonly VoicePiece[]): number[] =>
  (pieces[0]?.traits ?? []).map((_, at) => pieces.reduce((sum, { traits }) => sum + (traits[at] as number), 0))

export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] as number), 0)
}
