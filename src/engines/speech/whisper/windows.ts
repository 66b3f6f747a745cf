import type { SpeechSegment } from '../../../domain/audio.ts'
import type { Word } from '../../../domain/transcript.ts'

/** What Whisper reads at a time; it pads what is shorter to that. */
const WINDOW_MS = 30_000

/** Neighbouring segments of one channel that are heard together, one behind the other. */
export type Window = readonly SpeechSegment[]

const lengthOf = ({ startMs, endMs }: SpeechSegment) => endMs - startMs
export const lengthMs = (window: Window): number => window.reduce((sum, segment) => sum + lengthOf(segment), 0)

/**
 * Packs segments into as few windows as they fill, in time order: 34 segments one by one took 3.9 times as long as in
 * five windows, and a short one alone is heard worse.
 */
export function packWindows(segments: readonly SpeechSegment[]): Window[] {
  const windows: SpeechSegment[][] = []
  for (const own of Map.groupBy(segments, ({ channel }) => channel).values()) {
    let open: SpeechSegment[] = []
    for (const segment of own.toSorted((a, b) => a.startMs - b.startMs)) {
      if (open.length === 0 || lengthMs(open) + lengthOf(segment) > WINDOW_MS) {
        open = []
        windows.push(open)
      }
      open.push(segment)
    }
  }
  return windows.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ([first]: Window) => first?.startMs ?? 0

/** A window in two, at the border of segments that is nearest to its middle; a single segment in its middle. */
export function halve(window: Window): [Window, Window] {
  const [only] = window
  if (only && window.length === 1) {
    const middleMs = Math.round((only.startMs + only.endMs) / 2)
    return [[{ ...only, endMs: middleMs }], [{ ...only, startMs: middleMs }]]
  }
  const half = window.findIndex((_, at) => lengthMs(window.slice(0, at + 1)) >= lengthMs(window) / 2)
  const cut = Math.max(1, Math.min(window.length - 1, half + 1))
  return [window.slice(0, cut), window.slice(cut)]
}

/** Words in a window's time, put into the recording's: each lies in one segment, that of its middle. */
export function toRecordingTime(window: Window, words: readonly Word[]): Word[] {
  const placed: Word[] = []
  let [at, beforeMs] = [0, 0]
  for (const word of words) {
    const middleMs = (word.startMs + word.endMs) / 2
    for (; at < window.length - 1 && middleMs >= beforeMs + lengthOf(window[at] as SpeechSegment); at++) {
      beforeMs += lengthOf(window[at] as SpeechSegment)
    }
    placed.push(shiftInto(window[at] as SpeechSegment, beforeMs, word, placed.at(-1)))
  }
  return placed
}

function shiftInto(segment: SpeechSegment, beforeMs: number, word: Word, last: Word | undefined): Word {
  const shiftMs = segment.startMs - beforeMs
  const earliestMs = Math.max(segment.startMs, last?.endMs ?? 0)
  const startMs = Math.min(Math.max(word.startMs + shiftMs, earliestMs), segment.endMs - 1)
  return { ...word, startMs, endMs: Math.max(startMs + 1, Math.min(word.endMs + shiftMs, segment.endMs)) }
}

/** Windows in calls of at most `most`, equally large, so that none of so many workers waits for another at the end. */
export function batchWindows(windows: readonly Window[], most: number, workers: number): Window[][] {
  // What is heard first is shown first: of a long recording each worker begins with one window alone.
  const alone = windows.length > most * workers ? workers : 0
  const rest = windows.slice(alone)
  const count = Math.ceil(rest.length / most / workers) * workers
  const cutAt = (index: number) => Math.round((index * rest.length) / count)
  const batches = Array.from({ length: count }, (_, index) => rest.slice(cutAt(index), cutAt(index + 1)))
  return [...windows.slice(0, alone).map((window) => [window]), ...batches.filter((batch) => batch.length > 0)]
}
