import type { Diarization, SpeakerTurn } from '../diarizer.ts'
import { FRAME_MS, readVoiceFrames } from './voice-frames.ts'
import { embeddingOf } from './voice-pieces.ts'

/** What the voices of these turns of a scratch file sound like, by their numbers. */
export async function embedVoices(path: string, turns: readonly SpeakerTurn[]): Promise<Diarization['voices']> {
  const count = Math.max(-1, ...turns.map(({ voice }) => voice)) + 1
  const voices: Diarization['voices'] = []
  for (let voice = 0; voice < count; voice++) {
    const own = turns.filter((turn) => turn.voice === voice).map((turn) => ({ channel: 0, ...turn }))
    const frames = await readVoiceFrames(path, own)
    const loud = Array.from(frames.isLoud.keys()).filter((at) => frames.isLoud[at])
    voices.push({ embedding: embeddingOf(frames, loud), speechMs: loud.length * FRAME_MS })
  }
  return voices
}
