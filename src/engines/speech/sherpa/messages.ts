import type { Stretch } from '../../../domain/audio.ts'

/** What the process is sent: a stretch of a scratch file, and words that may be said there, in sherpa-onnx's form. */
export interface Job extends Omit<Stretch, 'channel'> {
  path: string
  hotWords?: string
}

/** What it answers; times are seconds from the stretch's start, and lists may be empty. */
export interface Heard {
  text: string
  tokens: string[]
  timestamps: number[]
  durations: number[]
  logProbabilities: number[]
}
