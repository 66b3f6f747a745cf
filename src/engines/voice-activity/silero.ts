import type { Python } from '../runtime/python/open-python.ts'
import type { Span, VoiceActivityDetector } from './detector.ts'

/** What one probability of Silero stands for. */
const FRAME_MS = 32
/** Speech begins at the first of these (hundredths) and ends below the second; both are Silero's own. */
const BEGINS = 50
const ENDS = 35
/** A shorter pause is part of the speech around it, as in faster-whisper's batched pipeline. */
const LEAST_PAUSE_MS = 160
/** A long recording is looked through in parts, side by side; each hears so much of the one before to be sure of itself. */
const PART_MS = 300_000
const LEAD_MS = 2_016
/** 264 times as fast as the sound on one core: what takes longer than the sound itself hangs. */
const GRACE_MS = 60_000

/** Finds speech by Silero's model, in the process in which Whisper hears. */
export function openSilero(python: Python): VoiceActivityDetector {
  async function findIn(path: string, startMs: number, endMs: number, signal: AbortSignal): Promise<number[]> {
    const leadMs = Math.min(LEAD_MS, startMs)
    const request = { path, startMs: startMs - leadMs, endMs }
    const likely = await python.ask({ task: 'detect', ...request }, GRACE_MS + endMs - startMs, signal)
    return likely.slice(leadMs / FRAME_MS)
  }

  return {
    name: 'silero',
    model: 'silero',
    async checkHealth(signal) {
      await python.start(signal)
    },
    async detect(path, durationMs, signal) {
      const starts = Array.from({ length: Math.ceil(durationMs / PART_MS) }, (_, part) => part * PART_MS)
      const parts = starts.map((startMs) => findIn(path, startMs, Math.min(startMs + PART_MS, durationMs), signal))
      return spansOf((await Promise.all(parts)).flat(), durationMs)
    },
    follow() {
      let state = ''
      return {
        frameMs: FRAME_MS,
        async next(pcm, signal) {
          const sound = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64')
          const answer = await python.ask({ task: 'follow', sound, state }, GRACE_MS, signal)
          state = answer.state
          return answer.likely.map((hundredths) => hundredths / 100)
        },
      }
    },
    [Symbol.asyncDispose]: () => python[Symbol.asyncDispose](),
  }
}

/** Spans in which somebody speaks, of the probabilities (hundredths) of frames of 32 ms. */
export function spansOf(likely: readonly number[], durationMs: number): Span[] {
  const spans: Span[] = []
  let [startMs, pauseMs]: [number | undefined, number | undefined] = [undefined, undefined]
  for (const [at, value] of likely.entries()) {
    const ms = at * FRAME_MS
    if (value >= BEGINS) [startMs, pauseMs] = [startMs ?? ms, undefined]
    else if (value < ENDS && startMs !== undefined) {
      pauseMs ??= ms
      if (ms + FRAME_MS - pauseMs < LEAST_PAUSE_MS) continue
      spans.push({ startMs, endMs: pauseMs })
      ;[startMs, pauseMs] = [undefined, undefined]
    }
  }
  if (startMs !== undefined) spans.push({ startMs, endMs: pauseMs ?? durationMs })
  return spans.map((span) => ({ startMs: span.startMs, endMs: Math.min(span.endMs, durationMs) }))
}
