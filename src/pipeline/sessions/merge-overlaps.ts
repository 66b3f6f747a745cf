import type { Overlap } from '../../domain/consultation.ts'
import type { Word } from '../../domain/transcript.ts'

export interface LabeledWord {
  word: Word
  speakerLabel?: string | undefined
}

/**
 * A chunk as it was heard, in its own time: words before 0 and behind `durationMs` are its neighbours', which were
 * heard along with it for as long as `overlap` says.
 */
export interface HeardChunk {
  position: number
  durationMs: number
  overlap: Overlap
  words: LabeledWord[]
}

/** What stands this close to an edge of what was heard may be half a word. */
const EDGE_MS = 300
/** So far apart in time two hearings of one word may be, where an engine's times are its guess. */
const SAME_WORD_MS = 700

/**
 * Leaves each word of neighbouring chunks in one of them, so that their words follow one another: around a boundary
 * those of the hearing that had both of its sides. Chunks must be in order; a gap in their numbers is a boundary
 * without neighbours. Pure: it does not matter in which order they came.
 */
export function mergeOverlaps(chunks: readonly HeardChunk[]): HeardChunk[] {
  const ordered = chunks.map((chunk) => ({ ...chunk, words: chunk.words.toSorted(byStart) }))
  const cuts = ordered.map((chunk, index) => cutBetween(ordered[index - 1], chunk))
  return ordered.map((chunk, index) => {
    const [start, end] = [cuts[index]?.rightStart ?? indexAt(chunk, 0), cuts[index + 1]?.leftEnd]
    return { ...chunk, words: chunk.words.slice(start, end ?? indexAt(chunk, chunk.durationMs)) }
  })
}

const byStart = (a: LabeledWord, b: LabeledWord) => a.word.startMs - b.word.startMs
const middleOf = ({ word }: LabeledWord) => (word.startMs + word.endMs) / 2

/** How many of a chunk's words stand before a time. */
function indexAt({ words }: HeardChunk, timeMs: number): number {
  const index = words.findIndex((word) => middleOf(word) >= timeMs)
  return index < 0 ? words.length : index
}

/**
 * How many words of the left chunk stay, and how many of the right one go: behind the word next to the border that both
 * heard, since they may time it differently; at the border itself where there is none near.
 */
function cutBetween(
  left: HeardChunk | undefined,
  right: HeardChunk,
): { leftEnd: number; rightStart: number } | undefined {
  if (left?.position !== right.position - 1) return undefined
  const borderMs = borderOf(left, right)
  const shared = sharedWords(left, right)
  const far = ([, index]: [number, number]) => Math.abs(middleOf(right.words[index] as LabeledWord) - borderMs)
  const [nearest] = shared.filter((one) => far(one) <= SAME_WORD_MS).sort((a, b) => far(a) - far(b))
  if (nearest) return { leftEnd: nearest[0] + 1, rightStart: nearest[1] + 1 }
  return { leftEnd: indexAt(left, left.durationMs + borderMs), rightStart: indexAt(right, borderMs) }
}

/** Places of the words around the boundary that both heard, in the left and in the right one. */
function sharedWords(left: HeardChunk, right: HeardChunk): [number, number][] {
  const [fromMs, toMs] = [-right.overlap.beforeMs, left.overlap.afterMs]
  // One word is not enough: "can I" and "I have" have it too.
  const isSameIn = (at: number, index: number) =>
    isSame(left.words[at], right.words[index]) &&
    [-1, 1].some((step) => isSame(left.words[at + step], right.words[index + step]))
  return right.words.flatMap((word, index): [number, number][] => {
    const timeMs = middleOf(word)
    if (timeMs < fromMs || timeMs > toMs) return []
    const away = (other: LabeledWord) => Math.abs(middleOf(other) - left.durationMs - timeMs)
    const same = left.words.flatMap((other, at) => (away(other) <= SAME_WORD_MS && isSameIn(at, index) ? [at] : []))
    const [nearest] = same.sort((a, b) => away(left.words[a] as LabeledWord) - away(left.words[b] as LabeledWord))
    return nearest === undefined ? [] : [[nearest, index]]
  })
}

const plainOf = ({ word }: LabeledWord) => word.text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
const isSame = (a?: LabeledWord, b?: LabeledWord) => a && b && plainOf(a) !== '' && plainOf(a) === plainOf(b)

/** Where the right chunk's words begin, in its own time: below 0 where it heard the end of the left one. */
function borderOf(left: HeardChunk, right: HeardChunk): number {
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
