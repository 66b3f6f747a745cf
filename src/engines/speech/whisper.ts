import { pMapIterable } from 'p-map'
import { meanConfidence } from '../../domain/accuracy.ts'
import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import { type LanguageTag, UNKNOWN_LANGUAGE } from '../../domain/language.ts'
import type { Word } from '../../domain/transcript.ts'
import type { InstalledModel } from '../models/model.ts'
import type { Piece, RecognizedWindow } from '../runtime/python/messages.ts'
import type { Python } from '../runtime/python/open-python.ts'
import { URGENCY } from '../runtime/urgent-line.ts'
import type { RecognizedSegment, Recognizer } from './recognizer.ts'
import { calibrateConfidence, isLoop } from './whisper/calibrate-confidence.ts'
import { cutEcho } from './whisper/cut-echo.ts'
import { isInNumber, isMissed } from './whisper/find-missed.ts'
import { splitUnits } from './whisper/split-units.ts'
import { batchWindows, halve, lengthMs, packWindows, toRecordingTime, type Window } from './whisper/windows.ts'

/** As Whisper's authors search; with one, a played consultation had twice the errors. */
const BEAM = 5
/** One is twice as quick, for what is only shown until the sentence has ended, or heard better afterwards. */
const LIVE_BEAM = { partial: 1, hurried: 1, final: BEAM, better: BEAM } as const
/**
 * Windows heard in one call. On a core one at a time is as quick as two, four or eight, and the process peaks at 0.5 GB with
 * two workers where those need 0.7, 1.2 and 1.8; a card takes more.
 */
const MOST_AT_ONCE = { cpu: 1, cuda: 16 }
/** Another language than the recording's is believed from this probability on. */
const OTHER_LANGUAGE = 0.9
/** So many windows tell the language of a recording, where nobody said it. */
const TELLING_WINDOWS = 4
/** What is shorter than this and repeats itself is not halved again. */
const LEAST_HALVED_MS = 4_000
/**
 * A window whose mean log-probability is lower is heard once more, slower, and the likelier of both counts: children and
 * others who speak fast or high are understood better then (71 word errors of 289 for 82, the rest of English as before).
 */
const DOUBTFUL = -0.4
const SLOWER = 0.8
/** What is longer does not fit into a window when it is played slower. */
const MOST_SLOWED_MS = 30_000 * SLOWER
/** Words that are found in a second try are believed from this mean confidence on. */
const LEAST_FOUND = 0.5
/** A word may begin so long before the detector is sure of it: consonants are faint. */
const EARLIEST_MS = 100
/** What takes this many times the length of its sound hangs; and what it may take besides. */
const SLOWEST = 20
const GRACE_MS = 60_000

interface Heard {
  words: Word[]
  language: LanguageTag
}

/** Hears windows, and once more, in another way, what was not understood. */
function openHearing(python: Python) {
  /** For each window what was heard in it. */
  async function hear(
    audio: PcmAudio,
    windows: readonly Window[],
    language: string,
    signal: AbortSignal,
  ): Promise<Heard[][]> {
    const found = await recognize(audio, windows, { language, pace: 1 }, signal)
    return Promise.all(found.map((one, at) => readWindow(audio, windows[at] as Window, one, signal)))
  }

  function recognize(
    audio: PcmAudio,
    windows: readonly Window[],
    how: { language: string; pace: number },
    signal: AbortSignal,
  ): Promise<RecognizedWindow[]> {
    const sound = windows.map((window) => toSound(audio, window))
    const limitMs = GRACE_MS + SLOWEST * lengthMs(windows.flat())
    const request = { windows: sound, ...how, otherAbove: OTHER_LANGUAGE, beam: BEAM, isShort: false }
    return python.ask({ task: 'recognize', ...request }, limitMs, signal)
  }

  /** What repeats itself is heard again in halves, and those again; what still does has no confidence. */
  async function readWindow(audio: PcmAudio, window: Window, found: RecognizedWindow, signal: AbortSignal) {
    const isHalved = isLoop(found) && lengthMs(window) >= LEAST_HALVED_MS
    if (isHalved) return (await hear(audio, halve(window), found.language, signal)).flat()
    const best = await hearSlower(audio, window, found, signal)
    return [{ words: splitUnits(toRecordingTime(window, calibrateConfidence(best))), language: best.language }]
  }

  /** The likelier of what was heard and of what is heard slower, where it is worth a second try. */
  async function hearSlower(audio: PcmAudio, window: Window, found: RecognizedWindow, signal: AbortSignal) {
    if (found.logProbability >= DOUBTFUL || lengthMs(window) > MOST_SLOWED_MS) return found
    const [slower] = await recognize(audio, [window], { language: found.language, pace: SLOWER }, signal)
    const isLikelier = slower && slower.words.length > 0 && slower.logProbability > found.logProbability
    return isLikelier && !isLoop(slower) ? slower : found
  }

  /** Segments of which words were passed over are heard alone, and believed where more is understood then. */
  async function hearMissed(audio: PcmAudio, found: RecognizedSegment[], language: string, signal: AbortSignal) {
    const missed = found.filter((segment, at) => isMissed(segment) && !isInNumber(found, at))
    const windows = missed.map(({ channel, startMs, endMs, speechStartMs = startMs }) => [
      { channel, startMs, endMs, speechStartMs },
    ])
    if (windows.length === 0) return found
    // What was alone already is tried in halves.
    const parts = found.length > 1 ? windows : windows.flatMap(halve)
    // Each by a call of its own: many windows in one would take as much memory as they are.
    const heard = (await Promise.all(parts.map((part) => hear(audio, [part], language, signal)))).flat(2)
    const again = windows.flatMap((window) => shareOut(window, heard))
    return found.map((one) => again.find((other) => other.startMs === one.startMs && isBetter(other, one)) ?? one)
  }

  return { hear, hearMissed }
}

/** What is said just now: read no further than it goes, and heard once. What goes round in circles says nothing yet. */
async function hearLive(
  python: Python,
  audio: PcmAudio,
  window: Window,
  { language, live }: { language: string; live: keyof typeof LIVE_BEAM },
  signal: AbortSignal,
): Promise<Heard[]> {
  const how = { language, pace: 1, otherAbove: OTHER_LANGUAGE, beam: LIVE_BEAM[live], isShort: true }
  const request = { windows: [toSound(audio, window)], ...how }
  const [found] = await python.ask({ task: 'recognize', ...request }, GRACE_MS, signal, URGENCY[live])
  if (found === undefined || isLoop(found)) return [{ words: [], language }]
  const once = { ...found, words: cutEcho(found.words) }
  return [{ words: splitUnits(toRecordingTime(window, calibrateConfidence(once))), language }]
}

/** Whisper through CTranslate2, in a Python process that several recordings share. */
export function openWhisper(model: InstalledModel, python: Python): Recognizer {
  const { hear, hearMissed } = openHearing(python)
  return {
    name: 'whisper',
    model: model.name,
    languages: model.languages,
    capabilities: { wordTimes: true, confidence: true, punctuation: true, languageDetection: true, hotWords: false },
    async checkHealth(signal) {
      await python.start(signal)
    },

    async *recognize(audio, segments, { language: asked, live }, signal) {
      signal.throwIfAborted()
      const windows = packWindows(segments)
      if (windows.length === 0) return
      const { device } = await python.start(signal)
      const language =
        asked === UNKNOWN_LANGUAGE ? await detectLanguage(python, audio, windows, signal) : primary(asked)
      if (live) {
        for (const window of windows)
          yield* shareOut(window, await hearLive(python, audio, window, { language, live }, signal))
        return
      }
      const hearBatch = async (batch: readonly Window[]) => {
        const heard = await hear(audio, batch, language, signal)
        const shared = heard.map((found, at) => shareOut(batch[at] as Window, found))
        return (await Promise.all(shared.map((found) => hearMissed(audio, found, language, signal)))).flat()
      }
      const batches = batchWindows(windows, MOST_AT_ONCE[device], python.workers)
      const options = { concurrency: python.workers, backpressure: 2 * python.workers, preserveOrder: false }
      for await (const recognized of pMapIterable(batches, hearBatch, options)) {
        for (const segment of recognized) {
          signal.throwIfAborted()
          yield segment
        }
      }
    },

    [Symbol.asyncDispose]: () => python[Symbol.asyncDispose](),
  }
}

const isBetter = (again: RecognizedSegment, before: RecognizedSegment) =>
  again.words.length > before.words.length && (meanConfidence(again.words) ?? 0) >= LEAST_FOUND

const primary = (language: LanguageTag) => language.split('-')[0] ?? language

const toSound = (audio: PcmAudio, window: Window) => ({
  path: audio.channels[window[0]?.channel ?? 0] ?? '',
  pieces: window.map(({ startMs, endMs }): Piece => [startMs, endMs]),
})

/** The language in which the fullest windows most likely are. */
async function detectLanguage(
  python: Python,
  audio: PcmAudio,
  windows: readonly Window[],
  signal: AbortSignal,
): Promise<string> {
  const fullest = windows.toSorted((a, b) => lengthMs(b) - lengthMs(a)).slice(0, TELLING_WINDOWS)
  const request = { windows: fullest.map((window) => toSound(audio, window)) }
  const likely = await python.ask({ task: 'languages', ...request }, GRACE_MS, signal)
  const sums = new Map<string, number>()
  for (const [language, share] of likely.flatMap((one) => Object.entries(one))) {
    sums.set(language, (sums.get(language) ?? 0) + share)
  }
  return [...sums].reduce((best, one) => (one[1] > best[1] ? one : best), ['en', 0])[0]
}

/** Each segment of a window with the words whose middle lies in it, and the language of most of them. */
function shareOut(window: Window, heard: readonly Heard[]): RecognizedSegment[] {
  return window.map((segment) => {
    const own = heard.map(({ words, language }) => ({ words: words.filter((word) => liesIn(word, segment)), language }))
    const fullest = own.reduce((best, one) => (one.words.length > best.words.length ? one : best))
    const words = startWithSpeech(
      segment,
      own.flatMap((one) => one.words),
    )
    return { ...segment, words, language: fullest.language }
  })
}

/** Whisper lets a first word begin in the silence before it. */
function startWithSpeech({ speechStartMs = 0 }: SpeechSegment, [first, ...rest]: readonly Word[]): Word[] {
  if (first === undefined) return []
  const startMs = Math.min(Math.max(first.startMs, speechStartMs - EARLIEST_MS), first.endMs - 1)
  return [{ ...first, startMs }, ...rest]
}

function liesIn({ startMs, endMs }: Word, segment: SpeechSegment): boolean {
  const middleMs = (startMs + endMs) / 2
  return middleMs >= segment.startMs && middleMs < segment.endMs
}
