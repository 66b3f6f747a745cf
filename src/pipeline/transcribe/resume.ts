import type { SpeechSegment } from '../../domain/audio.ts'

const keyOf = ({ channel, startMs, endMs }: SpeechSegment) => `${channel}:${startMs}-${endMs}`

export interface Plan<Done extends SpeechSegment> {
  done: Done[]
  missing: SpeechSegment[]
}

/**
 * What an earlier run already did of the planned segments, and what is left. Planning is deterministic, so equal
 * bounds are equal speech; anything else that was kept comes from other settings and is left out.
 */
export function resume<Done extends SpeechSegment>(
  planned: readonly SpeechSegment[],
  kept: readonly Done[],
): Plan<Done> {
  const wanted = new Set(planned.map(keyOf))
  const done = kept.filter((segment) => wanted.has(keyOf(segment)))
  const finished = new Set(done.map(keyOf))
  return { done, missing: planned.filter((segment) => !finished.has(keyOf(segment))) }
}

const lengthMs = (segments: readonly SpeechSegment[]) =>
  segments.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0)

/** Share of the planned speech, by time, that is recognised: 0…1, and 1 when there is nothing to recognise. */
export function shareDone(planned: readonly SpeechSegment[], done: readonly SpeechSegment[]): number {
  return planned.length === 0 ? 1 : lengthMs(done) / lengthMs(planned)
}
