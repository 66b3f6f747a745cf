/** Somebody speaks from this likelihood on, and no more below the second; both are Silero's own. */
const BEGINS = 0.5
const ENDS = 0.35
/** What is shorter is a click. */
const LEAST_SPEECH_MS = 96
/** What Whisper reads at a time is 30 s, with a little of what is before and behind. */
const LONGEST_MS = 28_000
/** A longer utterance is cut in its longest pause behind this, or where it is quietest. */
const LEAST_CUT_MS = 14_000

/** What happens to an utterance, in milliseconds from where the sound begins. */
export type UtteranceChange =
  | { type: 'begun'; startMs: number }
  /** It has ended unless somebody goes on within `pauseMs`. */
  | { type: 'ended'; startMs: number; endMs: number }

/** Where somebody speaks at the moment, and since when nobody does. */
export interface OpenUtterance {
  startMs: number
  pausedAtMs?: number | undefined
}

export interface Utterances {
  /** What the next frames bring. */
  take(likely: readonly number[]): UtteranceChange[]
  /** Ends the one that is open: at its pause, or here. */
  end(): UtteranceChange[]
  open(): OpenUtterance | undefined
  /** How much sound was taken. */
  atMs(): number
}

/**
 * Utterances as they are said: each begins where somebody is sure to speak, and ends where nobody has for `pauseMs`, or
 * after 28 s in its longest pause. Pure but for what it has seen.
 */
export function findUtterances(frameMs: number, pauseMs: number): Utterances {
  let atMs = 0
  let speechMs = 0
  let open: OpenUtterance | undefined
  /** Frames of the open utterance that could be a cut. */
  let quietest = { likely: Number.POSITIVE_INFINITY, ms: 0 }

  function begin(startMs: number): UtteranceChange {
    open = { startMs }
    quietest = { likely: Number.POSITIVE_INFINITY, ms: 0 }
    return { type: 'begun', startMs }
  }

  function endAt(endMs: number): UtteranceChange[] {
    if (open === undefined) return []
    const { startMs } = open
    open = undefined
    speechMs = 0
    return [{ type: 'ended', startMs, endMs }]
  }

  function step(likely: number): UtteranceChange[] {
    const startMs = atMs
    atMs += frameMs
    if (open === undefined) {
      speechMs = likely >= BEGINS ? speechMs + frameMs : 0
      return speechMs >= LEAST_SPEECH_MS ? [begin(atMs - speechMs)] : []
    }
    if (likely >= BEGINS) open.pausedAtMs = undefined
    else if (likely < ENDS) open.pausedAtMs ??= startMs
    if (open.pausedAtMs !== undefined && atMs - open.pausedAtMs >= pauseMs) return endAt(open.pausedAtMs)
    if (startMs - open.startMs >= LEAST_CUT_MS && likely <= quietest.likely) quietest = { likely, ms: startMs }
    if (atMs - open.startMs < LONGEST_MS) return []
    const cutMs = quietest.ms
    return [...endAt(cutMs), begin(cutMs)]
  }

  return {
    take: (likely) => likely.flatMap(step),
    end: () => endAt(open?.pausedAtMs ?? atMs),
    open: () => open,
    atMs: () => atMs,
  }
}
