import type { Engine } from '../engine.ts'

/** A time in which somebody speaks. */
export interface Span {
  startMs: number
  endMs: number
}

/** Finds where somebody speaks. */
export interface VoiceActivityDetector extends Engine {
  /**
   * The spans of speech in a scratch file, in time order, without overlap; the same sound gives the same spans. Throws what
   * the process behind it throws, and the reason of `signal`.
   */
  detect(path: string, durationMs: number, signal: AbortSignal): Promise<Span[]>
  /** The same for sound that comes bit by bit, where the engine can; what it holds for that is some numbers. */
  follow?(): FollowedSound
}

/** How likely somebody speaks, as the sound comes. */
export interface FollowedSound {
  /** What one answer stands for. */
  readonly frameMs: number
  /** For each frame of the sound whether somebody speaks in it, 0…1; `pcm` has whole frames. Throws what `detect` throws. */
  next(pcm: Uint8Array, signal: AbortSignal): Promise<number[]>
}
