import { formatClock } from '../../domain/time.ts'

const MOST = 3

/** Where something is in a recording, for a warning: "0:03–0:07, 1:05–1:06 and 2 more places". */
export function formatPlaces(places: readonly { startMs: number; endMs: number }[]): string {
  const times = places.slice(0, MOST).map(({ startMs, endMs }) => `${formatClock(startMs)}–${formatClock(endMs)}`)
  return times.join(', ') + (places.length > MOST ? ` and ${places.length - MOST} more places` : '')
}
