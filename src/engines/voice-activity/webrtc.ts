import { readFrames } from '../../audio/frames.ts'
import { pitchPeriod } from '../../audio/pitch.ts'
import { SAMPLE_RATE } from '../../domain/audio.ts'
import type { VoiceActivityDetector } from './detector.ts'
import { openVoiceDetector } from './webrtc/voice-detector.ts'
import { type FrameRange, findSpoken } from './webrtc/voicing.ts'

const FRAME_MS = 30
const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000
/** Pauses shorter than this are part of the speech around them. */
const BRIDGE_FRAMES = 6
/** What is shorter is a click. */
const LEAST_FRAMES = 3

/**
 * Finds speech without a model: WebRTC's detector takes noise for speech, so what it finds must also hold a moving pitch.
 * Far voices have none and are lost, so it serves where nothing else can.
 */
export function openWebrtc(): VoiceActivityDetector {
  return {
    name: 'webrtc',
    model: 'webrtc',
    async checkHealth() {
      using _ = await openVoiceDetector()
    },
    async detect(path, _, signal) {
      const { isVoice, periods } = await listen(path, signal)
      const spoken = findRegions(isVoice).flatMap((region) => findSpoken(region, periods))
      return spoken.map(({ first, end }) => ({ startMs: first * FRAME_MS, endMs: end * FRAME_MS }))
    },
    async [Symbol.asyncDispose]() {},
  }
}

/** For each frame whether it holds a voice, and its pitch period then; 0 where there is none. */
async function listen(path: string, signal: AbortSignal): Promise<{ isVoice: boolean[]; periods: number[] }> {
  using detector = await openVoiceDetector()
  const [isVoice, periods]: [boolean[], number[]] = [[], []]
  for await (const frame of readFrames(path, FRAME_SAMPLES)) {
    signal.throwIfAborted()
    const isOne = detector.isVoice(frame)
    isVoice.push(isOne)
    periods.push(isOne ? pitchPeriod(frame) : 0)
  }
  return { isVoice, periods }
}

/** Runs of frames with voice, over short pauses, without clicks. */
function findRegions(isVoice: readonly boolean[]): FrameRange[] {
  const regions: FrameRange[] = []
  for (const [index, voice] of isVoice.entries()) {
    if (!voice) continue
    const last = regions.at(-1)
    if (last && index - last.end <= BRIDGE_FRAMES) last.end = index + 1
    else regions.push({ first: index, end: index + 1 })
  }
  return regions.filter(({ first, end }) => end - first >= LEAST_FRAMES)
}
