import type { SpeechSegment } from '../../../domain/audio.ts'

/** What a process of sherpa-onnx does. */
export type Task = 'hear' | 'stream' | 'diarize' | 'detect'

/** A segment of a scratch file, and words that may be said there, in sherpa-onnx's form. */
export interface HearJob {
  path: string
  startMs: number
  endMs: number
  hotWords?: string
}

/** What was heard; times are seconds from the segment's start, and lists may be empty. */
export interface Heard {
  text: string
  tokens: string[]
  timestamps: number[]
  durations: number[]
  logProbabilities: number[]
  /** Two or three letters where the model tells the language; empty otherwise. */
  lang: string
}

/** Where somebody speaks in a scratch file, and how many people, where that is known. */
export interface DiarizeJob {
  path: string
  segments: readonly SpeechSegment[]
  speakers?: number | undefined
}

/** A whole scratch file in which speech is to be found. */
export interface DetectJob {
  path: string
  durationMs: number
}

/** Somebody speaks; times are seconds of the recording. Turns may overlap. */
export interface HeardTurn {
  start: number
  end: number
  speaker: number
}
