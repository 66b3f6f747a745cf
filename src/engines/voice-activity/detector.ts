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
}
