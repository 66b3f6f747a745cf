import { formatClock } from './time.ts'
import type { Warning } from './warnings.ts'

/** A part of a recording. */
export interface Place {
  startMs: number
  endMs: number
}

/** A reader has time for so many; the others are counted. */
const MOST = 3

/** Where something is in a recording, for a warning: "0:03–0:07, 1:05 and 2 more places". */
function formatPlaces(places: readonly Place[]): string {
  const times = places.slice(0, MOST).map(({ startMs, endMs }) => {
    const [start, end] = [formatClock(Math.max(0, startMs)), formatClock(Math.max(0, endMs))]
    return start === end ? start : `${start}–${end}`
  })
  return times.join(', ') + (places.length > MOST ? ` and ${places.length - MOST} more places` : '')
}

/** A warning about parts of a recording, which it tells programs as well: `3000..7000 65000..66000`, in milliseconds. */
export const warnAt = (code: Warning['code'], places: readonly Place[], say: (where: string) => string): Warning => ({
  ...{ code, message: say(formatPlaces(places)) },
  details: { places: places.map(({ startMs, endMs }) => `${Math.round(startMs)}..${Math.round(endMs)}`).join(' ') },
})

function placesOf({ details }: Warning): Place[] {
  const pairs = String(details?.places ?? '')
    .split(' ')
    .filter(Boolean)
  return pairs.map((pair) => {
    const [startMs = 0, endMs = 0] = pair.split('..').map(Number)
    return { startMs, endMs }
  })
}

/** The same with other times; undefined where none is left. */
function withPlaces(warning: Warning, places: readonly Place[]): Warning | undefined {
  const before = formatPlaces(placesOf(warning))
  if (before === '' || places.length === 0) return before === '' ? warning : undefined
  return warnAt(warning.code, places, (where) => warning.message.replace(before, where))
}

/** A recording's warnings, and where in the whole it stands. */
export interface PlacedWarnings {
  warnings: readonly Warning[]
  startMs: number
  durationMs: number
}

/**
 * The warnings of several recordings as those of the whole: each once, in the whole's time. What lies outside of a recording
 * is its neighbour's to tell.
 */
export function joinWarnings(recordings: readonly PlacedWarnings[]): Warning[] {
  const moved = recordings.flatMap(({ warnings, startMs, durationMs }) =>
    warnings.flatMap((warning) => {
      const own = placesOf(warning).filter((place) => place.endMs > 0 && place.startMs < durationMs)
      return (
        withPlaces(
          warning,
          own.map((place) => shift(place, startMs)),
        ) ?? []
      )
    }),
  )
  const groups = Map.groupBy(
    moved,
    (warning) => `${warning.code} ${warning.message.replace(formatPlaces(placesOf(warning)), '')}`,
  )
  return [...groups.values()].flatMap((same) => withPlaces(same[0] as Warning, same.flatMap(placesOf)) ?? [])
}

/** The same when its recording begins later, by so many milliseconds. */
export const shiftWarning = (warning: Warning, byMs: number): Warning =>
  byMs === 0
    ? warning
    : (withPlaces(
        warning,
        placesOf(warning).map((place) => shift(place, byMs)),
      ) ?? warning)

const shift = ({ startMs, endMs }: Place, byMs: number): Place => ({ startMs: startMs + byMs, endMs: endMs + byMs })
