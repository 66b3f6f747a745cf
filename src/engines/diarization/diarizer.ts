import type { PcmAudio, SpeechSegment } from '../../domain/audio.ts'
import type { Voice } from '../../domain/voice.ts'
import type { Engine } from '../engine.ts'

/** Somebody speaks from one time to another; voices are numbered in the order in which they begin to speak. */
export interface SpeakerTurn {
  startMs: number
  endMs: number
  voice: number
}

export interface Diarization {
  /** In time order, without overlap. Empty when there is too little speech to tell. */
  turns: SpeakerTurn[]
  /** What each voice sounds like, to know it again in the next chunk; by its number. */
  voices: Omit<Voice, 'label'>[]
}

interface DiarizeOptions {
  /** How many people speak, where that is known; found otherwise. */
  speakers?: number | undefined
}

/** Tells the voices of one channel apart. */
export interface Diarizer extends Engine {
  /**
   * Who speaks when in the first channel. `segments` are where somebody does. The same sound gives the same turns. Throws
   * what it cannot read; when `signal` aborts it stops and throws the signal's reason.
   */
  diarize(
    audio: PcmAudio,
    segments: readonly SpeechSegment[],
    options: DiarizeOptions,
    signal: AbortSignal,
  ): Promise<Diarization>
}
