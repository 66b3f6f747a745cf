import type { Recording } from './consultation.ts'

/** As much of a recording as tells where it stands. */
export type PlacedRecording = Pick<Recording, 'id' | 'seriesId' | 'position' | 'startedAt' | 'endedAt' | 'job'> & {
  heard?: { durationMs: number }
}

export interface Timeline {
  /** Where each recording begins, by its id. */
  startsMs: Map<string, number>
  durationMs: number
}

/**
 * The recordings of one consultation, in the order in which they came, on a timeline that begins with the earliest start.
 * Whole recordings stand where their start says; one without a start follows the one that came before it, and so does a
 * series, whose chunks follow one another without a pause: of one that never came, nothing is known.
 */
export function placeRecordings(recordings: readonly PlacedRecording[]): Timeline {
  const parts = groupSeries(recordings)
  const origin = Math.min(...parts.flatMap(([first]) => first?.startedAt?.getTime() ?? []))
  const startsMs = new Map<string, number>()
  let [atMs, durationMs] = [0, 0]
  for (const part of parts) {
    const startedAt = part[0]?.startedAt
    if (startedAt) atMs = startedAt.getTime() - origin
    for (const recording of part) {
      startsMs.set(recording.id, atMs)
      atMs += lengthOf(recording)
    }
    durationMs = Math.max(durationMs, atMs)
  }
  return { startsMs, durationMs }
}

/** The chunks of each series together, in order of their numbers; every whole recording alone. */
export function groupSeries<One extends Pick<Recording, 'id' | 'seriesId' | 'position'>>(
  recordings: readonly One[],
): One[][] {
  const groups = Map.groupBy(recordings, ({ id, seriesId }) => seriesId ?? id)
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.position - b.position))
}

function lengthOf({ heard, job, startedAt, endedAt }: PlacedRecording): number {
  const claimed = startedAt && endedAt ? endedAt.getTime() - startedAt.getTime() : 0
  return heard?.durationMs ?? job?.durationMs ?? Math.max(0, claimed)
}
