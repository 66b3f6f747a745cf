import { MAX_STRETCH_MS } from '../domain/audio.ts'

/** Bounds of a piece of sound in milliseconds. */
export interface Span {
  startMs: number
  endMs: number
}

/** What is heard on both sides of a region, so that no word loses its edge. */
const PAD_MS = 200
/** Regions nearer than this belong together: a recogniser hears a sentence better whole. */
const JOIN_MS = 500
/** A stretch is ended at the next pause once it is this long: short enough to share out over cores. */
const TARGET_MS = 15_000

/**
 * Groups regions of speech into stretches that begin and end in pauses. Regions must be in time order and apart from
 * each other; a region longer than the limit is cut where `quietestMs` says that it is quietest.
 */
export function cutStretches(
  regions: readonly Span[],
  durationMs: number,
  quietestMs: (startMs: number, endMs: number) => number,
): Span[] {
  const groups = group(regions.flatMap((region) => split(region, quietestMs)))
  return groups.map((span, index) => {
    const before = groups[index - 1]?.endMs ?? 0
    const after = groups[index + 1]?.startMs ?? durationMs
    // Neighbours share the pause between them, so that stretches never overlap.
    const startMs = Math.max(span.startMs - PAD_MS, index === 0 ? 0 : Math.ceil((before + span.startMs) / 2))
    const endMs = Math.min(
      span.endMs + PAD_MS,
      index === groups.length - 1 ? durationMs : Math.floor((span.endMs + after) / 2),
    )
    return { startMs, endMs }
  })
}

function group(regions: readonly Span[]): Span[] {
  const groups: Span[] = []
  for (const region of regions) {
    const last = groups.at(-1)
    const isNear = last !== undefined && region.startMs - last.endMs < JOIN_MS
    if (isNear && region.endMs - last.startMs <= TARGET_MS) last.endMs = region.endMs
    else groups.push({ ...region })
  }
  return groups
}

const MAX_REGION_MS = MAX_STRETCH_MS - 2 * PAD_MS

/** Halves a region that is too long in its quietest place near the middle, until every part fits. */
function split({ startMs, endMs }: Span, quietestMs: (startMs: number, endMs: number) => number): Span[] {
  const lengthMs = endMs - startMs
  if (lengthMs <= MAX_REGION_MS) return [{ startMs, endMs }]
  const cutMs = quietestMs(startMs + lengthMs / 4, endMs - lengthMs / 4)
  return [...split({ startMs, endMs: cutMs }, quietestMs), ...split({ startMs: cutMs, endMs }, quietestMs)]
}
