import type { SpeechSegment } from '../../../domain/audio.ts'
import type { Piece } from '../voice-embedder.ts'
import type { VoiceFrames } from './voice-frames.ts'
import { FRAME_MS } from './voice-frames.ts'
import { LEAST_LOUD_MS, loudFrames, type VoicePiece } from './voice-pieces.ts'

/** What the encoder was trained on; half of it lies in the next piece as well. */
const PIECE_MS = 1600
const HOP_MS = 800

/** A piece whose traits are the embedding of its voice. */
export interface EmbeddedPiece extends VoicePiece {
  /** Its frames are from `first` to before `end`. */
  first: number
  end: number
}

/** A piece of the recording's time, and its embedding. */
export interface Embedded extends Piece {
  embedding: ArrayLike<number> | undefined
}

/** Segments in pieces that overlap; what is too short to tell a voice by is left out. */
export function cutOverlapping(segments: readonly SpeechSegment[]): Piece[] {
  return segments.flatMap(({ startMs, endMs }) => {
    const spareMs = Math.max(0, endMs - startMs - PIECE_MS)
    const count = 1 + Math.round(spareMs / HOP_MS)
    if (endMs - startMs < LEAST_LOUD_MS) return []
    return Array.from({ length: count }, (_, at) => {
      const fromMs = startMs + Math.round((spareMs * at) / Math.max(1, count - 1))
      return { startMs: fromMs, endMs: Math.min(endMs, fromMs + PIECE_MS) }
    })
  })
}

/** The pieces in which a voice is heard. */
export function findEmbedded(frames: VoiceFrames, embedded: readonly Embedded[]): EmbeddedPiece[] {
  return embedded.flatMap(({ startMs, endMs, embedding }) => {
    const [first, end] = [frameAt(frames, startMs), frameAt(frames, endMs - FRAME_MS)]
    const loud = loudFrames(frames, first, end)
    if (embedding === undefined || loud.length * FRAME_MS < LEAST_LOUD_MS) return []
    return [{ first, end, frames: loud, traits: Array.from(embedding) }]
  })
}

/** The first frame that begins then or later. */
function frameAt({ startsMs, count }: VoiceFrames, timeMs: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((startsMs[middle] as number) < timeMs) low = middle + 1
    else high = middle
  }
  return low
}
