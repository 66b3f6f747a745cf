import { type PcmAudio, SAMPLE_RATE, type Stretch } from '../domain/audio.ts'
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

interface HeardFrame {
  isVoice: boolean
  /** Sum of squares: enough to find a quiet place. */
  energy: number
  /** 0 where there is no pitch, or no voice. */
  period: number
}

/**
 * The stretches of speech of all channels, in time order. Silence, noise and steady tones give none. The same sound
 * gives the same stretches, so that a run that died can go on.
 */
export async function findSpeech(audio: PcmAudio, signal: AbortSignal): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  for (const [channel, path] of audio.channels.entries()) {
    const frames = await hear(path, signal)
    const periods = frames.map(({ period }) => period)
    const parts = findRegions(frames).flatMap((region) => findSpoken(region, periods))
    const spans = parts.map(({ first, end }) => ({ startMs: first * FRAME_MS, endMs: end * FRAME_MS }))
    for (const span of cutStretches(spans, audio.durationMs, findQuietest(frames))) stretches.push({ channel, ...span })
  }
  return stretches.sort((a, b) => a.startMs - b.startMs || a.channel - b.channel)
}

async function hear(path: string, signal: AbortSignal): Promise<HeardFrame[]> {
  using detector = await openVoiceDetector()
  const frames: HeardFrame[] = []
  for await (const frame of readFrames(path, FRAME_SAMPLES)) {
    signal.throwIfAborted()
    const isVoice = detector.isVoice(frame)
    frames.push({ isVoice, energy: energyOf(frame), period: isVoice ? pitchPeriod(frame) : 0 })
  }
  return frames
}

/** Runs of frames with voice, over short pauses, without clicks. */
function findRegions(frames: readonly HeardFrame[]): FrameRange[] {
  const regions: FrameRange[] = []
  for (const [index, { isVoice }] of frames.entries()) {
    if (!isVoice) continue
    const last = regions.at(-1)
    if (last && index - last.end <= BRIDGE_FRAMES) last.end = index + 1
    else regions.push({ first: index, end: index + 1 })
  }
  return regions.filter(({ first, end }) => end - first >= LEAST_FRAMES)
}

function findQuietest(frames: readonly HeardFrame[]) {
  return (startMs: number, endMs: number): number => {
    let quietest = Math.ceil(startMs / FRAME_MS)
    for (let index = quietest; index * FRAME_MS < endMs; index++) {
      if ((frames[index]?.energy ?? 0) < (frames[quietest]?.energy ?? 0)) quietest = index
    }
    return quietest * FRAME_MS
  }
}

function energyOf(frame: Int16Array): number {
  let energy = 0
  for (const sample of frame) energy += sample * sample
  return energy
}
