import type { SpeechSegment } from '../../../domain/audio.ts'
import type { Diarization, SpeakerTurn } from '../diarizer.ts'
import { clusterVoices } from './cluster-voices.ts'
import { isOneMoreByEmbedding } from './count-embedded.ts'
import { isOneMoreBySound } from './count-voices.ts'
import { type Embedded, type EmbeddedPiece, findEmbedded } from './embedded-pieces.ts'
import { type FollowedVoices, followVoices, type KnownVoice } from './follow-voices.ts'
import type { VoiceRun } from './resegment.ts'
import { FRAME_MS, readVoiceFrames, type VoiceFrames } from './voice-frames.ts'
import { likenessTo } from './voice-likeness.ts'
import { cutPieces, embeddingOf, type VoicePiece } from './voice-pieces.ts'

/** The voices of a scratch file are learned from pieces, then traced frame by frame, and learned again. */
const ROUNDS = 2

export interface DiarizeJob {
  /** The scratch file, and where somebody speaks in it. */
  path: string
  segments: readonly SpeechSegment[]
  /** How many, where that is known. */
  speakers: number | undefined
  /** What pieces of it sound like to an encoder; without, they are compared by spectrum and pitch. */
  embedded?: readonly Embedded[]
}

/** Tells the voices in a scratch file apart, by how they sound. Its cost is a few thousandths of the recording's length. */
export async function tellVoices({ path, segments, speakers, embedded }: DiarizeJob): Promise<Diarization> {
  const frames = await readVoiceFrames(path, segments)
  let followed: FollowedVoices = {
    runs: [],
    voices: embedded ? findByEmbedding(frames, embedded, speakers) : findBySound(frames, speakers),
  }
  for (let round = 0; round < ROUNDS; round++) followed = followVoices(frames, followed.voices)
  return inOrder(
    turnsOf(frames, followed.runs),
    followed.voices.map(({ loud }) => ({ embedding: embeddingOf(frames, loud), speechMs: loud.length * FRAME_MS })),
  )
}

function findBySound(frames: VoiceFrames, speakers: number | undefined): KnownVoice[] {
  const groups = clusterVoices(cutPieces(frames), isOneMoreBySound, speakers)
  return groups.map((pieces) => ({ loud: loudOf(pieces), likeness: () => 0 }))
}

function findByEmbedding(frames: VoiceFrames, embedded: readonly Embedded[], speakers: number | undefined) {
  const pieces = findEmbedded(frames, embedded)
  const knownOf = (own: readonly EmbeddedPiece[]): KnownVoice => ({
    loud: loudOf(own),
    likeness: likenessTo(own, pieces, frames),
  })
  return clusterVoices(pieces, isOneMoreByEmbedding(frames, knownOf), speakers).map(knownOf)
}

/** Once each, also where pieces overlap. */
const loudOf = (pieces: readonly VoicePiece[]) => [...new Set(pieces.flatMap(({ frames }) => frames))]

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
function inOrder(turns: readonly SpeakerTurn[], voices: Diarization['voices']): Diarization {
  const order = [...new Set(turns.map(({ voice }) => voice))]
  return {
    turns: turns.map((turn) => ({ ...turn, voice: order.indexOf(turn.voice) })),
    voices: order.flatMap((voice) => voices[voice] ?? []),
  }
}
