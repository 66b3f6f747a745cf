import { energyOf, readFrames } from '../../audio/frames.ts'
import { type PcmAudio, SAMPLE_RATE, type SpeechSegment } from '../../domain/audio.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { Span, VoiceActivityDetector } from '../../engines/voice-activity/detector.ts'
import { cutSegments } from './cut-segments.ts'
import { firstThatWorks } from './first-that-works.ts'

const FRAME_MS = 30
const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000
/** A channel hears the speaker of the other one faintly: what is 10 dB fainter at the same moment is that one's. */
const BLEED = 0.1
/** What is left of a span without that and is shorter is a click. */
const LEAST_FRAMES = 3

export interface FoundSpeech {
  /** In time order; those of one channel do not overlap. */
  segments: SpeechSegment[]
  warnings: Warning[]
}

/** A channel: where somebody speaks, and the mean square of each frame; a few bytes each, so that hours fit. */
interface Channel {
  spans: Span[]
  /** Whether a simpler detector than the best had to find them. */
  isSimple: boolean
  energy: Float32Array
}

/**
 * The segments of speech of all channels. What bleeds over from the other of two channels is left out. The same sound
 * gives the same segments, so that a run that died can go on.
 */
export async function detectSpeech(
  audio: PcmAudio,
  detectors: readonly VoiceActivityDetector[],
  signal: AbortSignal,
): Promise<FoundSpeech> {
  const channels: Channel[] = []
  for (const path of audio.channels) {
    const [detected, energy] = await Promise.all([
      detect(detectors, path, audio.durationMs, signal),
      measure(path, audio.durationMs, signal),
    ])
    channels.push({ ...detected, energy })
  }
  const warnings = channels.some(({ isSimple }) => isSimple) ? [FOUND_SIMPLY] : []
  const segments = channels.flatMap((own, channel) => {
    const others = channels.filter((other) => other !== own)
    const spans = others.reduce((left, other) => withoutBleed(left, own.energy, other), own.spans)
    return cutSegments(spans, audio.durationMs, findQuietest(own.energy)).map((span) => ({ channel, ...span }))
  })
  return { segments: segments.sort((a, b) => a.startMs - b.startMs || a.channel - b.channel), warnings }
}

/** By the first detector that works; where none does, all of it may be speech. */
async function detect(
  detectors: readonly VoiceActivityDetector[],
  path: string,
  durationMs: number,
  signal: AbortSignal,
): Promise<{ spans: Span[]; isSimple: boolean }> {
  const found = await firstThatWorks(detectors, (detector) => detector.detect(path, durationMs, signal), signal)
  if (found) return { spans: found.value, isSimple: found.at > 0 }
  return { spans: [{ startMs: 0, endMs: durationMs }], isSimple: detectors.length > 1 }
}

const FOUND_SIMPLY: Warning = {
  code: 'speech_found_simply',
  message:
    'The model that finds speech did not work, so a simpler way did: what was said far from the microphone may be missing.',
}

async function measure(path: string, durationMs: number, signal: AbortSignal): Promise<Float32Array> {
  const energy = new Float32Array(Math.ceil(durationMs / FRAME_MS) + 1)
  let at = 0
  for await (const frame of readFrames(path, FRAME_SAMPLES)) {
    signal.throwIfAborted()
    energy[at++] = energyOf(frame)
  }
  return energy
}

/** The spans less the frames in which the other channel speaks and is much louder. */
function withoutBleed(spans: readonly Span[], energy: Float32Array, other: Channel): Span[] {
  const isOther = openSpans(other.spans)
  const isBleed = (at: number) =>
    isOther((at + 0.5) * FRAME_MS) && Number(energy[at]) < Number(other.energy[at]) * BLEED
  return spans.flatMap((span) => {
    const runs: Span[] = []
    for (let at = Math.floor(span.startMs / FRAME_MS); at * FRAME_MS < span.endMs; at++) {
      const startMs = Math.max(span.startMs, at * FRAME_MS)
      const last = runs.at(-1)
      if (isBleed(at)) continue
      if (last && last.endMs >= startMs) last.endMs = Math.min(span.endMs, (at + 1) * FRAME_MS)
      else runs.push({ startMs, endMs: Math.min(span.endMs, (at + 1) * FRAME_MS) })
    }
    return runs.filter(({ startMs, endMs }) => endMs - startMs >= LEAST_FRAMES * FRAME_MS)
  })
}

/** Whether a time lies in one of the spans; asked in time order. */
function openSpans(spans: readonly Span[]) {
  let next = 0
  return (ms: number): boolean => {
    while (next < spans.length && (spans[next]?.endMs ?? 0) <= ms) next++
    return (spans[next]?.startMs ?? Number.POSITIVE_INFINITY) <= ms
  }
}

function findQuietest(energy: Float32Array) {
  return (startMs: number, endMs: number): number => {
    let quietest = Math.ceil(startMs / FRAME_MS)
    for (let index = quietest; index * FRAME_MS < endMs; index++) {
      if ((energy[index] ?? 0) < (energy[quietest] ?? 0)) quietest = index
    }
    return quietest * FRAME_MS
  }
}
