/** Sound in the form every engine takes: 16 kHz, 16-bit little-endian, mono, without header. */
export const SAMPLE_RATE = 16_000
export const BYTES_PER_MS = (SAMPLE_RATE * 2) / 1000

/** Decoded sound in scratch files, one a channel: two only where the two channels differ (one speaker on each). */
export interface PcmAudio {
  channels: string[]
  durationMs: number
  /** Both channels in one, where there are two. */
  mixed?: string
  /** The one of two channels or sound tracks in which nothing can be heard; it is left out. */
  deadChannel?: `${'left' | 'right'} channel` | `${'first' | 'second'} sound track`
}

/** A segment of speech in one channel, at most `MAX_SEGMENT_MS` long. */
export interface SpeechSegment {
  channel: number
  startMs: number
  endMs: number
  /** Where somebody begins to speak in it: what stands before is there so that no word loses its edge. */
  speechStartMs?: number
}

export const MAX_SEGMENT_MS = 30_000

/** The outline of a recording: the loudest sample of each of so many equal parts, 0…1. */
export interface Peaks {
  durationMs: number
  peaks: number[]
}
