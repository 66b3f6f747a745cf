import type { Overlap } from '../domain/consultation.ts'
import type { Word } from '../domain/transcript.ts'

export interface LabeledWord {
  word: Word
  speakerLabel?: string | undefined
}

/**
 * A segment as it was heard, in its own time: words before 0 and behind `durationMs` are its neighbours', which were
 * heard along with it for as long as `overlap` says.
 */
export interface HeardSegment {
  position: number
  durationMs: number
  overlap: Overlap
  words: LabeledWord[]
}

/** What stands this close to an edge of what was heard may be half a word. */
const EDGE_MS = 300

/**
 * Leaves each word of neighbouring segments in one of them, so that their words follow one another: around a boundary
 * those of the hearing that had both of its sides. Segments must be in order; a gap in their numbers is a boundary
 * without neighbours. Pure: it does not matter in which order they came.
 */
export function settleSegments(segments: readonly HeardSegment[]): HeardSegment[] {
  return segments.map((segment, index) => {
    const [before, after] = [segments[index - 1], segments[index + 1]]
    const from = before && isNext(before, segment) ? borderOf(before, segment) : 0
    const to = after && isNext(segment, after) ? segment.durationMs + borderOf(segment, after) : segment.durationMs
    return { ...segment, words: segment.words.filter(({ word }) => isWithin(word, from, to)) }
  })
}

const isNext = (left: HeardSegment, right: HeardSegment) => right.position === left.position + 1

function isWithin({ startMs, endMs }: Word, from: number, to: number): boolean {
  const middle = (startMs + endMs) / 2
  return middle >= from && middle < to
}

/** Where the right segment's words begin, in its own time: below 0 where it heard the end of the left one. */
function borderOf(left: HeardSegment, right: HeardSegment): number {
  if (right.overlap.beforeMs > 0) {
    const end = left.durationMs
    return widestPause(left.words, end - right.overlap.beforeMs + EDGE_MS, end - EDGE_MS) - end
  }
  if (left.overlap.afterMs > 0) return widestPause(right.words, EDGE_MS, left.overlap.afterMs - EDGE_MS)
  return 0
}

/** The middle of the longest silence between two times; where words follow without any, the border nearest to the middle. */
function widestPause(words: readonly LabeledWord[], from: number, to: number): number {
  if (from >= to) return (from + to) / 2
  const inside = words.map(({ word }) => word).filter(({ startMs, endMs }) => endMs > from && startMs < to)
  const starts = [...inside.map(({ startMs }) => startMs), to]
  const ends = [from, ...inside.map(({ endMs }) => endMs)]
  const pauses = starts.map((start, index) => ({ start: ends[index] ?? from, end: start }))
  const middle = (from + to) / 2
  const distance = ({ start, end }: (typeof pauses)[number]) => Math.abs((start + end) / 2 - middle)
  const length = ({ start, end }: (typeof pauses)[number]) => Math.max(0, end - start)
  const [best] = pauses
    .filter(({ start, end }) => (start + end) / 2 >= from && (start + end) / 2 <= to)
    .sort((a, b) => length(b) - length(a) || distance(a) - distance(b))
  return best ? (best.start + best.end) / 2 : middle
}
