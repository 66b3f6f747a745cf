import type { PlainWord } from './faster-whisper.ts'
import type { Turn } from './recordings.ts'

export interface TimedTurn {
  startMs: number
  endMs: number
}

/** So long nobody spoke before a turn that is measured: then its first word is the first after the pause. */
const PAUSE_MS = 500

/** The turns that begin after a pause of everybody. */
export function turnsAfterPause(turns: readonly Turn[]): TimedTurn[] {
  const timed = turns.flatMap(({ start, end }) =>
    start === undefined || end === undefined ? [] : [{ startMs: start * 1000, endMs: end * 1000 }],
  )
  return timed.filter(
    (turn) =>
      turn.startMs > PAUSE_MS &&
      timed.every((other) => other === turn || other.startMs >= turn.startMs || other.endMs <= turn.startMs - PAUSE_MS),
  )
}

/** How much later than each turn the first word heard in it is said to begin, in milliseconds, where one was heard. */
export function turnStartErrors(turns: readonly TimedTurn[], heard: readonly PlainWord[]): number[] {
  return turns.flatMap(({ startMs, endMs }) => {
    const first = heard.find(([, , wordEndMs]) => wordEndMs > startMs)
    return first && first[1] < endMs ? [first[1] - startMs] : []
  })
}
