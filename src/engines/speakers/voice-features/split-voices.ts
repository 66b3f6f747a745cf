import type { Stretch } from '../../../domain/audio.ts'
import type { SpeakerTurn, SplitSpeakers } from '../speaker-splitter.ts'
import { groupVoices } from './group-voices.ts'
import { traceVoices, type VoiceRun } from './trace-voices.ts'
import { FRAME_MS, readVoiceFrames, type VoiceFrames } from './voice-frames.ts'
import { modelVoice } from './voice-model.ts'
import { cutPieces, printOf } from './voice-pieces.ts'

/** The voices of a scratch file are learned from two-second pieces, then traced frame by frame, and learned again. */
const ROUNDS = 2
/** A voice that is heard for less in all has no shape. */
const LEAST_FRAMES = 50

/** Tells the voices in a scratch file apart, by how they sound. Its cost is a few thousandths of the recording's length. */
export async function splitVoices(
  path: string,
  stretches: readonly Stretch[],
  speakers: number | undefined,
): Promise<SplitSpeakers> {
  const frames = await readVoiceFrames(path, stretches)
  let voices = groupVoices(cutPieces(frames), speakers).map((pieces) => pieces.flatMap((piece) => piece.frames))
  let runs: VoiceRun[] = []
  for (let round = 0; round < ROUNDS; round++) {
    voices = voices.filter((loud) => loud.length >= LEAST_FRAMES)
    if (voices.length === 0) return { turns: [], voices: [] }
    runs = traceVoices(
      frames,
      voices.map((loud) => modelVoice(frames, loud)),
    )
    voices = voices.map((_, voice) => framesOf(frames, runs, voice))
  }
  return inOrder(
    turnsOf(frames, runs),
    voices.map((loud) => ({ print: printOf(frames, loud), speechMs: loud.length * FRAME_MS })),
  )
}

function framesOf({ isLoud }: VoiceFrames, runs: readonly VoiceRun[], wanted: number): number[] {
  const frames: number[] = []
  for (const { voice, first, end } of runs) {
    if (voice !== wanted) continue
    for (let at = first; at < end; at++) if (isLoud[at]) frames.push(at)
  }
  return frames
}

/** Runs in the recording's time. */
function turnsOf({ startsMs, count }: VoiceFrames, runs: readonly VoiceRun[]): SpeakerTurn[] {
  if (count === 0) return []
  return runs.map(({ voice, first, end }) => ({
    voice,
    startMs: Math.round(startsMs[first] as number),
    endMs: Math.round((startsMs[end - 1] as number) + FRAME_MS),
  }))
}

/** Voices numbered as they begin to speak. */
function inOrder(turns: readonly SpeakerTurn[], voices: SplitSpeakers['voices']): SplitSpeakers {
  const order = [...new Set(turns.map(({ voice }) => voice))]
  return {
    turns: turns.map((turn) => ({ ...turn, voice: order.indexOf(turn.voice) })),
    voices: order.flatMap((voice) => voices[voice] ?? []),
  }
}
