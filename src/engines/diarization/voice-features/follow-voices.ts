import { resegment, type VoiceRun } from './resegment.ts'
import type { VoiceFrames } from './voice-frames.ts'
import { modelVoice, type VoiceModel } from './voice-model.ts'

/** A voice that is heard for less in all has no shape. */
const LEAST_FRAMES = 50

/** A voice by the frames that it is learned from. */
export interface KnownVoice {
  loud: readonly number[]
  /** What speaks for it besides its spectrum, frame by frame. */
  likeness: VoiceModel
}

export interface FollowedVoices {
  runs: VoiceRun[]
  /** As they were heard in the runs. */
  voices: KnownVoice[]
}

/** Finds where each voice speaks, and learns it anew from there. Voices that are hardly heard are left out. */
export function followVoices(frames: VoiceFrames, known: readonly KnownVoice[]): FollowedVoices {
  const voices = known.filter(({ loud }) => loud.length >= LEAST_FRAMES)
  if (voices.length === 0) return { runs: [], voices }
  const runs = resegment(
    frames,
    voices.map(({ loud, likeness }) => {
      const fit = modelVoice(frames, loud)
      return (at: number) => fit(at) + likeness(at)
    }),
  )
  return { runs, voices: voices.map((voice, at) => ({ ...voice, loud: framesOf(frames, runs, at) })) }
}

function framesOf({ isLoud }: VoiceFrames, runs: readonly VoiceRun[], wanted: number): number[] {
  const frames: number[] = []
  for (const { voice, first, end } of runs) {
    if (voice !== wanted) continue
    for (let at = first; at < end; at++) if (isLoud[at]) frames.push(at)
  }
  return frames
}
