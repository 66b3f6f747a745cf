import type { Stretch } from '../../domain/audio.ts'

const keyOf = ({ channel, startMs, endMs }: Stretch) => `${channel}:${startMs}-${endMs}`

export interface Plan<Done extends Stretch> {
  done: Done[]
  missing: Stretch[]
}

/**
 * What an earlier run already did of the planned stretches, and what is left. Planning is deterministic, so equal
 * bounds are equal speech; anything else that was kept comes from other settings and is left out.
 */
export function resume<Done extends Stretch>(planned: readonly Stretch[], kept: readonly Done[]): Plan<Done> {
  const wanted = new Set(planned.map(keyOf))
  const done = kept.filter((stretch) => wanted.has(keyOf(stretch)))
  const finished = new Set(done.map(keyOf))
  return { done, missing: planned.filter((stretch) => !finished.has(keyOf(stretch))) }
}

const lengthMs = (stretches: readonly Stretch[]) =>
  stretches.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0)

/** Share of the planned speech, by time, that is recognised: 0…1, and 1 when there is nothing to recognise. */
export function shareDone(planned: readonly Stretch[], done: readonly Stretch[]): number {
  return planned.length === 0 ? 1 : lengthMs(done) / lengthMs(planned)
}
