import type { Stretch } from '../../../domain/audio.ts'
import type { Word } from '../../../domain/transcript.ts'

/** What Whisper reads at a time; it pads what is shorter to that. */
const WINDOW_MS = 30_000

/** Neighbouring stretches of one channel that are heard together, one behind the other. */
export type Window = readonly Stretch[]

const lengthOf = ({ startMs, endMs }: Stretch) => endMs - startMs
export const lengthMs = (window: Window): number => window.reduce((sum, stretch) => sum + lengthOf(stretch), 0)

/**
 * Packs stretches into as few windows as they fill, in time order: 34 stretches one by one took 3.9 times as long as in
 * five windows, and a short one alone is heard worse.
 */
export function packWindows(stretches: readonly Stretch[]): Window[] {
  const windows: Stretch[][] = []
  for (const own of Map.groupBy(stretches, ({ channel }) => channel).values()) {
    let open: Stretch[] = []
    for (const stretch of own.toSorted((a, b) => a.startMs - b.startMs)) {
      if (open.length === 0 || lengthMs(open) + lengthOf(stretch) > WINDOW_MS) {
        open = []
        windows.push(open)
      }
      open.push(stretch)
    }
  }
  return windows.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ([first]: Window) => first?.startMs ?? 0

/** A window in two, at the border of stretches that is nearest to its middle; a single stretch in its middle. */
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

/** Words in a window's time, put into the recording's: each lies in one stretch, that of its middle. */
export function toRecordingTime(window: Window, words: readonly Word[]): Word[] {
  const placed: Word[] = []
  let [at, beforeMs] = [0, 0]
  for (const word of words) {
    const middleMs = (word.startMs + word.endMs) / 2
    for (; at < window.length - 1 && middleMs >= beforeMs + lengthOf(window[at] as Stretch); at++) {
      beforeMs += lengthOf(window[at] as Stretch)
    }
    placed.push(shiftInto(window[at] as Stretch, beforeMs, word, placed.at(-1)))
  }
  return placed
}

function shiftInto(stretch: Stretch, beforeMs: number, word: Word, last: Word | undefined): Word {
  const shiftMs = stretch.startMs - beforeMs
  const earliestMs = Math.max(stretch.startMs, last?.endMs ?? 0)
  const startMs = Math.min(Math.max(word.startMs + shiftMs, earliestMs), stretch.endMs - 1)
  return { ...word, startMs, endMs: Math.max(startMs + 1, Math.min(word.endMs + shiftMs, stretch.endMs)) }
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
