import { type PcmAudio, SAMPLE_RATE, type Stretch } from '../domain/audio.ts'
import type { Span, SpeechFinder } from '../engines/activity/speech-finder.ts'
import { pitchPeriod } from '../platform/pitch.ts'
import { openVoiceDetector } from '../platform/voice-activity.ts'
import { cutStretches } from './cut-stretches.ts'
import { readFrames } from './read-frames.ts'
import { type FrameRange, findSpoken } from './voicing.ts'

const FRAME_MS = 30
const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000
/** Pauses shorter than this are part of the speech around them. */
const BRIDGE_FRAMES = 6
/** What is shorter is a click. */
const LEAST_FRAMES = 3
/** A channel hears the speaker of the other one faintly: what is 10 dB fainter at the same moment is that one's. */
const BLEED = 0.1

/** A channel, by frame; a few bytes each, so that hours fit. */
interface HeardFrames {
  isVoice: Uint8Array
  /** Mean square: enough to find a quiet place, and who is louder. */
  energy: Float32Array
  /** 0 where there is no pitch, or no voice. */
  period: Uint8Array
  isByModel: boolean
}

/**
 * The stretches of speech of all channels, in time order. Silence, noise and steady tones give none, and on either of two
 * channels what only bleeds over from the other. The same sound gives the same stretches, so that a run that died can go on.
 */
export async function findSpeech(audio: PcmAudio, signal: AbortSignal, finder?: SpeechFinder): Promise<Stretch[]> {
  const heard: HeardFrames[] = []
  for (const path of audio.channels) {
    const spans = await findByModel(finder, path, audio.durationMs, signal)
    heard.push(await hear(path, audio.durationMs, spans, signal))
  }
  const stretches = heard.flatMap((frames, channel) => {
    const own = heard.reduce((left, other) => (other === frames ? left : withoutBleed(left, other)), frames)
    const regions = findRegions(own)
    // A model knows speech from tones and music by itself.
    const parts = own.isByModel ? regions : regions.flatMap((region) => findSpoken(region, own.period))
    const spans = parts.map(({ first, end }) => ({ startMs: first * FRAME_MS, endMs: end * FRAME_MS }))
    return cutStretches(spans, audio.durationMs, findQuietest(own)).map((span) => ({ channel, ...span }))
  })
  return stretches.sort((a, b) => a.startMs - b.startMs || a.channel - b.channel)
}

/** A model that cannot be used must not cost a recording its words. */
async function findByModel(finder: SpeechFinder | undefined, path: string, durationMs: number, signal: AbortSignal) {
  return finder?.find(path, durationMs, signal).catch(() => {
    signal.throwIfAborted()
    return undefined
  })
}

async function hear(
  path: string,
  durationMs: number,
  spans: readonly Span[] | undefined,
  signal: AbortSignal,
): Promise<HeardFrames> {
  using detector = await openVoiceDetector()
  const count = Math.ceil(durationMs / FRAME_MS) + 1
  const heard = {
    isVoice: new Uint8Array(count),
    energy: new Float32Array(count),
    period: new Uint8Array(count),
    isByModel: spans !== undefined,
  }
  const isInSpan = openSpans(spans ?? [])
  let at = 0
  for await (const frame of readFrames(path, FRAME_SAMPLES)) {
    signal.throwIfAborted()
    const isVoice = spans ? isInSpan((at + 0.5) * FRAME_MS) : detector.isVoice(frame)
    heard.isVoice[at] = isVoice ? 1 : 0
    heard.energy[at] = energyOf(frame)
    heard.period[at] = isVoice ? pitchPeriod(frame) : 0
    at++
  }
  return heard
}

/** Whether a time lies in one of the spans; asked in time order. */
function openSpans(spans: readonly Span[]) {
  let next = 0
  return (ms: number): boolean => {
    while (next < spans.length && (spans[next]?.endMs ?? 0) <= ms) next++
    return (spans[next]?.startMs ?? Number.POSITIVE_INFINITY) <= ms
  }
}

function withoutBleed(own: HeardFrames, other: HeardFrames): HeardFrames {
  const isBleed = (at: number) =>
    Number(other.isVoice[at]) === 1 && Number(own.energy[at]) < Number(other.energy[at]) * BLEED
  return {
    ...own,
    isVoice: own.isVoice.map((isVoice, at) => (isBleed(at) ? 0 : isVoice)),
    period: own.period.map((period, at) => (isBleed(at) ? 0 : period)),
  }
}

/** Runs of frames with voice, over short pauses, without clicks. */
function findRegions({ isVoice }: HeardFrames): FrameRange[] {
  const regions: FrameRange[] = []
  for (const [index, voice] of isVoice.entries()) {
    if (!voice) continue
    const last = regions.at(-1)
    if (last && index - last.end <= BRIDGE_FRAMES) last.end = index + 1
    else regions.push({ first: index, end: index + 1 })
  }
  return regions.filter(({ first, end }) => end - first >= LEAST_FRAMES)
}

function findQuietest({ energy }: HeardFrames) {
  return (startMs: number, endMs: number): number => {
    let quietest = Math.ceil(startMs / FRAME_MS)
    for (let index = quietest; index * FRAME_MS < endMs; index++) {
      if ((energy[index] ?? 0) < (energy[quietest] ?? 0)) quietest = index
    }
    return quietest * FRAME_MS
  }
}

function energyOf(frame: Int16Array): number {
  let energy = 0
  for (const sample of frame) energy += sample * sample
  return energy / frame.length
}
